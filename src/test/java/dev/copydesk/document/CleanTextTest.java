package dev.copydesk.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleanTextTest {

    @Test
    void leavesCleanTextAsItIs() {
        String clean = "Rain\tstops play\n\u00A0Ünïcode";

        assertThat(CleanText.of(clean)).isSameAs(clean);
        assertThat(CleanText.of("")).isEmpty();
    }

    @Test
    void removesControlCharactersButTabAndLineFeed() {
        StringBuilder controls = new StringBuilder("<");
        for (char c = 0; c < 0xA0; c++) {
            if (Character.isISOControl(c) && "\t\n\r\f".indexOf(c) < 0) {
                controls.append(c);
            }
        }

        assertThat(CleanText.of(controls + "\t\n>")).isEqualTo("<\t\n>");
    }

    @Test
    void makesEveryLineEndALineFeed() {
        assertThat(CleanText.of("a\r\nb\rc\r\r\nd\fe\u2028f\u2029g\r")).isEqualTo("a\nb\nc\n\nd\ne\nf\ng\n");
    }

    @Test
    void replacesSurrogatesThatStandAloneAndKeepsPairs() {
        assertThat(CleanText.of("\uD83Da\uDE00b\uD83D\uDE00c\uD83D\uD83D\uDE00\uD83D"))
                .isEqualTo("\uFFFDa\uFFFDb\uD83D\uDE00c\uFFFD\uD83D\uDE00\uFFFD");
    }

    @Test
    void removesByteOrderMarksWithinText() {
        assertThat(CleanText.of("\uFEFFRain\uFEFF stops")).isEqualTo("Rain stops");
    }
}
