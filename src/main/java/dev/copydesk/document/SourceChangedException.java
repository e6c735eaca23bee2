package dev.copydesk.document;

import java.io.IOException;

/** A file is no longer the version that was found, so that no more of it may be read. */
public final class SourceChangedException extends IOException {

    /** Code of quarantine entries of files that changed while they were loaded. */
    public static final String CODE = "SOURCE_CHANGED";

    /** What to tell of such a file. */
    public static final String MESSAGE = "the file changed while the load ran; the next load reads it again";

    private static final long serialVersionUID = 1L;

    public SourceChangedException() {
        super(MESSAGE);
    }
}
