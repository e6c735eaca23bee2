package dev.copydesk.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NameTokeniserTest {

    @Test
    void splitsThePossessiveOffTheName() {
        assertThat(words("Syria's army and Assad 's allies’ fight, Lebanon’s too"))
                .containsExactly(
                        "Syria", "'s", "army", "and", "Assad", "'s", "allies", "’", "fight", ",", "Lebanon", "’s",
                        "too");
    }

    @Test
    void keepsTheFullStopsOfAbbreviations() {
        assertThat(words("Mr. J. Smith left the U.S. on foot.")).contains("Mr.", "J.", "U.S.", "foot", ".");
    }

    @Test
    void splitsAtHyphensAndKeepsApostrophesInsideNames() {
        assertThat(words("Al-Qaim, O'Brien don't")).containsExactly("Al", "-", "Qaim", ",", "O'Brien", "don't");
    }

    @Test
    void splitsElidedArticlesOnlyWhereTheLanguageHasThem() {
        assertThat(NameTokeniser.tokenise("l'Irak", true))
                .extracting(Token::text)
                .containsExactly("l'", "Irak");
        assertThat(words("l'Irak")).containsExactly("l'Irak");
    }

    @Test
    void countsOffsetsInCodePoints() {
        List<Token> tokens = NameTokeniser.tokenise("😀😀 in دمشق 𝔸 Homs", false);
        Token damascus = tokens.get(2);
        Token homs = tokens.get(tokens.size() - 1);
        assertThat(damascus.text()).isEqualTo("دمشق");
        assertThat(damascus.start()).isEqualTo(6);
        assertThat(damascus.end()).isEqualTo(10);
        assertThat(homs.start()).isEqualTo(13);
        assertThat(homs.at()).isEqualTo(16);
    }

    @Test
    void knowsWhereACapitalIsExpectedAnyway() {
        List<Token> tokens = NameTokeniser.tokenise("Troops left. “They won,” he said: Never in Homs.", false);
        assertThat(tokens)
                .filteredOn(Token::opensSentence)
                .extracting(Token::text)
                .contains("Troops", "They", "Never")
                .doesNotContain("Homs", "he");
    }

    @Test
    void takesLoneSurrogatesAndEndlessWordsAsTheyAre() {
        List<Token> tokens = NameTokeniser.tokenise("\ud83d a\udc00 " + "X".repeat(100_000), false);
        Token last = tokens.get(tokens.size() - 1);
        assertThat(last.end() - last.start()).isEqualTo(100_000);
        assertThat(last.namey()).isFalse();
    }

    private static List<String> words(String text) {
        return NameTokeniser.tokenise(text, false).stream().map(Token::text).toList();
    }
}
