package dev.copydesk.document;

/**
 * A remote file cannot be got at, for a reason that lies with the network, the server or the settings. Unchecked, since it
 * ends a load: nothing can be said of the file, and the next load goes on where this one was.
 */
public final class RemoteAccessException extends RuntimeException {

    /** Code of what the server does not have. */
    public static final String NOT_FOUND = "REMOTE_NOT_FOUND";

    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * The message is one line for people, {@code CODE: url: what}.
     *
     * @param url without credentials and signatures
     */
    public RemoteAccessException(String code, String url, String what) {
        super(code + ": " + url + ": " + what);
        this.code = code;
    }

    /**
     * A stable code:
     *
     * <ul>
     *   <li>{@code REMOTE_NOT_FOUND}: the server does not have the file or the bucket;
     *   <li>{@code REMOTE_FORBIDDEN}: it does not give it, or asks for credentials;
     *   <li>{@code REMOTE_STATUS}: it answers in a way that does not pass;
     *   <li>{@code REMOTE_UNAVAILABLE}: no answer, a broken one or an error that may pass, again and again;
     *   <li>{@code REMOTE_ANSWER_WRONG}: it gives other bytes than asked for, or does not tell how many there are;
     *   <li>{@code REMOTE_REDIRECT_REFUSED}: it refers to somewhere else too often, or to where is not gone;
     *   <li>{@code REMOTE_ADDRESS_REFUSED}: its address is a private one;
     *   <li>{@code REMOTE_TLS_FAILED}: its certificate is not trusted;
     *   <li>{@code REMOTE_CREDENTIALS_MISSING}: there are none for S3, or no region;
     *   <li>{@code REMOTE_DISK}: there is no room for a copy of the file;
     *   <li>{@code REMOTE_UNSUPPORTED}: no remote files are read here.
     * </ul>
     */
    public String code() {
        return code;
    }
}
