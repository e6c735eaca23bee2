package dev.copydesk.article.html;

import static dev.copydesk.article.html.Pages.PROSE;
import static dev.copydesk.article.html.Pages.iso;
import static org.assertj.core.api.Assertions.assertThat;

import dev.copydesk.article.Article;
import dev.copydesk.article.RelatedLink;
import org.junit.jupiter.api.Test;

class RelatedLinksTest {

    @Test
    void findsLinksInARelatedBlockWithTheDateBesideThem() {
        Article article = Pages.articleAround(PROSE + """
                <div class="related-articles"><ul>
                  <li><a href="/2024/05/10/lisk-harbour-deepened?utm_source=box">Harbour of Lisk deepened</a>
                    <p>10 May 2024</p></li>
                  <li><a href="https://www.harbour-post.example/2024/05/09/orrow-bakery">Bakery on Orrow opens at four</a></li>
                </ul></div>
                """);
        assertThat(article.relatedLinks())
                .extracting(RelatedLink::title)
                .containsExactly("Harbour of Lisk deepened", "Bakery on Orrow opens at four");
        RelatedLink first = article.relatedLinks().get(0);
        assertThat(first.url()).isEqualTo("https://www.harbour-post.example/2024/05/10/lisk-harbour-deepened");
        assertThat(iso(first.published())).isEqualTo("2024-05-10");
        assertThat(article.relatedLinks().get(1).published()).isNull();
        assertThat(article.paragraphs()).hasSize(3);
    }

    @Test
    void findsLinksBehindAHeadingThatAnnouncesThem() {
        Article article = Pages.article("<body><article>" + PROSE + "</article><section><h3>Most read</h3>"
                + "<a href='/2024/05/08/storm-over-orrow'>Storm over Orrow</a></section>"
                + "<section><h3>Weather</h3><a href='/weather'>Today and tomorrow</a></section></body>");
        assertThat(article.relatedLinks()).extracting(RelatedLink::title).containsExactly("Storm over Orrow");
    }

    @Test
    void findsReadAlsoLinesInTheBodyAndKeepsThemOutOfIt() {
        Article article = Pages.articleAround(
                PROSE + "<p>Read also: <a href='/2024/05/08/storm-over-orrow'>Storm over Orrow</a></p>" + PROSE);
        assertThat(article.relatedLinks()).extracting(RelatedLink::title).containsExactly("Storm over Orrow");
        assertThat(article.paragraphs()).hasSize(6);
    }

    @Test
    void takesNoNavigationTagsAuthorsShareLinksNorThePageItself() {
        Article article = Pages.article(
                "<body><nav><a href='/islands/all-the-news-today'>All the news of the islands</a></nav><article>"
                        + PROSE
                        + "</article><div class='related'><a href='/tag/ferries-and-boats'>All about ferries and boats</a>"
                        + "<a href='/author/ines-farrow-reporter'>More stories by Ines Farrow</a>"
                        + "<a href='" + Pages.URL + "#comments'>Ferry returns to Lisk again</a>"
                        + "<a href='https://share.example.com/post?u=1'>Share it with all your friends</a></div></body>");
        assertThat(article.relatedLinks()).isEmpty();
    }

    @Test
    void offersALinkOnceUnderItsHeadline() {
        Article article = Pages.articleAround(PROSE + """
                <div class="related"><a href="/2024/05/08/storm-over-orrow"><img src="s.jpg"><span>Islands today</span>
                <h4>Storm over Orrow keeps boats in port</h4></a></div>
                """);
        assertThat(article.relatedLinks())
                .extracting(RelatedLink::title)
                .containsExactly("Storm over Orrow keeps boats in port");
    }

    @Test
    void stopsAtTheHeadingBehindTheAnnouncedLinks() {
        Article article = Pages.article("<body><article>" + PROSE + "</article><div><div>Read also</div>"
                + "<a href='/2024/05/08/storm-over-orrow'>Storm over Orrow again</a><h2>Services</h2>"
                + "<ul><li><a href='/weather-of-today'>Weather maps</a></li></ul></div></body>");
        assertThat(article.relatedLinks()).extracting(RelatedLink::title).containsExactly("Storm over Orrow again");
    }

    @Test
    void takesNoLinkToATopicOfFewWords() {
        Article article = Pages.articleAround(PROSE + "<div class=related><a href='/island-life-news'>Island life</a>"
                + "<a href='/storm-hits-orrow-again-tonight'>Storm again</a></div>");
        assertThat(article.relatedLinks()).extracting(RelatedLink::title).containsExactly("Storm again");
    }

    @Test
    void findsAStoryThatALineOfTheBodyOffers() {
        Article article = Pages.articleAround(PROSE
                + "<div class=promo><a href='/2024/05/08/storm-over-orrow'>Storm over Orrow breaks the old quay</a></div>"
                + PROSE);
        assertThat(article.relatedLinks())
                .extracting(RelatedLink::title)
                .containsExactly("Storm over Orrow breaks the old quay");
        assertThat(article.paragraphs()).hasSize(6);
    }
}
