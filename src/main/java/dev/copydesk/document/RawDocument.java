package dev.copydesk.document;

import java.time.Instant;
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
 */
@SuppressWarnings("ArrayRecordComponent") // identity is never asked for; copying megabytes would be waste
public record RawDocument(
        long offset,
        DocumentFormat format,
        byte[] payload,
        @Nullable String url,
        @Nullable Instant capturedAt) {

    /** The document again whose payload was kept from this file, with what the file's place in the ledger tells of it. */
    public static RawDocument kept(SourceFile file, long offset, byte[] payload) {
        return new RawDocument(
                offset, PayloadSniffer.format(payload, file.format()), payload, file.url(), file.capturedAt());
    }

    /** SHA-256 of the payload. */
    public PayloadDigest digest() {
        return PayloadDigest.of(payload);
    }

    /**
     * The payload as text: charset from the byte order mark, the page's own declaration, then detection. Control
     * characters other than tab and line feed are gone, line ends are line feeds, broken sequences are U+FFFD.
     */
    public String text() {
        return DecodedText.of(payload, format);
    }
}
