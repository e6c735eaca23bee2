package dev.copydesk.document;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Guesses the charset of bytes that declare none, by ICU's statistics over a bounded sample around the first letters
 * that are not ASCII. A guess that does not decode the sample is passed over for the next best; windows-1252, which
 * browsers fall back to as well, is the last.
 */
final class DetectedCharset {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** The detector looks at 8,000 bytes of what is left after the tags. */
    private static final int SAMPLE = 32 * 1024;

    private static final int SAMPLE_BEFORE = 64;

    /** With fewer bytes that are not ASCII, a word or two, statistics mislead. */
    private static final int LEAST_HIGH_BYTES = 8;

    /** Of 100. Below it the detector has counted next to nothing. */
    private static final int LEAST_CONFIDENCE = 15;

    private DetectedCharset() {}

    /**
     * The likeliest charset.
     *
     * @param firstHigh index of the first byte that is not ASCII
     */
    static Charset of(byte[] payload, int firstHigh, DocumentFormat format) {
        int start = Math.max(0, firstHigh - SAMPLE_BEFORE);
        byte[] sample = Arrays.copyOfRange(payload, start, Math.min(payload.length, start + SAMPLE));
        int highBytes = 0;
        for (byte b : sample) {
            highBytes += b < 0 ? 1 : 0;
        }
        if (highBytes < LEAST_HIGH_BYTES) {
            return WINDOWS_1252;
        }
        CharsetDetector detector = new CharsetDetector();
        detector.enableInputFilter(format == DocumentFormat.HTML);
        detector.setText(sample);
        for (CharsetMatch match : detector.detectAll()) {
            Charset charset = charset(match);
            if (charset != null && decodes(charset, sample, highBytes)) {
                return charset;
            }
        }
        return WINDOWS_1252;
    }

    /** Null for what cannot be: UTF-8 and UTF-16 were looked for before, and no page is in EBCDIC. */
    private static @Nullable Charset charset(CharsetMatch match) {
        if (match.getConfidence() < LEAST_CONFIDENCE || match.getName().startsWith("UTF-")) {
            return null;
        }
        return CharsetLabel.charset(match.getName());
    }

    private static boolean decodes(Charset charset, byte[] sample, int highBytes) {
        long wrong = new String(sample, charset)
                .chars()
                .filter(c -> c == '\uFFFD' || (c >= 0x80 && c < 0xA0))
                .count();
        return wrong * 50 <= highBytes;
    }
}
