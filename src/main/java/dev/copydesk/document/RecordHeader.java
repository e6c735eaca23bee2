package dev.copydesk.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.MessageHeaders;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

/** The named fields of a WARC record (ISO 28500, section 5), parsed by jwarc; of a field that is given twice, the first. */
record RecordHeader(MessageHeaders fields) {

    /** Bytes of a header that are read; longer ones are damage. */
    static final int MOST_BYTES = 1 << 20;

    /** The header in these bytes, or null when it is none. */
    static @Nullable RecordHeader parse(byte[] bytes) throws IOException {
        try (WarcReader reader = new WarcReader(new ByteArrayInputStream(bytes))) {
            reader.setLenient(true);
            return reader.next().map(WarcRecord::headers).map(RecordHeader::new).orElse(null);
        } catch (IOException | RuntimeException e) {
            // jwarc throws many kinds of these for what is no header
            return null;
        }
    }

    /** In lower case; empty when it is missing. */
    String type() {
        String type = text("WARC-Type");
        return type == null ? "" : type.toLowerCase(Locale.ROOT);
    }

    /** The length of the block, or null when none is given. */
    @Nullable
    Long length() {
        String text = text("Content-Length");
        return text != null && text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
    }

    @Nullable
    Instant date(String name) {
        String text = text(name);
        return text == null ? null : CaptureTime.parse(text);
    }

    /** An address, without the angle brackets that some writers put around it. */
    @Nullable
    String uri(String name) {
        String uri = text(name);
        return uri != null && uri.startsWith("<") && uri.endsWith(">") ? uri.substring(1, uri.length() - 1) : uri;
    }

    /** The value of a field, made clean, as it may be stored; null when it is missing or blank. */
    @Nullable
    String text(String name) {
        Optional<String> value = fields.first(name).map(CleanText::line).map(String::strip);
        return value.isEmpty() || value.get().isEmpty() ? null : value.get();
    }
}
