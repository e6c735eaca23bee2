package dev.copydesk.article.html;

import static dev.copydesk.article.html.Pages.PROSE;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.copydesk.article.Extraction;
import dev.copydesk.article.Extraction.Extracted;
import dev.copydesk.article.Extraction.Rejected;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileMarkupTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>",
                "<p>",
                "<b>",
                "<span class=author>",
                "<table><tr><td>",
                "<a href=/author/x>",
                "<ul><li>",
                "<h1>"
            })
    void readsAPageNestedAHundredThousandDeep(String tag) {
        Extraction extraction = Pages.extract(tag.repeat(100_000) + PROSE);
        assertThat(extraction).isInstanceOfAny(Extracted.class, Rejected.class);
    }

    @Test
    void rejectsAPageOfNothingButTags() {
        assertThat(Pages.extract("<i>".repeat(MarkupParser.MAX_TAGS + 1)))
                .isEqualTo(new Rejected("MARKUP_TOO_DENSE", "the page has more than 400,000 tags"));
    }

    @Test
    void rejectsAPageThatOpensTheSameFormattingAgainInEveryParagraph() {
        String left =
                "<p>" + IntStream.range(0, 20).mapToObj("<b id=%d>"::formatted).collect(joining()) + "</p>";
        assertThat(Pages.extract(left + "<p>x".repeat(390_000)))
                .isEqualTo(new Rejected("MARKUP_TOO_DENSE", "the page has more than 400,000 elements"));
    }

    @Test
    void rejectsAPageWithATagWhoseNameHasNoEnd() {
        assertThat(Pages.extract("<p>Ferry</p><a" + "&nbsp;sails".repeat(200_000)))
                .isEqualTo(new Rejected("MARKUP_BROKEN", "the page has a tag whose name is longer than 20,000"));
    }

    @Test
    void readsOrRejectsFormattingThatIsLeftOpenWhereTheDepthEnds() {
        String[] tags = {"<table>", "<b>", "<font>", "<a href=x>", "<td>", "<nobr>", "</p>", "<div>", "x ", "<button>"};
        Random random = new Random(1);
        for (int round = 0; round < 20; round++) {
            StringBuilder page = new StringBuilder();
            for (int i = 0; i < 5_000; i++) {
                page.append(tags[random.nextInt(tags.length)]);
            }
            assertThat(Pages.extract(page + PROSE)).isInstanceOfAny(Extracted.class, Rejected.class);
        }
    }

    @Test
    void rejectsAPageWithoutRunningText() {
        for (String html :
                new String[] {"", "   ", "<html></html>", "<body><nav><a href=/>Home</a></nav></body>", "<frameset>"}) {
            assertThat(Pages.extract(html))
                    .isInstanceOfSatisfying(
                            Rejected.class,
                            rejected -> assertThat(rejected.code()).isEqualTo("NO_ARTICLE_TEXT"));
        }
    }

    @Test
    void readsWhatIsThereOfAPageCutAtAnyPoint() {
        String page = "<html lang=en><head><title>Ferry returns</title><script type='application/ld+json'>{\"@type\":"
                + "\"NewsArticle\",\"headline\":\"Ferry returns\"}</script></head><body><article><h1>Ferry returns</h1>"
                + PROSE
                + "</article></body></html>";
        for (int end = 0; end <= page.length(); end++) {
            assertThat(Pages.extract(page.substring(0, end))).isInstanceOfAny(Extracted.class, Rejected.class);
        }
        int inLastParagraph = page.indexOf("in the last.");
        assertThat(Pages.article(page.substring(0, inLastParagraph)).paragraphs())
                .hasSize(3);
    }

    @Test
    void neverThrowsForShuffledMarkup() {
        String[] pieces = {
            "<",
            ">",
            "</",
            "\"",
            "'",
            "=",
            "&#0;",
            "&",
            "<!--",
            "-->",
            "<![CDATA[",
            "<script type='application/ld+json'>",
            "</script>",
            "{\"@type\":\"Article\",\"author\":",
            "[[",
            "}",
            "<br>",
            "<svg>",
            "<table>",
            "<td>",
            "<a href=http://[>",
            "<p>",
            "text of some length, ",
            "\ud800",
            "\u0000",
            "<meta name=date content=99999999999>",
            "<time datetime='2024-13-45'>",
            "<li>"
        };
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            StringBuilder page = new StringBuilder();
            for (int i = 0; i < 60; i++) {
                page.append(pieces[random.nextInt(pieces.length)]);
            }
            assertThat(Pages.extract(page.toString())).isNotNull();
        }
    }

    @Test
    void keepsControlCharactersOutOfEveryField() {
        var article = Pages.article("<html><head><title>Ferry&#27;[31m returns to&#0; Lisk</title></head><body>"
                + "<p>The night&#7; ferry between Lisk and Orrow will sail&#27; again from June, they said.</p>" + PROSE
                + "</body></html>");
        assertThat(article.title()).isEqualTo("Ferry[31m returns to\uFFFD Lisk");
        assertThat(article.paragraphs().get(0).text())
                .isEqualTo("The night ferry between Lisk and Orrow will sail again from June, they said.");
    }
}
