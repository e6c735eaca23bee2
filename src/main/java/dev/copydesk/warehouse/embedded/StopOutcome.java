package dev.copydesk.warehouse.embedded;

/** What came of the wish to stop the server. */
public enum StopOutcome {
    STOPPED,
    NOT_RUNNING,
    /** A load or another command uses the server; it stops when the last of them ends. */
    STILL_IN_USE
}
