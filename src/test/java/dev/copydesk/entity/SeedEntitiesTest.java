package dev.copydesk.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The names of the seed article, as a reader finds them. */
class SeedEntitiesTest {

    private static final Path EXPECTED = Path.of("..", "shared", "seed", "expected.json");

    private static Tagged tagged = Tagged.english();

    @BeforeAll
    static void tagTheSeed() throws Exception {
        assumeTrue(Files.exists(EXPECTED), "the seed article is not beside this repository");
        JsonNode article = JsonMapper.shared().readTree(Files.readString(EXPECTED));
        List<String> paragraphs = new ArrayList<>();
        article.get("paragraphs").forEach(paragraph -> paragraphs.add(paragraph.asString()));
        tagged = Tagged.english(paragraphs.toArray(String[]::new));
    }

    @Test
    void findsEveryPlaceAndNothingElse() {
        assertThat(tagged.locations())
                .containsOnly(
                        "Albu Kamal",
                        "Iraq",
                        "Deir Ezzor",
                        "Raqqa",
                        "Al-Qaim",
                        "Damascus",
                        "Lebanon",
                        "Syria",
                        "Euphrates River",
                        "Euphrates Valley",
                        "Moscow",
                        "Russia",
                        "US");
        assertThat(tagged.locations()).filteredOn("Albu Kamal"::equals).hasSize(11);
    }

    @Test
    void findsEveryOrganisationAndNothingElse() {
        assertThat(tagged.organizations())
                .containsOnly(
                        "Daesh",
                        "SANA",
                        "AFP",
                        "Hezbollah",
                        "Hashed Al-Shaabi",
                        "Syrian Observatory for Human Rights",
                        "Observatory",
                        "United Nations");
        assertThat(tagged.names("Observatory")).containsExactly("Syrian Observatory for Human Rights");
    }

    @Test
    void findsEveryPersonAndFoldsTheFamilyName() {
        assertThat(tagged.persons()).containsExactly("Rami Abdel Rahman", "Bashar Assad", "Assad");
        assertThat(tagged.names("Assad")).containsExactly("Bashar Assad");
    }

    @Test
    void keepsNationalitiesApart() {
        assertThat(tagged.misc()).containsOnly("Syrian", "Russian", "Iraqi", "British");
    }
}
