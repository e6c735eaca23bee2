package dev.copydesk.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class GazetteerTest {

    @Test
    void knowsCountriesAndCitiesInSeveralLanguagesUnderOneName() {
        assertThat(canonical("en", "Egypt")).isEqualTo("Egypt");
        assertThat(canonical("de", "Ägypten")).isEqualTo("Egypt");
        assertThat(canonical("fr", "Égypte")).isEqualTo("Egypt");
        assertThat(canonical("es", "Egipto")).isEqualTo("Egypt");
        assertThat(canonical("ar", "مصر")).isEqualTo("Egypt");
        assertThat(canonical("ru", "Москва")).isEqualTo("Moscow");
    }

    @Test
    void overlooksAccentsHyphensAndFullStops() {
        assertThat(canonical("en", "Sao Paulo")).isEqualTo(canonical("en", "São Paulo"));
        assertThat(canonical("en", "al Qaeda")).isEqualTo(canonical("en", "Al-Qaeda"));
        assertThat(canonical("en", "U.A.E.")).isEqualTo("United Arab Emirates");
    }

    @Test
    void takesTheLongestNameAndLeavesLowerCaseWordsAlone() {
        Gazetteer gazetteer = Gazetteer.of("en");
        List<Token> tokens = NameTokeniser.tokenise("New York Times told us of Us and US", false);
        Gazetteer.Match times = Objects.requireNonNull(gazetteer.longestAt(tokens, 0));
        assertThat(times.end()).isEqualTo(3);
        assertThat(times.name().type()).isEqualTo(EntityType.ORGANIZATION);
        assertThat(gazetteer.longestAt(tokens, 4)).isNull();
        assertThat(gazetteer.longestAt(tokens, 6)).isNull();
        assertThat(gazetteer.longestAt(tokens, 8)).isNotNull();
    }

    @Test
    void readsAnUnknownLanguageAsEnglish() {
        assertThat(Gazetteer.of("zz-nonsense")).isSameAs(Gazetteer.of("en"));
        assertThat(Gazetteer.of(null)).isSameAs(Gazetteer.of("en"));
    }

    private static String canonical(String language, String name) {
        KnownName known = Gazetteer.of(language).find(name);
        return known == null ? "unknown" : known.canonicalName();
    }
}
