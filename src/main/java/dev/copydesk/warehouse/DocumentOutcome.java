package dev.copydesk.warehouse;

import dev.copydesk.article.Article;
import dev.copydesk.article.fingerprint.Fingerprint;
import dev.copydesk.document.PayloadDigest;
import dev.copydesk.entity.TaggedText;
import java.time.Instant;
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
     */
    record ArticleFound(
            long sourceFileId,
            long offset,
            Article article,
            TaggedText names,
            Fingerprint fingerprint,
            @Nullable Instant capturedAt,
            Instant seenAt,
            PayloadDigest payloadDigest)
            implements DocumentOutcome {}

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
     */
    @SuppressWarnings("ArrayRecordComponent") // handed to the database once, never compared
    record Failed(long sourceFileId, long offset, Stage stage, String code, String message, byte @Nullable [] payload)
            implements DocumentOutcome {}

    /** Where a document failed. */
    enum Stage {
        READ,
        EXTRACT,
        WRITE
    }
}
