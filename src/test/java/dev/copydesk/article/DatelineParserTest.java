package dev.copydesk.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.copydesk.article.DatelineParser.Split;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatelineParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Beiurt - Emirates Voice # Beiurt # Emirates Voice # ''",
                "PARIS (Reuters) – The talks failed. # PARIS # Reuters # The talks failed.",
                "PARIS (Reuters) - The talks failed. # PARIS # Reuters # The talks failed.",
                "WASHINGTON, Nov 8 (AP) — The talks failed. # WASHINGTON # AP # The talks failed.",
                "NEW YORK, N.Y., 8 November 2017 /Newswire/ -- The talks failed. # NEW YORK, N.Y. # Newswire # The talks failed.",
                "LONDON: The talks failed. # LONDON # # The talks failed.",
                "BEIRUT — The talks failed. # BEIRUT # # The talks failed.",
                "Beirut — The talks failed. # Beirut # # The talks failed.",
                "Berlin (dpa) - Die Gespräche sind gescheitert. # Berlin # dpa # Die Gespräche sind gescheitert.",
                "(Reuters) - The talks failed. # # Reuters # The talks failed.",
                "القاهرة (رويترز) - فشلت المحادثات # القاهرة # رويترز # فشلت المحادثات",
            })
    void splitsADatelineOff(String paragraph, String place, String agency, String rest) {
        assertThat(DatelineParser.split(paragraph)).hasValue(new Split(new Dateline(place, agency), rest));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Apple: we said nothing of the kind",
                "Monday - he left for good",
                "WATCH: The talks fail in ten minutes",
                "BREAKING — The talks failed",
                "The talks (which nobody wanted) - they failed",
                "He said: The talks failed",
                "PARIS",
                "The talks failed - The News at Ten reports",
            })
    void takesNoBodyTextForADateline(String paragraph) {
        assertThat(DatelineParser.split(paragraph)).isEmpty();
    }

    @Test
    void takesTheSitesOwnNameForAnAgency() {
        assertThat(DatelineParser.split("Zahrat - The Cedar Lantern", "The Cedar Lantern"))
                .hasValue(new Split(new Dateline("Zahrat", "The Cedar Lantern"), ""));
        assertThat(DatelineParser.split("Zahrat - The Cedar Lantern")).isEmpty();
    }
}
