package dev.copydesk.article.html;

import static dev.copydesk.article.html.Pages.PROSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.copydesk.article.Article;
import dev.copydesk.article.Paragraph.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BodyTest {

    private static final String LISK = "The night ferry between Lisk and Orrow will sail again from June, they said.";
    private static final String QUAY = "On the quay of Orrow nobody remembers when the last boat was on time, or why.";

    @Test
    void partsParagraphsAtEmptyLinesAndNotAtSingleBreaks() {
        Article article = Pages.articleAround("<div>" + LISK + "<br> <br>" + QUAY + "<br>It is so.</div>");
        assertThat(Pages.texts(article, Kind.BODY)).containsExactly(LISK, QUAY + " It is so.");
    }

    @Test
    void partsParagraphsAtDivs() {
        Article article = Pages.articleAround("<div><div>" + LISK + "</div><div>" + QUAY + "</div></div>");
        assertThat(Pages.texts(article, Kind.BODY)).containsExactly(LISK, QUAY);
    }

    @Test
    void keepsHeadingsListsAndQuotesInOrderWithTheirKind() {
        Article article = Pages.articleAround(PROSE + "<h2>What it costs</h2><ul><li>Adults pay twelve crowns.</li>"
                + "<li>Dogs sail free.</li></ul><blockquote><p>" + QUAY + "</p></blockquote>" + PROSE);
        assertThat(article.paragraphs().stream().map(paragraph -> paragraph.kind()))
                .containsExactly(
                        Kind.BODY,
                        Kind.BODY,
                        Kind.BODY,
                        Kind.HEADING,
                        Kind.LIST_ITEM,
                        Kind.LIST_ITEM,
                        Kind.QUOTE,
                        Kind.BODY,
                        Kind.BODY,
                        Kind.BODY);
    }

    @Test
    void tellsCaptionsFromTheBody() {
        Article article = Pages.articleAround(PROSE
                + "<figure><img src=a.jpg><figcaption>The quay of Lisk in 2013. Photo: Jo Sand</figcaption></figure>"
                + "<div class='wp-caption-text'>The last boat leaves.</div>" + PROSE);
        assertThat(Pages.texts(article, Kind.CAPTION))
                .containsExactly("The quay of Lisk in 2013. Photo: Jo Sand", "The last boat leaves.");
        assertThat(Pages.texts(article, Kind.BODY)).hasSize(6);
    }

    @Test
    void losesNoStandfirst() {
        Article article = Pages.article("<body><header><h1>Ferry returns to Lisk</h1><p class='standfirst'>" + QUAY
                + "</p></header><div class='article-body'>" + PROSE + "</div></body>");
        List<String> shown = new ArrayList<>(Pages.texts(article, Kind.LEDE));
        shown.add(article.description());
        assertThat(shown).contains(QUAY);
        assertThat(Pages.texts(article, Kind.BODY)).hasSize(3);
    }

    @Test
    void leavesOutWhatBelongsToThePage() {
        Article article = Pages.article(
                "<body><nav><a href=/a>News from all the islands of the sound</a></nav><article>"
                        + "<h1>Ferry returns to Lisk</h1><p class='byline'>By Ines Farrow</p>" + PROSE
                        + "<div class='newsletter-signup'><p>Sign up here and get the best of our stories every Friday morning.</p></div>"
                        + "<p>Advertisement</p><div class='share-buttons'><p>Share this story with everybody you know, please do.</p></div>"
                        + "<p style='display: none'>This line is hidden from readers and is long enough to look like prose.</p>"
                        + "</article><section id='comments'><p>I shall be on the first boat, and so will my whole family, I say.</p></section>"
                        + "<footer><p>© 2024 Harbour Post. All rights reserved, and more such words in a long line.</p></footer></body>");
        assertThat(article.paragraphs()).hasSize(3);
    }

    @Test
    void doesNotTrustANameThatWouldTakeTheWholeArticle() {
        Article article =
                Pages.article("<body class='has-sidebar'><div class='sidebar widget'><h1>Ferry returns to Lisk</h1>"
                        + PROSE + "</div></body>");
        assertThat(article.paragraphs()).hasSize(3);
    }

    @Test
    void readsARightToLeftPage() {
        String first =
                "قالت هيئة الميناء يوم الجمعة إن العبّارة الليلية بين الجزيرتين ستعود إلى الإبحار في شهر يونيو المقبل.";
        Article article = Pages.article("<html lang=ar dir=rtl><body><h1>عودة العبّارة إلى الجزيرة</h1><p>" + first
                + "</p><p>" + first + "</p></body></html>");
        assertThat(article.language()).isEqualTo("ar");
        assertThat(article.title()).isEqualTo("عودة العبّارة إلى الجزيرة");
        assertThat(Pages.texts(article, Kind.BODY)).containsExactly(first, first);
    }

    @Test
    void foldsWhiteSpaceAndDropsInvisibleCharacters() {
        Article article =
                Pages.articleAround("<p>The&nbsp;&nbsp;night\n\tferry be&shy;tween Lisk and&#8203; Orrow will sail"
                        + " again from June, they said.</p>" + PROSE);
        assertThat(article.paragraphs().get(0).text()).isEqualTo(LISK);
    }
}
