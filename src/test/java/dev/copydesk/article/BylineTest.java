package dev.copydesk.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BylineTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "By Jane Doe # Jane Doe",
                "By Jane Doe and John Roe, Staff Writers # Jane Doe;John Roe",
                "By JANE DOE # Jane Doe",
                "Posted on Nov 8, 2017 by Jane Doe # Jane Doe",
                "Written by: Dr. Jane Doe, PhD # Jane Doe",
                "Von Max Muster und Erika von der Heide # Max Muster;Erika von der Heide",
                "Von Max Muster, Berlin # Max Muster",
                "Par Jeanne de la Tour et Paul Roux # Jeanne de la Tour;Paul Roux",
                "Por Ana Ruiz y José Peña # Ana Ruiz;José Peña",
                "Di Maria Rossi e Paolo De Luca # Maria Rossi;Paolo De Luca",
                "Door Jan van der Berg # Jan van der Berg",
                "Av Åsa Öberg och Nils Ek # Åsa Öberg;Nils Ek",
                "Jane Doe (Reuters) | Updated 5 March 2017 # Jane Doe",
                "Jane Doe @janedoe jane@example.org # Jane Doe",
                "Jane Doe in London # Jane Doe",
                "Jane Doe Senior Editor # Jane Doe",
                "By Sean O'Neill, Mary-Jane Watts & J. R. Hart # Sean O'Neill;Mary-Jane Watts;J. R. Hart",
            })
    void takesNamesOutOfAByline(String text, String names) {
        assertThat(Byline.names(text)).isEqualTo(List.of(names.split(";", -1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "By Staff",
                "By Staff Writer",
                "(Reuters)",
                "Updated 5 March 2017",
                "AFP",
                "https://example.org/jane",
                "News Desk",
                "By the editorial board",
                "Reuters",
                "by using this site you agree to our terms",
            })
    void isEmptyWhereNobodyIsNamed(String text) {
        assertThat(Byline.names(text)).isEmpty();
    }

    @Test
    void readsOnlyTheBeginningOfALongText() {
        assertThat(Byline.names("By " + "Jane Doe and ".repeat(100_000))).containsExactly("Jane Doe");
    }
}
