package dev.copydesk.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainUrlTest {

    private static final String BASE = "https://example.org/world/story.html?x=1";

    @Test
    void takesAddressesThatAreSpelledCanonically() {
        assertThat(PlainUrl.resolve(BASE, "http://news.example.org/World/story_1-a.html"))
                .isEqualTo("http://news.example.org/World/story_1-a.html");
        assertThat(PlainUrl.resolve(BASE, "/sport/b")).isEqualTo("https://example.org/sport/b");
        assertThat(PlainUrl.resolve(BASE, "/sport/b,c~d%20e?id=12&page=3"))
                .isEqualTo("https://example.org/sport/b,c~d%20e?id=12&page=3");
        assertThat(PlainUrl.resolve(BASE, "https://example.org/a#top")).isEqualTo("https://example.org/a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "https://Example.org/a",
                "https://example.org:443/a",
                "https://me@example.org/a",
                "https://localhost/a",
                "https:///a",
                "https://example.org/a?utm_source=x",
                "https://example.org/a?",
                "https://example.org/a?x=1&&y=2",
                "https://example.org/a?x=1&fbclid=y",
                "https://example.org/a#top#middle",
                "https://example.org/a%2",
                "#top",
                "/a/../b",
                "https://example.org/é",
                "HTTPS://example.org/a",
                "//cdn.example.org/a",
                "/",
                "/a b",
                "a/b",
                "?page=2",
                "mailto:desk@example.org"
            })
    void leavesWhatNeedsParsing(String link) {
        assertThat(PlainUrl.resolve(BASE, link)).isNull();
    }

    @Test
    void leavesLinksOfAPageWhoseOwnAddressNeedsParsing() {
        assertThat(PlainUrl.resolve("", "/a")).isNull();
        assertThat(PlainUrl.resolve("https://example.org", "/a")).isNull();
        assertThat(PlainUrl.resolve("https://example.org:443/b", "/a")).isNull();
    }
}
