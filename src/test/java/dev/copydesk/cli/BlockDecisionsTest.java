package dev.copydesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.copydesk.article.BlockDecision;
import dev.copydesk.article.Paragraph.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockDecisionsTest {

    private static final BlockDecision KEPT = new BlockDecision(
            3,
            "body > article > p",
            "body",
            12,
            0.25,
            Kind.BODY,
            "score",
            0.97,
            "The ferry will sail again from June.");
    private static final BlockDecision DROPPED =
            new BlockDecision(4, "body > nav", "navigation", 1, 1, null, "links", 0, "\u001b[31mHome");

    @Test
    void showsALineABlockBelowAHeader() {
        List<String> lines = BlockDecisions.table(List.of(KEPT, DROPPED));
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).contains("block", "became", "score", "element", "text");
        assertThat(lines.get(1)).contains("3", "body", "0.97", "score (body)", "25%", "The ferry will sail");
        assertThat(lines.get(2)).contains("dropped", "links (navigation)").doesNotContain("\u001b");
    }

    @Test
    void saysWhyThereIsNothingToShow() {
        assertThat(BlockDecisions.table(List.of())).singleElement().asString().contains("only HTML pages");
    }

    @Test
    void givesTheSameAsJson() {
        assertThat(BlockDecisions.json(List.of(KEPT)))
                .singleElement()
                .satisfies(json -> assertThat(json)
                        .containsEntry("block", 3)
                        .containsEntry("became", "body")
                        .containsEntry("reason", "score")
                        .containsEntry("score", 0.97)
                        .containsEntry("link_density", 0.25));
    }
}
