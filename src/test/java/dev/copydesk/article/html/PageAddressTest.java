package dev.copydesk.article.html;

import static dev.copydesk.article.html.Pages.PROSE;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PageAddressTest {

    private static @Nullable String url(String canonical) {
        return Pages.article("<html><head><link rel=canonical href='" + canonical + "'></head><body>" + PROSE
                        + "</body></html>")
                .url();
    }

    @Test
    void prefersTheCanonicalAddressOfTheSameSite() {
        assertThat(url("https://HARBOUR-POST.example/ferry?utm_source=x"))
                .isEqualTo("https://harbour-post.example/ferry");
        assertThat(url("/islands/ferry")).isEqualTo("https://www.harbour-post.example/islands/ferry");
    }

    @Test
    void doesNotBelieveAnAddressOfAnotherSiteOrOfTheFrontPage() {
        assertThat(url("https://elsewhere.example.com/ferry")).isEqualTo(Pages.URL);
        assertThat(url("https://www.harbour-post.example/")).isEqualTo(Pages.URL);
        assertThat(url("javascript:alert(1)")).isEqualTo(Pages.URL);
    }

    @Test
    void tellsRegisteredDomainsWithAndWithoutASecondLevel() {
        assertThat(PageAddress.sameFamily("www.hp.example", "radar.hp.example")).isTrue();
        assertThat(PageAddress.sameFamily("www.hp.pl", "radar.hp.pl")).isTrue();
        assertThat(PageAddress.sameFamily("www.harbour.co.uk", "news.harbour.co.uk"))
                .isTrue();
        assertThat(PageAddress.sameFamily("harbour.co.uk", "quay.co.uk")).isFalse();
        assertThat(PageAddress.sameFamily("harbour.com.au", "quay.com.au")).isFalse();
    }
}
