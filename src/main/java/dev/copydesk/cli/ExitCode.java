package dev.copydesk.cli;

/** The exit codes of the contract that commands set themselves. */
final class ExitCode {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int QUARANTINED = 3;
    static final int STOPPED = 4;
    static final int ALREADY_RUNNING = 5;
    static final int IN_THE_WAY = 6;
    static final int LIMIT_PASSED = 7;

    private ExitCode() {}
}
