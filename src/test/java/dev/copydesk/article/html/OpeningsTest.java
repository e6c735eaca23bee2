package dev.copydesk.article.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OpeningsTest {

    @Test
    void findsTextsThatBeginWithAPhrase() {
        Openings openings = Openings.of(List.of("read also", "read a lot", "more", "lesen sie auch"));

        assertThat(openings.open("read also: the ferry returns")).isTrue();
        assertThat(openings.open("lesen sie auch das")).isTrue();
        assertThat(openings.open("read alone")).isFalse();
        assertThat(openings.open("read al")).isFalse();
    }

    @Test
    void passesOverPhrasesThatAreTooShortToTell() {
        assertThat(Openings.of(List.of("more")).open("more ferries this summer"))
                .isFalse();
    }

    @Test
    void wantsAnotherWordWhereWordsOpen() {
        Openings openings = Openings.ofWords(List.of("more from"));

        assertThat(openings.open("more from lisk")).isTrue();
        assertThat(openings.open("more fromage")).isFalse();
    }
}
