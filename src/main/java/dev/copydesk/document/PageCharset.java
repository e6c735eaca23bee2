package dev.copydesk.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides in which charset a payload without byte order mark is written. Bytes speak louder than declarations: text in
 * another charset is hardly ever valid UTF-8 by chance, so a declaration is believed only where the bytes do not
 * contradict it, and statistics decide where nothing is declared.
 */
final class PageCharset {

    /** Charsets in which two letters of ordinary text may look like one of UTF-8. */
    private static final Set<String> MULTI_BYTE =
            Set.of("GB18030", "Big5-HKSCS", "EUC-JP", "windows-31j", "x-windows-949");

    /** Sequences of UTF-8 after which chance is ruled out for those. */
    private static final int MANY = 10;

    private static final byte ESCAPE = 0x1b;

    private PageCharset() {}

    /** {@code sent} is the charset that the server named, which goes before the page's own (HTML Standard, 13.2.3.2); or null. */
    static Charset of(byte[] payload, DocumentFormat format, @Nullable Charset sent) {
        Charset utf16 = Utf16Guess.of(payload);
        if (utf16 != null) {
            return utf16;
        }
        Utf8Evidence evidence = Utf8Evidence.of(payload);
        if ((evidence.broken() == 0 && evidence.sequences() >= MANY) || (evidence.isAscii() && !hasEscape(payload))) {
            return UTF_8;
        }
        Charset declared = sent != null ? sent : format == DocumentFormat.HTML ? DeclaredCharset.of(payload) : null;
        if (declared == null) {
            return isMostlyUtf8(evidence, 4) ? UTF_8 : DetectedCharset.of(payload, evidence.firstHigh(), format);
        }
        if (declared.equals(UTF_8)) {
            return isMostlyUtf8(evidence, 1) ? UTF_8 : DetectedCharset.of(payload, evidence.firstHigh(), format);
        }
        boolean chance = MULTI_BYTE.contains(declared.name()) && evidence.sequences() < MANY;
        return !chance && evidence.sequences() > 0 && isMostlyUtf8(evidence, 4) ? UTF_8 : declared;
    }

    /** Whether there are at least so many times more good sequences than broken ones. */
    private static boolean isMostlyUtf8(Utf8Evidence evidence, int times) {
        return evidence.sequences() >= (long) times * evidence.broken();
    }

    private static boolean hasEscape(byte[] payload) {
        for (byte b : payload) {
            if (b == ESCAPE) {
                return true;
            }
        }
        return false;
    }
}
