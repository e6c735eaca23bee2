package dev.copydesk.document;

import static dev.copydesk.document.CaptureWarning.BLOCK_DIGEST_WRONG;
import static dev.copydesk.document.CaptureWarning.CONTENT_ENCODING_WRONG;
import static dev.copydesk.document.CaptureWarning.DATE_INVALID;
import static dev.copydesk.document.CaptureWarning.DIGEST_MISSING;
import static dev.copydesk.document.CaptureWarning.LENGTH_WRONG;
import static dev.copydesk.document.CaptureWarning.PAYLOAD_DIGEST_WRONG;
import static dev.copydesk.document.CaptureWarning.TRUNCATED;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks into a WARC record: which kind it is, and what page is in it. What is no page has one of the reasons
 *
 * <ul>
 *   <li>{@code WARC_REQUEST}, {@code WARC_METADATA}, {@code WARC_WARCINFO}, {@code WARC_CONTINUATION}, {@code WARC_OTHER}:
 *       the type of the record;
 *   <li>{@code HTTP_404} and the like: the server's status, if it is not 200;
 *   <li>{@code CONTENT_TYPE}: neither HTML nor text;
 *   <li>{@code TARGET_NOT_WEB}: its address is none of a page, such as those that crawlers give their own notes.
 * </ul>
 *
 * <p>What cannot be read has one of the codes of {@link PagePayload}, or {@code RECORD_CUT}, {@code SEGMENTED}, {@code
 * HTTP_DAMAGED}, {@code CHUNKED_DAMAGED}, {@code CONTENT_ENCODING_DAMAGED}, {@code CONTENT_ENCODING_UNKNOWN}.
 */
final class RecordContent {

    private static final Set<String> TYPES = Set.of("request", "metadata", "warcinfo", "continuation");

    private static final int MOST_CODINGS = 3;

    private final long offset;
    private final RecordHeader header;
    private final byte[] block;
    private final boolean whole;
    private final Set<CaptureWarning> warnings;
    private final RecordLimits limits;

    /** A record whose block has this length, of which so much is held as the limits allow. */
    RecordContent(
            long offset,
            RecordHeader header,
            byte[] held,
            long length,
            Set<CaptureWarning> warnings,
            RecordLimits limits) {
        this.offset = offset;
        this.header = header;
        this.block = held;
        this.whole = held.length == length;
        this.warnings = EnumSet.noneOf(CaptureWarning.class);
        this.warnings.addAll(warnings);
        this.limits = limits;
    }

    Reading reading() {
        return switch (header.type()) {
            case "response" -> isWeb() ? response() : noPage("TARGET_NOT_WEB");
            case "resource", "conversion" -> isWeb() ? resource() : noPage("TARGET_NOT_WEB");
            case "revisit" -> isWeb() ? revisit() : noPage("TARGET_NOT_WEB");
            default ->
                noPage("WARC_" + (TYPES.contains(header.type()) ? header.type().toUpperCase(Locale.ROOT) : "OTHER"));
        };
    }

    private boolean isWeb() {
        String uri = header.uri("WARC-Target-URI");
        return uri == null || uri.toLowerCase(Locale.ROOT).matches("(?s)(https?|ftp|file):.*");
    }

    private Reading revisit() {
        String original = header.uri("WARC-Refers-To-Target-URI");
        return new Reading.Revisit(
                offset,
                header.uri("WARC-Target-URI"),
                header.date("WARC-Date"),
                original,
                header.date("WARC-Refers-To-Date"),
                RecordDigests.canonical(header, "WARC-Payload-Digest"));
    }

    private Reading resource() {
        String type = header.text("Content-Type");
        DocumentFormat named = page(type, block);
        if (named == null) {
            return noPage("CONTENT_TYPE");
        }
        Reading.Unreadable obstacle = obstacle();
        return obstacle != null ? obstacle : document(named, type, block, List.of(block));
    }

    private Reading response() {
        HttpRecord http = HttpRecord.parse(block);
        if (http == null) {
            String type = header.text("Content-Type");
            boolean other = type != null
                    && !new ContentType(type).media().equals("application/http")
                    && page(type, block) == null;
            return other
                    ? noPage("CONTENT_TYPE")
                    : unreadable("HTTP_DAMAGED", "holds no HTTP response that can be understood");
        }
        if (http.status() != 200) {
            return noPage("HTTP_" + http.status());
        }
        DocumentFormat named = page(http.contentType(), new byte[0]);
        if (named == null && http.contentType() != null) {
            return noPage("CONTENT_TYPE");
        }
        Reading.Unreadable obstacle = obstacle();
        if (obstacle != null) {
            return obstacle;
        }
        HttpRecord.Body body = http.body(warnings);
        if (body.damaged() && !warnings.contains(TRUNCATED)) {
            return unreadable("CHUNKED_DAMAGED", "is sent in chunks, which are damaged");
        }
        return decoded(http, named, body.bytes());
    }

    private Reading decoded(HttpRecord http, @Nullable DocumentFormat named, byte[] body) {
        byte[] payload = body;
        List<String> codings = new ArrayList<>(http.contentCodings());
        Collections.reverse(codings);
        if (codings.size() > MOST_CODINGS) {
            return unreadable("CONTENT_ENCODING_UNKNOWN", "is packed " + codings.size() + " times over");
        }
        for (String name : codings) {
            ContentCoding coding = ContentCoding.of(name);
            if (coding == null) {
                return unreadable("CONTENT_ENCODING_UNKNOWN", "is packed in an unknown way, '" + name + "'");
            }
            ContentCoding.Unpacked unpacked = coding.unpack(payload, limits.document());
            if (!unpacked.damaged() || warnings.contains(TRUNCATED)) {
                payload = unpacked.bytes();
            } else if (unpacked.bytes().length == 0 && PayloadSniffer.notText(payload) == null) {
                warnings.add(CONTENT_ENCODING_WRONG); // the crawler has unpacked it and left the header
            } else {
                return unreadable("CONTENT_ENCODING_DAMAGED", "is packed as " + name + ", which is damaged");
            }
            if (payload.length > limits.document()) {
                return PagePayload.tooLarge(offset, limits.document(), true);
            }
        }
        DocumentFormat format = named == null ? page(null, payload) : named;
        return format == null
                ? noPage("CONTENT_TYPE")
                : document(format, http.contentType(), payload, List.of(http.stored(), body));
    }

    /** What keeps a record of a page from being read at all, or null. */
    private Reading.@Nullable Unreadable obstacle() {
        if (header.text("WARC-Segment-Number") != null) {
            return unreadable("SEGMENTED", "is continued in another record, which is not supported");
        }
        if (!whole) {
            return PagePayload.tooLarge(offset, limits.document(), false);
        }
        if (header.text("WARC-Truncated") != null) {
            warnings.add(TRUNCATED);
        }
        if (!RecordDigests.fits(header, "WARC-Block-Digest", List.of(block), warnings)) {
            if (warnings.contains(LENGTH_WRONG)) {
                return unreadable("RECORD_CUT", "has another length and another digest than its header says");
            }
            warnings.add(BLOCK_DIGEST_WRONG);
        }
        return null;
    }

    /** {@code sent} is what the payload's digest may have been taken of. */
    private Reading document(DocumentFormat named, @Nullable String type, byte[] payload, List<byte[]> sent) {
        if (payload.length > limits.document()) {
            return PagePayload.tooLarge(offset, limits.document(), false);
        }
        boolean fits = RecordDigests.fits(header, "WARC-Payload-Digest", sent, warnings);
        if (!fits) {
            warnings.add(PAYLOAD_DIGEST_WRONG);
        }
        if (header.text("WARC-Payload-Digest") == null && header.text("WARC-Block-Digest") == null) {
            warnings.add(DIGEST_MISSING);
        }
        Instant date = header.date("WARC-Date");
        if (date == null) {
            warnings.add(DATE_INVALID);
        }
        String digest = fits ? RecordDigests.canonical(header, "WARC-Payload-Digest") : null;
        return PagePayload.reading(
                offset,
                payload,
                named,
                format -> new RawDocument(
                        offset,
                        format,
                        payload,
                        header.uri("WARC-Target-URI"),
                        date,
                        type,
                        Set.copyOf(warnings),
                        digest == null ? RecordDigests.sha1(sent.get(0)) : digest));
    }

    /** What the content type says; where it is missing or says nothing, whether the payload is HTML. */
    private static @Nullable DocumentFormat page(@Nullable String contentType, byte[] payload) {
        if (contentType == null || new ContentType(contentType).media().equals("application/octet-stream")) {
            DocumentFormat sniffed = PayloadSniffer.format(payload, DocumentFormat.TEXT);
            return sniffed == DocumentFormat.HTML ? sniffed : null;
        }
        return new ContentType(contentType).page();
    }

    private Reading noPage(String reason) {
        return new Reading.NoPage(offset, reason);
    }

    private Reading.Unreadable unreadable(String code, String message) {
        return new Reading.Unreadable(offset, code, message);
    }
}
