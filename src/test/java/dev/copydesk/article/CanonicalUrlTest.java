package dev.copydesk.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CanonicalUrlTest {

    @Test
    void lowersSchemeAndHostButNotThePath() {
        assertThat(CanonicalUrl.of("HTTPS://News.Example.ORG/World/Story-1"))
                .isEqualTo("https://news.example.org/World/Story-1");
    }

    @Test
    void dropsDefaultPortFragmentAndUserInformation() {
        assertThat(CanonicalUrl.of("http://me:secret@example.org:80/a#top")).isEqualTo("http://example.org/a");
        assertThat(CanonicalUrl.of("https://example.org:8443/a")).isEqualTo("https://example.org:8443/a");
    }

    @Test
    void dropsWhatOnlyTracksAndKeepsTheRestInOrder() {
        assertThat(CanonicalUrl.of("https://example.org/a?id=7&utm_source=x&fbclid=abc&page=2&UTM_Medium=y"))
                .isEqualTo("https://example.org/a?id=7&page=2");
        assertThat(CanonicalUrl.of("https://example.org/a?gclid=1")).isEqualTo("https://example.org/a");
    }

    @Test
    void resolvesLinksAsBrowsersDo() {
        String base = "https://example.org/world/story.html?x=1";
        assertThat(CanonicalUrl.resolve(base, "../sport/b.html")).isEqualTo("https://example.org/sport/b.html");
        assertThat(CanonicalUrl.resolve(base, "//cdn.example.org/i.jpg")).isEqualTo("https://cdn.example.org/i.jpg");
        assertThat(CanonicalUrl.resolve(base, "?page=2")).isEqualTo("https://example.org/world/story.html?page=2");
        assertThat(CanonicalUrl.resolve(base, " /a b?q=ü|x ")).isEqualTo("https://example.org/a%20b?q=ü%7Cx");
    }

    @Test
    void givesNullForWhatIsNoWebAddress() {
        assertThat(CanonicalUrl.of(null)).isNull();
        assertThat(CanonicalUrl.of("javascript:void(0)")).isNull();
        assertThat(CanonicalUrl.of("mailto:desk@example.org")).isNull();
        assertThat(CanonicalUrl.of("/relative")).isNull();
        assertThat(CanonicalUrl.of("http://")).isNull();
        assertThat(CanonicalUrl.of("http://[broken/")).isNull();
        assertThat(CanonicalUrl.resolve("https://example.org/", "#comments")).isNull();
        assertThat(CanonicalUrl.resolve("not a base", "/a")).isNull();
    }
}
