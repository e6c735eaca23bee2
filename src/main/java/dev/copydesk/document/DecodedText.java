package dev.copydesk.document;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** Bytes to clean text; never fails, whatever the bytes. */
final class DecodedText {

    private DecodedText() {}

    /** {@code declared} is the charset that the payload was sent with, or null. */
    static String of(byte[] payload, DocumentFormat format, @Nullable Charset declared) {
        ByteOrderMark mark = ByteOrderMark.of(payload);
        return mark == null
                ? clean(payload, 0, PageCharset.of(payload, format, declared))
                : clean(payload, mark.length(), mark.charset());
    }

    private static String clean(byte[] payload, int start, Charset charset) {
        String wellFormed = charset.equals(UTF_8) ? Utf8Text.of(payload, start) : null;
        return wellFormed == null ? CleanText.of(decoded(payload, start, charset)) : wellFormed;
    }

    private static String decoded(byte[] payload, int start, Charset charset) {
        boolean littleEndian = charset.equals(UTF_16LE);
        if (!littleEndian && !charset.equals(UTF_16BE)) {
            return new String(payload, start, payload.length - start, charset);
        }
        // Java's own decoder drops the good unit after a lone surrogate; cleaning replaces just the surrogate
        CharBuffer units = ByteBuffer.wrap(payload, start, payload.length - start)
                .order(littleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN)
                .asCharBuffer();
        boolean half = (payload.length - start) % 2 == 1;
        return half ? units + "\uFFFD" : units.toString();
    }
}
