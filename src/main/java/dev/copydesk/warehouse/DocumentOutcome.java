package dev.copydesk.warehouse;

import dev.copydesk.article.Article;
import dev.copydesk.article.fingerprint.Fingerprint;
import dev.copydesk.document.CaptureWarning;
import dev.copydesk.document.PayloadDigest;
import dev.copydesk.document.Reading;
import dev.copydesk.entity.TaggedText;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is to be written of one document of a source file. */
public sealed interface DocumentOutcome {

    /** The file in the ledger. */
    long sourceFileId();

    /** Where the document starts in its file, in bytes. */
    long offset();

    /**
     * An article.
     *
     * @param names the names in its paragraphs
     * @param fingerprint of the article's body
     * @param capturedAt when the page was captured, or null when unknown
     * @param seenAt the capture date or, where unknown, the file's last modification
     * @param payloadDigest digest of the document it came from
     * @param record what is known of the record that holds the document; null outside archives
     */
    record ArticleFound(
            long sourceFileId,
            long offset,
            Article article,
            TaggedText names,
            Fingerprint fingerprint,
            @Nullable Instant capturedAt,
            Instant seenAt,
            PayloadDigest payloadDigest,
            @Nullable RecordNote record)
            implements DocumentOutcome {}

    /**
     * What is known of the record of an archive that holds a document.
     *
     * @param url the URL it was fetched from, or null
     * @param digest digest of the document as it was sent, by which revisit records refer to it
     * @param warnings what is wrong with the record
     */
    record RecordNote(@Nullable String url, String digest, Set<CaptureWarning> warnings) {}

    /** A record that says that a page was fetched again and was the same. */
    record Revisited(long sourceFileId, Reading.Revisit revisit) implements DocumentOutcome {
        @Override
        public long offset() {
            return revisit.offset();
        }
    }

    /**
     * A document that is no article.
     *
     * @param url its canonical URL, or null when unknown
     */
    record NoArticle(
            long sourceFileId,
            long offset,
            String reason,
            @Nullable String url) implements DocumentOutcome {}

    /**
     * A document that goes to quarantine.
     *
     * @param payload the document, unpacked, or null when there is none or it is too large to keep
     * @param url its URL, or null when unknown
     * @param capturedAt when it was captured, or null when unknown
     * @param contentType the content type that it was sent with, or null when unknown
     */
    @SuppressWarnings("ArrayRecordComponent") // handed to the database once, never compared
    record Failed(
            long sourceFileId,
            long offset,
            Stage stage,
            String code,
            String message,
            byte @Nullable [] payload,
            @Nullable String url,
            @Nullable Instant capturedAt,
            @Nullable String contentType)
            implements DocumentOutcome {

        /** One of which nothing is kept. */
        public Failed(long sourceFileId, long offset, Stage stage, String code, String message) {
            this(sourceFileId, offset, stage, code, message, null, null, null, null);
        }
    }

    /** Where a document failed. */
    enum Stage {
        READ,
        EXTRACT,
        WRITE
    }
}
