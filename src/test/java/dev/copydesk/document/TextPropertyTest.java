package dev.copydesk.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.copydesk.Property;
import dev.copydesk.Property.Values;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class TextPropertyTest {

    private static final int TRIES = 3_000;

    @Test
    void cleanTextStaysAsItIs() throws Exception {
        Property.holds(TRIES, values -> {
            String clean = CleanText.of(text(values));
            assertThat(CleanText.of(clean)).isEqualTo(clean);
            String line = CleanText.line(text(values));
            assertThat(CleanText.line(line)).isEqualTo(line);
        });
    }

    @Test
    void textThatWasDecodedAndIsWrittenAsUtf8IsDecodedToItself() throws Exception {
        Property.holds(TRIES, values -> {
            String decoded = DecodedText.of(values.bytes(values.count()), DocumentFormat.TEXT, null);
            assertThat(DecodedText.of(
                            decoded.getBytes(StandardCharsets.UTF_8), DocumentFormat.TEXT, StandardCharsets.UTF_8))
                    .isEqualTo(decoded);
        });
    }

    @Test
    void aDigestIsOfTheBytesWhateverPiecesTheyComeIn() throws Exception {
        Property.holds(TRIES, values -> {
            byte[] bytes = values.bytes(values.count() * 7);
            MessageDigest pieces = PayloadDigest.sha256();
            for (int at = 0; at < bytes.length; ) {
                int length = Math.min(bytes.length - at, values.count());
                pieces.update(bytes, at, length);
                at += length;
            }
            String digest = PayloadDigest.of(bytes).hex();
            assertThat(HexFormat.of().formatHex(pieces.digest())).isEqualTo(digest);
            if (bytes.length > 0) {
                bytes[values.below(bytes.length)] ^= (byte) (1 << values.below(8));
                assertThat(PayloadDigest.of(bytes).hex()).isNotEqualTo(digest);
            }
        });
    }

    private static String text(Values values) {
        return values.text("\r", "\n", "\r\n", "\t", "\uD83D", "\uDE00", "\u0000", "\uFEFF", "\u2028", "harbour ");
    }
}
