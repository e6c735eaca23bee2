package dev.copydesk.article.html;

import static dev.copydesk.article.html.Pages.PROSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.copydesk.article.BlockDecision;
import dev.copydesk.article.Paragraph.Kind;
import dev.copydesk.document.DocumentFormat;
import dev.copydesk.document.RawDocument;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static List<BlockDecision> explain(String html) {
        return new HtmlArticleExtractor(false)
                .explain(new RawDocument(0, DocumentFormat.HTML, html.getBytes(StandardCharsets.UTF_8), null, null));
    }

    @Test
    void tellsOfEachBlockWhatItBecameAndWhy() {
        List<BlockDecision> decisions =
                explain("<body><main><article><h1>Ferry returns to Lisk</h1><p>Advertisement</p>" + PROSE
                        + "<p style='display:none'>A line that no reader sees.</p></article></main></body>");

        assertThat(decisions).extracting(BlockDecision::block).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(decisions)
                .extracting(BlockDecision::kind)
                .containsExactly(null, null, Kind.BODY, Kind.BODY, Kind.BODY, null);
        assertThat(decisions.get(1).reason()).isEqualTo("set phrase");
        assertThat(decisions.get(2).reason()).isEqualTo("score");
        assertThat(decisions.get(2).score()).isBetween(0.5, 1.0);
        assertThat(decisions.get(2).element()).isEqualTo("body > main > article > p");
        assertThat(decisions.get(5).reason()).isEqualTo("hidden");
        assertThat(decisions.get(5).score()).isZero();
    }

    @Test
    void hasNothingToTellOfMarkupThatIsNotRead() {
        assertThat(explain("<a><b>".repeat(500_000))).isEmpty();
    }

    @Test
    void explainsAPageWithoutProse() {
        assertThat(explain("<body><p>Home</p><p>News</p></body>"))
                .extracting(BlockDecision::reason)
                .containsExactly("no running text on the page", "no running text on the page");
    }
}
