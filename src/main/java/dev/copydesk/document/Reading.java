package dev.copydesk.document;

/** What came of reading one document of a source file. */
public sealed interface Reading {

    /** Where the document starts in its source file, in bytes of the file as stored. */
    long offset();

    /** A document that was read. */
    record Read(RawDocument document) implements Reading {
        @Override
        public long offset() {
            return document.offset();
        }
    }

    /**
     * A document that could not be read.
     *
     * @param code stable UPPER_SNAKE code
     * @param message what is wrong, for people
     */
    record Unreadable(long offset, String code, String message) implements Reading {}
}
