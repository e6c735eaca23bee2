package dev.copydesk.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.copydesk.Property;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is normalised once stays as it is. */
class ArticlePropertyTest {

    private static final int TRIES = 7_000;

    @Test
    void aCanonicalUrlIsItsOwnCanonicalUrl() throws Exception {
        Property.holds(TRIES, values -> {
            String canonical = CanonicalUrl.of(values.oneOf("https://", "HTTP://", "https://u@", "http://a.example")
                    + values.text(
                            "A.Example",
                            "b.example",
                            ":80",
                            ":443",
                            ":",
                            "/",
                            "//",
                            "/../",
                            "/./",
                            "?",
                            "&",
                            "=",
                            "#",
                            "%",
                            "%2",
                            "%2F",
                            "%zz",
                            "utm_source=x",
                            "fbclid=1",
                            "a=1",
                            " ",
                            "\\",
                            "[",
                            "]",
                            "{",
                            "ü",
                            "@",
                            "\n",
                            "x".repeat(700)));
            if (canonical != null) {
                assertThat(CanonicalUrl.of(canonical)).isEqualTo(canonical);
                assertThat(CanonicalUrl.resolve("https://other.example/a/b", canonical))
                        .isEqualTo(canonical);
            }
        });
    }

    @Test
    void theNamesOfABylineAreItsNames() throws Exception {
        Property.holds(TRIES, values -> {
            List<String> names = Byline.names(values.text(
                    "By ",
                    "Jane ",
                    "DOE ",
                    "O'Neill ",
                    "van ",
                    "Dr. ",
                    "and ",
                    ", ",
                    "; ",
                    "Staff Writer ",
                    "jr. ",
                    "Mc",
                    "é",
                    "Иван ",
                    "Петров ",
                    "王小明 ",
                    "Anne-Marie ",
                    "Reuters ",
                    "(",
                    ") ",
                    "@x ",
                    "y ",
                    "de la ",
                    "PhD "));
            for (String name : names) {
                assertThat(PersonName.of(name)).isEqualTo(name);
            }
        });
    }

    @Test
    void aDateIsItsOwnDate() throws Exception {
        Property.holds(
                TRIES,
                values -> DateParser.parse(values.text(
                                "2017",
                                "-",
                                "11",
                                "08",
                                "T",
                                "05",
                                ":",
                                "17",
                                "Z",
                                "+01:00",
                                " ",
                                "Nov ",
                                "8",
                                ", ",
                                "November ",
                                "8. ",
                                "pm ",
                                "EST ",
                                "Uhr ",
                                "2026-02-03",
                                "1510118257"))
                        .ifPresent(date -> assertThat(DateParser.parse(date.iso())
                                        .orElseThrow()
                                        .iso())
                                .isEqualTo(date.iso())));
    }
}
