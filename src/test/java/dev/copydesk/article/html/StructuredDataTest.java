package dev.copydesk.article.html;

import static dev.copydesk.article.html.Pages.PROSE;
import static dev.copydesk.article.html.Pages.iso;
import static org.assertj.core.api.Assertions.assertThat;

import dev.copydesk.article.Article;
import dev.copydesk.article.Dateline;
import dev.copydesk.article.Paragraph.Kind;
import org.junit.jupiter.api.Test;

class StructuredDataTest {

    private static Article withJsonLd(String json) {
        return Pages.article("<html><head><script type='application/ld+json'>" + json
                + "</script></head><body><article>" + PROSE + "</article></body></html>");
    }

    @Test
    void readsAnArticleFromAJsonLdGraph() {
        Article article = withJsonLd("""
                {"@context": "https://schema.org", "@graph": [
                  {"@type": "WebSite", "name": "Harbour Post"},
                  {"@type": "Person", "@id": "#p1", "name": "Ines Farrow"},
                  {"@type": ["NewsArticle"], "headline": "Ferry returns &amp; sails",
                   "author": [{"@id": "#p1"}, "Tomas Reed"], "datePublished": "2024-05-17T06:30:00+02:00",
                   "dateModified": "2024-05-18T10:00:00Z", "articleSection": ["Islands", "News"],
                   "image": {"url": "/img/ferry.jpg"}, "description": "It sails from June."}]}
                """);
        assertThat(article.title()).isEqualTo("Ferry returns & sails");
        assertThat(article.authors()).containsExactly("Ines Farrow", "Tomas Reed");
        assertThat(iso(article.published())).isEqualTo("2024-05-17T06:30:00+02:00");
        assertThat(iso(article.modified())).isEqualTo("2024-05-18T10:00:00Z");
        assertThat(article.section()).isEqualTo("Islands");
        assertThat(article.site()).isEqualTo("Harbour Post");
        assertThat(article.image()).isEqualTo("https://www.harbour-post.example/img/ferry.jpg");
        assertThat(article.description()).isEqualTo("It sails from June.");
    }

    @Test
    void readsJsonLdThatIsNotQuiteJson() {
        Article article = withJsonLd("""
                <!-- /* from the template */
                {"@type": "NewsArticle", // kind
                 "headline": "The "night boat"
                   is back", "author": {"name": "Ines Farrow",},
                 "datePublished": "2024-05-17",}
                -->
                """);
        assertThat(article.title()).isEqualTo("The \"night boat\" is back");
        assertThat(article.authors()).containsExactly("Ines Farrow");
        assertThat(iso(article.published())).isEqualTo("2024-05-17");
    }

    @Test
    void readsThePageWithoutJsonLdThatIsBeyondRepair() {
        Article article = withJsonLd("{\"@type\": [[[[ nonsense");
        assertThat(article.paragraphs()).hasSize(3);
        assertThat(article.authors()).isEmpty();
    }

    @Test
    void readsMetaTags() {
        Article article = Pages.article("""
                <html lang="nb-NO"><head>
                <meta property="og:title" content="Ferry returns to Lisk">
                <meta property="og:site_name" content="Harbour Post">
                <meta property="article:published_time" content="2024-05-17T06:30:00Z">
                <meta property="article:modified_time" content="2024-05-17T09:00:00Z">
                <meta property="og:description" content="It sails from June.">
                <meta name="author" content="By Ines Farrow and Tomas Reed">
                <meta property="article:section" content="Islands">
                <meta property="og:image" content="//img.harbour-post.example/f.jpg">
                </head><body><article>""" + PROSE + "</article></body></html>");
        assertThat(article.title()).isEqualTo("Ferry returns to Lisk");
        assertThat(article.site()).isEqualTo("Harbour Post");
        assertThat(iso(article.published())).isEqualTo("2024-05-17T06:30:00Z");
        assertThat(iso(article.modified())).isEqualTo("2024-05-17T09:00:00Z");
        assertThat(article.description()).isEqualTo("It sails from June.");
        assertThat(article.authors()).containsExactly("Ines Farrow", "Tomas Reed");
        assertThat(article.section()).isEqualTo("Islands");
        assertThat(article.language()).isEqualTo("nb");
        assertThat(article.image()).isEqualTo("https://img.harbour-post.example/f.jpg");
    }

    @Test
    void readsMicrodata() {
        Article article = Pages.article("""
                <body><div itemscope itemtype="http://schema.org/NewsArticle">
                <h1 itemprop="headline">Ferry returns to Lisk</h1>
                <span itemprop="author" itemscope><span itemprop="name">Ines Farrow</span></span>
                <meta itemprop="datePublished" content="2024-05-17T06:30:00Z">
                <div itemprop="articleBody">""" + PROSE + "</div></div></body>");
        assertThat(article.title()).isEqualTo("Ferry returns to Lisk");
        assertThat(article.authors()).containsExactly("Ines Farrow");
        assertThat(iso(article.published())).isEqualTo("2024-05-17T06:30:00Z");
        assertThat(article.paragraphs()).hasSize(3);
    }

    @Test
    void doesNotMakeUpATimeOfDay() {
        Article article = Pages.articleAround("<time>May 16, 2024</time>" + PROSE);
        assertThat(iso(article.published())).isEqualTo("2024-05-17"); // the address says so, and no clock does
    }

    @Test
    void addsTheTimeThatAnotherSourceOfTheSameDayGives() {
        Article article = Pages.articleAround("""
                <script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-05-17"}</script>
                <time datetime="2024-05-17T06:30:00Z">17 May</time>""" + PROSE);
        assertThat(iso(article.published())).isEqualTo("2024-05-17T06:30:00Z");
    }

    @Test
    void takesTheDeclaredTextWhereThePageShowsNone() {
        String first =
                "The night ferry between Lisk and Orrow will sail again from June, the harbour board said on Friday"
                        + " after a vote that had been put off three times.";
        String second =
                "“We have waited eleven years for this boat,” said Marta Quill, who runs the only bakery on the quay"
                        + " and has kept a photograph of the last one above the till ever since.";
        Article article =
                Pages.article("<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"articleBody\": \"<p>"
                        + first + "</p><p>" + second + "</p>\"}</script><body><div id=app></div></body>");
        assertThat(Pages.texts(article, Kind.BODY)).containsExactly(first, second);
    }

    @Test
    void doesNotTakeTheDayOfAChangeForTheDayOfPublication() {
        Article article = Pages.article("<head><link rel=canonical href='/ferry'></head><body>"
                + "<h1>Ferry returns to Lisk</h1><p class='meta'>Last updated 19 May 2024, 10:20</p>" + PROSE
                + "</body>");
        assertThat(iso(article.published())).isEqualTo("unknown");
        assertThat(iso(article.modified())).isEqualTo("2024-05-19T10:20:00");
    }

    @Test
    void readsTheSectionFromTheBreadcrumbTrail() {
        Article article = Pages.article(
                "<body><ol class='breadcrumb'><li><a href=/>Home</a></li><li><a href=/islands>Islands</a></li>"
                        + "<li>Ferry returns to Lisk</li></ol><article>" + PROSE + "</article></body>");
        assertThat(article.section()).isEqualTo("Islands");
    }

    @Test
    void findsADatelineOnALineOfItsOwn() {
        Article article = Pages.article("<head><meta property='og:site_name' content='Harbour Post'></head><body>"
                + "<h1>Ferry returns to Lisk</h1><div>PARIS - Harbour Post</div><div class='article-body'>" + PROSE
                + "</div></body>");
        assertThat(article.dateline()).isEqualTo(new Dateline("PARIS", "Harbour Post"));
    }
}
