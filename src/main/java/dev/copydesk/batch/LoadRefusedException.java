package dev.copydesk.batch;

/** A load that was not begun. */
public final class LoadRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int exitCode;

    LoadRefusedException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** The exit code of the command. */
    public int exitCode() {
        return exitCode;
    }
}
