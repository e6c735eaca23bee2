package dev.copydesk.document;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * Recognises UTF-16 that lacks its byte order mark by where its zero bytes lie: markup, blanks and digits put one into
 * the same half of many units, and none into the other half.
 */
final class Utf16Guess {

    private static final int SAMPLE = 4 * 1024;

    private Utf16Guess() {}

    /** UTF-16LE, UTF-16BE, or null for anything else. */
    static @Nullable Charset of(byte[] text) {
        int units = Math.min(text.length, SAMPLE) / 2;
        int high = 0;
        int low = 0;
        for (int i = 0; i < units; i++) {
            high += text[2 * i] == 0 ? 1 : 0;
            low += text[2 * i + 1] == 0 ? 1 : 0;
        }
        if (Math.max(high, low) * 5 < units || units == 0) {
            return null;
        }
        if (high * 50 <= low) {
            return UTF_16LE;
        }
        return low * 50 <= high ? UTF_16BE : null;
    }
}
