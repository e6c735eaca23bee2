package dev.copydesk.document;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The Unicode byte order marks (The Unicode Standard, section 23.8). UTF-32 comes first: its little-endian mark begins
 * with that of UTF-16.
 */
enum ByteOrderMark {
    UTF_8(StandardCharsets.UTF_8, "\u00EF\u00BB\u00BF"),
    UTF_32_LITTLE_ENDIAN(Charset.forName("UTF-32LE"), "\u00FF\u00FE\0\0"),
    UTF_32_BIG_ENDIAN(Charset.forName("UTF-32BE"), "\0\0\u00FE\u00FF"),
    UTF_16_LITTLE_ENDIAN(UTF_16LE, "\u00FF\u00FE"),
    UTF_16_BIG_ENDIAN(UTF_16BE, "\u00FE\u00FF");

    private final Charset charset;
    /** One character for each byte. */
    private final String bytes;

    ByteOrderMark(Charset charset, String bytes) {
        this.charset = charset;
        this.bytes = bytes;
    }

    /** The mark that these bytes begin with, or null. */
    static @Nullable ByteOrderMark of(byte[] text) {
        for (ByteOrderMark mark : values()) {
            if (mark.begins(text, text.length)) {
                return mark;
            }
        }
        return null;
    }

    Charset charset() {
        return charset;
    }

    int length() {
        return bytes.length();
    }

    /** Whether the first {@code length} of these bytes begin with the mark. */
    boolean begins(byte[] text, int length) {
        if (length < bytes.length()) {
            return false;
        }
        for (int i = 0; i < bytes.length(); i++) {
            if ((text[i] & 0xff) != bytes.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
