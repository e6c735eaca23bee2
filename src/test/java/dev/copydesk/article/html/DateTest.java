package dev.copydesk.article.html;

import static dev.copydesk.article.html.Pages.PROSE;
import static dev.copydesk.article.html.Pages.iso;
import static org.assertj.core.api.Assertions.assertThat;

import dev.copydesk.article.Article;
import dev.copydesk.article.Extraction;
import dev.copydesk.document.DocumentFormat;
import dev.copydesk.document.RawDocument;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateTest {

    private static final String UNDATED_URL = "https://www.harbour-post.example/ferry-returns";

    private static Article at(String url, String html) {
        return ((Extraction.Extracted) new HtmlArticleExtractor(true)
                        .extract(new RawDocument(
                                0, DocumentFormat.HTML, html.getBytes(StandardCharsets.UTF_8), url, null)))
                .article();
    }

    private static Article page(String head, String shown) {
        return at(
                UNDATED_URL,
                "<html lang=de><head>" + head + "</head><body><div><h1>Ferry returns to Lisk</h1>" + shown + PROSE
                        + "</div></body></html>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "https://a.example/2024/05/17/ferry # 2024-05-17",
                "https://a.example/2024/5/7/ferry # 2024-05-07",
                "https://a.example/news/2024-05-17-ferry # 2024-05-17",
                "https://a.example/2024/may/07/ferry # 2024-05-07",
                "https://a.example/2024/13/07/ferry # unknown",
                "https://a.example/2024/02/30/ferry # unknown",
                "https://a.example/news/20245/17 # unknown",
            })
    void readsTheDayInTheAddress(String url, String day) {
        assertThat(iso(at(url, "<body><h1>Ferry returns</h1>" + PROSE + "</body>")
                        .published()))
                .isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "<p class=date>17.05.2024</p> # 2024-05-17",
                "<p class=date>verfügbar bis 17.05.2024</p> # unknown",
                "<p class=date>Updated 17.05.2024</p> # unknown",
                "<p>Published</p><p class=date>17.05.2024</p> # 2024-05-17",
                "<p>Updated 20.05.2024</p><time pubdate datetime=2024-05-17>yes</time> # 2024-05-17",
            })
    void readsTheDateAtTheHeadline(String shown, String day) {
        assertThat(iso(page("", shown).published())).isEqualTo(day);
    }

    @Test
    void findsTheDateBehindALabelAnywhere() {
        Article article = page(
                "",
                PROSE.repeat(5) + "<p>and more of it</p>".repeat(12)
                        + "<div class=post-footer>This story was published on 17 May 2024 by the harbour desk.</div>");
        assertThat(iso(article.published())).isEqualTo("2024-05-17");
    }

    @Test
    void prefersTheEarlierDateAtTheHeadlineToADeclarationThatOnlyRepeatsTheChange() {
        String declared =
                "<script type='application/ld+json'>{\"@type\": \"BlogPosting\", \"datePublished\": \"2024-06-20\","
                        + " \"dateModified\": \"%s\"}</script>";
        assertThat(iso(page(declared.formatted("2024-06-20"), "<p class=date>17. Mai 2024</p>")
                        .published()))
                .isEqualTo("2024-05-17");
        assertThat(iso(page(declared.formatted("2024-06-21"), "<p class=date>17. Mai 2024</p>")
                        .published()))
                .isEqualTo("2024-06-20");
    }

    @Test
    void salvagesTheFieldsOfAScriptThatIsNoJson() {
        Article article = page(
                "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"headline\": oops,"
                        + " \"datePublished\": \"2024-05-17T06:30:00+02:00\", [ }</script>",
                "");
        assertThat(iso(article.published())).isEqualTo("2024-05-17T06:30:00+02:00");
    }

    @Test
    void readsNumbersInTheOrderOfTheCountry() {
        String shown =
                "<html lang=en><body><h1>Ferry returns to Lisk</h1><p class=date>07/05/2024</p>" + PROSE + "</body>";
        assertThat(iso(at("https://post.example.co.uk/ferry", shown).published()))
                .isEqualTo("2024-05-07");
        assertThat(iso(at("https://post.example.com/ferry", shown).published())).isEqualTo("unknown");
    }
}
