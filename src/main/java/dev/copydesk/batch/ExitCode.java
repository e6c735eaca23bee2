package dev.copydesk.batch;

/** The exit codes of the commands; scripts rely on them. */
public final class ExitCode {

    public static final int DONE = 0;
    public static final int FAILED = 1;
    public static final int USAGE = 2;
    public static final int QUARANTINED = 3;
    public static final int STOPPED = 4;
    public static final int ALREADY_RUNNING = 5;
    public static final int IN_THE_WAY = 6;
    public static final int LIMIT_PASSED = 7;

    private ExitCode() {}
}
