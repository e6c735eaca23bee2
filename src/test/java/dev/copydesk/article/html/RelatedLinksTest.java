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

    @Test
    void takesShortTitlesInARowOfStories() {
        Article article = Pages.article("<body><article>" + PROSE + """
                </article><div><ul>
                  <li><a href="/2024/05/01/boat-race-off-lisk">Boat race off Lisk this Sunday</a></li>
                  <li><a href="/2024/05/02/bakery-opens-at-four">Orrow bakery opens at four</a></li>
                  <li><a href="/stories/quay-repaired">Quay repaired</a></li>
                </ul></div></body>
                """);
        assertThat(article.relatedLinks()).extracting(RelatedLink::title).contains("Quay repaired");
    }

    @Test
    void findsLinksBehindAHeadingPutTogetherOfKnownWords() {
        Article article = Pages.article("<body><article>" + PROSE + "</article><section>"
                + "<h3>Weitere Beiträge der Redaktion</h3><a href='/orrow/sturm-ueber-orrow'>Sturm über Orrow</a>"
                + "</section></body>");
        assertThat(article.relatedLinks()).extracting(RelatedLink::title).containsExactly("Sturm über Orrow");
    }

    @Test
    void findsLinksBehindAHeadingInALanguageWithoutSpaces() {
        Article article = Pages.article("<body><article>" + PROSE + "</article><section><h3>人気記事ランキング</h3>"
                + "<ol><li><a href='/article/379056'>島のフェリーが六月に再開する見込み</a></li></ol></section></body>");
        assertThat(article.relatedLinks()).extracting(RelatedLink::title).containsExactly("島のフェリーが六月に再開する見込み");
    }

    @Test
    void findsStoriesOfOtherPublishersOnlyWhereAHeadingAnnouncesThem() {
        String link =
                "<a href='https://island-times.example/2024/05/08/storm-over-orrow'>Storm over Orrow sinks two boats</a>";
        Article article = Pages.article("<body><article>" + PROSE + "</article><aside>"
                + link.replace("storm", "sponsored") + "</aside><section><h3>More from our papers</h3>" + link
                + "</section></body>");
        assertThat(article.relatedLinks())
                .extracting(RelatedLink::url)
                .containsExactly("https://island-times.example/2024/05/08/storm-over-orrow");
    }

    @Test
    void takesNoEntryOfAMenuForAHeading() {
        Article article = Pages.article("<body><nav><ul><li><a href='/latest'>Latest news</a></li>"
                + "<li><a href='/islands-and-harbours-1'>Islands and harbours</a></li></ul></nav><article>" + PROSE
                + "</article></body>");
        assertThat(article.relatedLinks()).isEmpty();
    }

    @Test
    void knowsThePageItselfUnderItsOtherSpelling() {
        Article article = Pages.articleAround(PROSE + "<div class=related><a href='http://harbour-post.example"
                + "/2024/05/17/ferry-returns-to-lisk/'>Ferry returns to Lisk in June</a></div>");
        assertThat(article.relatedLinks()).isEmpty();
    }

    @Test
    void findsARowOfStoriesAboveTheArticle() {
        Article article = Pages.article("""
                <body><div class=strip>
                  <div><h3><a href="/2024/05/01/boat-race-off-lisk">Boat race off Lisk this Sunday</a></h3></div>
                  <div><h3><a href="/2024/05/02/bakery-opens-at-four">Orrow bakery opens at four</a></h3></div>
                  <div><h3><a href="/2024/05/03/storm-over-orrow">Storm over Orrow sinks two boats</a></h3></div>
                </div><article>
                """ + PROSE + "</article></body>");
        assertThat(article.relatedLinks()).hasSize(3);
    }

    @Test
    void takesTheWholeLineWhereOnlyItsFirstWordIsLinked() {
        Article article = Pages.article("<body><article>" + PROSE + "</article><section><h4>Most read</h4>"
                + "<p><a href='/news/storm-over-orrow-ends'>Storm</a> over Orrow ends at last</p></section></body>");
        assertThat(article.relatedLinks())
                .extracting(RelatedLink::title)
                .containsExactly("Storm over Orrow ends at last");
    }

    @Test
    void keepsLinksOfAListInTheTextAndOffersThem() {
        Article article = Pages.articleAround(PROSE + """
                <h3>Further reading</h3><ul>
                <li><a href="/2024/05/01/boat-race-off-lisk">Boat race off Lisk this Sunday</a> – who rows where</li>
                <li><a href="/2024/05/02/bakery-opens-at-four">Orrow bakery opens at four</a> – rolls for everyone</li>
                </ul>
                """ + PROSE.replace("ferry", "boat"));
        assertThat(article.relatedLinks()).hasSize(2);
    }

    @Test
    void endsAnAnnouncementWhereTheTextGoesOn() {
        Article article = Pages.articleAround("<p>Read also</p>" + PROSE
                + "<p><a href='/2024/05/02/how-we-work-here'>How we work</a> is told on another page of this paper, which "
                + "the editors wrote in the spring of last year.</p>");
        assertThat(article.relatedLinks()).isEmpty();
    }

    @Test
    void findsStoriesOfAFooterThatIsNamedForThem() {
        Article article = Pages.article("<body><article>" + PROSE + "</article><footer><div class=related-stories>"
                + "<h4>Most popular</h4><a href='/2024/05/08/storm-over-orrow'>Storm over Orrow</a></div>"
                + "<div><a href='/terms-of-this-paper-2024'>Terms of this paper</a></div></footer></body>");
        assertThat(article.relatedLinks()).extracting(RelatedLink::title).containsExactly("Storm over Orrow");
    }

    @Test
    void takesNoTitleThatOnlyAnnouncesAnArticle() {
        Article article = Pages.articleAround(
                PROSE + "<div class=related><a href='/2024/05/08/storm-over-orrow'>Previous article</a></div>");
        assertThat(article.relatedLinks()).isEmpty();
    }
}
