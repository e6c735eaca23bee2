package dev.copydesk.batch;

/** What came of a document in quarantine that was tried again. */
public enum ReplayOutcome {
    /** It is an article now. */
    LOADED,
    /** It is read well now and holds no article. */
    FILTERED,
    /** It failed again and stays in quarantine. */
    QUARANTINED,
    /** Its entry was closed, or its file is about to be loaded again. */
    CLOSED,
    /** Nothing was kept of it, and its file is gone or has changed. */
    NOT_KEPT
}
