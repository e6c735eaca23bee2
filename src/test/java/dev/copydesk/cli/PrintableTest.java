package dev.copydesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

    @Test
    void takesTheSteeringOutOfText() {
        assertThat(Printable.of("a\u001b[31mred\u0007\u009b2J")).isEqualTo("a\uFFFD[31mred\uFFFD\uFFFD2J");
        assertThat(Printable.of("user\u202Egnp.exe\u2066")).isEqualTo("user\uFFFDgnp.exe\uFFFD");
        assertThat(Printable.of("\uD800 alone")).isEqualTo("\uFFFD alone");
    }

    @Test
    void leavesLettersOfAllScriptsAlone() {
        String text = "بيروت naïve 東京 👩‍👩‍👧 Straße";
        assertThat(Printable.of(text)).isEqualTo(text);
    }

    @Test
    void makesOneLineOfSeveral() {
        assertThat(Printable.of("one\ntwo\tthree\r\n")).isEqualTo("one two three  ");
    }

    @Test
    void cutsByCodePoints() {
        assertThat(Printable.of("👩👩👩👩", 3)).isEqualTo("👩👩…");
        assertThat(Printable.of("abc", 3)).isEqualTo("abc");
    }
}
