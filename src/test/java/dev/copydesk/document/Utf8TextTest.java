package dev.copydesk.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8TextTest {

    @Test
    void makesOfWellFormedBytesWhatDecodingAndCleaningMake() {
        String[] pieces = {
            "a",
            "words of some length, more than eight letters and even more than thirty-two of them",
            "\n",
            "\r\n",
            "\r",
            "\f",
            "\t",
            "\0",
            "\u001b",
            "\u007f",
            "\u0085",
            "é",
            "\u2028",
            "\uFEFF",
            "日本語",
            "\uD83D\uDE00",
            " "
        };
        Random random = new Random(3);
        for (int round = 0; round < 3_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            byte[] bytes = text.toString().getBytes(UTF_8);

            assertThat(Utf8Text.of(bytes, 0)).isEqualTo(CleanText.of(new String(bytes, UTF_8)));
        }
    }

    @Test
    void knowsEveryAsciiCharacterAtEveryPlaceOfAWord() {
        for (char c = 0; c < 128; c++) {
            for (int place = 0; place < 17; place++) {
                String text = "x".repeat(place) + c + "y".repeat(40);

                assertThat(Utf8Text.of(text.getBytes(ISO_8859_1), 0)).isEqualTo(CleanText.of(text));
            }
        }
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        for (String broken :
                new String[] {"Caf\u00e9", "\u00c0\u0080", "\u00ed\u00a0\u0080", "\u00e2\u0082", "\u0080"}) {
            assertThat(Utf8Text.of(broken.getBytes(ISO_8859_1), 0)).isNull();
        }
    }

    @Test
    void readsFromBehindAByteOrderMark() {
        assertThat(Utf8Text.of("\uFEFFFähre".getBytes(UTF_8), 3)).isEqualTo("Fähre");
    }
}
