package dev.copydesk.document;

/** An input that names nothing that can be read. The message is one line for people and holds the input. */
public final class UnusableInputException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String code;

    UnusableInputException(String code, String message) {
        super(message);
        this.code = code;
    }

    /**
     * A stable code: {@code PATH_NOT_FOUND}, {@code PATH_INVALID}, {@code GLOB_INVALID}, {@code KIND_UNSUPPORTED} (a
     * file whose name is not a page's), {@code NOT_A_FILE} (a pipe, a device), {@code URL_INVALID} or {@code
     * URL_HOLDS_CREDENTIALS}.
     */
    public String code() {
        return code;
    }
}
