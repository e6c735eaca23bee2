package dev.copydesk.article.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTargetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/news/storm-over-orrow",
                "/news/storm-over-orrow/",
                "/news/article1234",
                "/2024/05/storm",
                "/2024/05/08/storm/",
                "/lisk/storm-7.html",
                "/?p=123",
                "/video?clipId=1833115",
                "/?story=storm-over-orrow-ends"
            })
    void tellsAddressesOfArticles(String path) {
        assertThat(target(path).slug()).isTrue();
        assertThat(target(path).front()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/news/islands",
                "/news/islands?ref=menu-1",
                "/news/index.html",
                "/islands-news",
                "/list?categoryid=17",
                "/go?to=%2Fstorm-over-orrow-ends",
                "/"
            })
    void tellsAddressesOfSections(String path) {
        assertThat(target(path).slug()).isFalse();
    }

    @Test
    void tellsTheFrontPageOfASection() {
        assertThat(target("/islands").front()).isTrue();
        assertThat(target("/islands/").front()).isTrue();
        assertThat(target("/islands/storm").front()).isFalse();
        assertThat(target("/storm-orrow").front()).isFalse();
    }

    private static LinkTarget target(String path) {
        String site = "https://harbour-post.example";
        return LinkTarget.of(site + path, site.length(), true);
    }
}
