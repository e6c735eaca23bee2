package dev.copydesk.article.html;

import static dev.copydesk.article.html.Pages.PROSE;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HeadlineTest {

    private static @Nullable String title(String head, String body) {
        return Pages.article("<html><head>" + head + "</head><body>" + body + PROSE + "</body></html>")
                .title();
    }

    @Test
    void cutsTheSitesNameOffTheTitle() {
        String site = "<meta property='og:site_name' content='Harbour Post'>";
        assertThat(title(site + "<title>Ferry returns to Lisk | Harbour Post</title>", ""))
                .isEqualTo("Ferry returns to Lisk");
        assertThat(title(site + "<title>Harbour Post - Ferry returns to Lisk</title>", ""))
                .isEqualTo("Ferry returns to Lisk");
        assertThat(title("<title>Ferry returns to Lisk – harbour-post.example</title>", ""))
                .isEqualTo("Ferry returns to Lisk");
    }

    @Test
    void keepsASeparatorThatIsPartOfTheHeadline() {
        assertThat(title("<title>Lisk - Orrow: the night boat is back</title>", ""))
                .isEqualTo("Lisk - Orrow: the night boat is back");
    }

    @Test
    void prefersTheHeadingThatReadersSee() {
        assertThat(title(
                        "<meta property='og:title' content='Ferry returns'><title>Ferry returns to Lisk - News</title>",
                        "<h1>Harbour Post</h1><h1>Ferry returns to Lisk</h1>"))
                .isEqualTo("Ferry returns to Lisk");
    }

    @Test
    void leavesAKickerOutOfTheHeadline() {
        assertThat(title(
                        "<meta property='og:title' content='Ferry returns to Lisk in June'>",
                        "<h1><span>Islands</span> Ferry returns to Lisk in June</h1>"))
                .isEqualTo("Ferry returns to Lisk in June");
    }

    @Test
    void doesNotShoutWhereTheDeclarationDoesNot() {
        assertThat(title("<title>Ferry returns to Lisk | Harbour Post</title>", "<h1>FERRY RETURNS TO LISK</h1>"))
                .isEqualTo("Ferry returns to Lisk");
    }
}
