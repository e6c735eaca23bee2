package dev.copydesk.document;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

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
     * @param message what is wrong, for people; made clean, as it may quote the document
     */
    record Unreadable(long offset, String code, String message) implements Reading {
        public Unreadable {
            message = CleanText.line(message);
        }
    }

    /**
     * A record of an archive that is read well and is no page.
     *
     * @param reason stable UPPER_SNAKE code
     */
    record NoPage(long offset, String reason) implements Reading {}

    /**
     * A record that says that a page was fetched again and was the same (WARC {@code revisit}).
     *
     * @param url the URL that was fetched, or null when unknown
     * @param capturedAt when, or null when unknown
     * @param originalUrl URL of the capture that holds the page, or null when it is not named
     * @param originalDate date of that capture, or null when it is not named
     * @param recordDigest digest of the page as it was sent, such as {@code sha1:…}, or null when it is not named
     */
    record Revisit(
            long offset,
            @Nullable String url,
            @Nullable Instant capturedAt,
            @Nullable String originalUrl,
            @Nullable Instant originalDate,
            @Nullable String recordDigest)
            implements Reading {}
}
