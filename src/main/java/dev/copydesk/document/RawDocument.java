package dev.copydesk.document;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One page as it was captured: its bytes, unpacked but not decoded, and what is known of where they come from.
 *
 * @param offset where the document starts in its source file, in bytes of the file as stored; 0 for a file that is one
 *     page
 * @param format what the bytes are, by content rather than by the file's name
 * @param payload the unpacked bytes; not copied, so treat as read-only
 * @param url the URL it was fetched from, or null when only the page itself may tell
 * @param capturedAt when it was captured, or null when unknown
 * @param contentType the content type that it was sent with, parameters and all; null when unknown
 * @param warnings what is wrong with the record it was read from
 * @param recordDigest digest of the payload as it was sent, such as {@code sha1:…}, by which later records refer to it;
 *     null outside archives
 */
@SuppressWarnings("ArrayRecordComponent") // identity is never asked for; copying megabytes would be waste
public record RawDocument(
        long offset,
        DocumentFormat format,
        byte[] payload,
        @Nullable String url,
        @Nullable Instant capturedAt,
        @Nullable String contentType,
        Set<CaptureWarning> warnings,
        @Nullable String recordDigest) {

    /** A document that stands in no archive. */
    public RawDocument(
            long offset, DocumentFormat format, byte[] payload, @Nullable String url, @Nullable Instant capturedAt) {
        this(offset, format, payload, url, capturedAt, null, Set.of(), null);
    }

    /**
     * The document again whose payload was kept, with what was kept of its capture and, where that is null, what the file's
     * place in the ledger tells.
     */
    public static RawDocument kept(
            SourceFile file,
            long offset,
            byte[] payload,
            @Nullable String url,
            @Nullable Instant capturedAt,
            @Nullable String contentType) {
        DocumentFormat named = contentType == null ? null : new ContentType(contentType).page();
        return new RawDocument(
                offset,
                PayloadSniffer.format(payload, named == null ? named(file) : named),
                payload,
                url == null ? file.url() : url,
                capturedAt == null ? file.capturedAt() : capturedAt,
                contentType,
                Set.of(),
                null);
    }

    /** What the name of a file says that the page in it is. */
    static DocumentFormat named(SourceFile file) {
        return file.format() == SourceFormat.TEXT ? DocumentFormat.TEXT : DocumentFormat.HTML;
    }

    /** SHA-256 of the payload. */
    public PayloadDigest digest() {
        return PayloadDigest.of(payload);
    }

    /**
     * The payload as text: charset from the byte order mark, the content type, the page's own declaration, then detection.
     * Control characters other than tab and line feed are gone, line ends are line feeds, broken sequences are U+FFFD.
     */
    public String text() {
        return DecodedText.of(payload, format, contentType == null ? null : new ContentType(contentType).charset());
    }
}
