package dev.copydesk.article.html;

import dev.copydesk.article.BlockDecision;
import dev.copydesk.article.Paragraph;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a block and why.
 *
 * @param kind the paragraph it becomes, or null when it is no part of the article
 * @param reason a few words for an engineer
 * @param score how likely the classifier takes it for a part of the article, from 0 to 1
 */
record Verdict(Block block, Paragraph.@Nullable Kind kind, String reason, double score) {

    private static final int LEVELS = 4;

    boolean isKept() {
        return kind != null;
    }

    BlockDecision explained(Layout layout) {
        StringBuilder element = new StringBuilder();
        Container container = block.container;
        for (int level = 0; level < LEVELS && container != null; level++) {
            element.insert(0, level == 0 ? container.tag : container.tag + " > ");
            container = container.parent;
        }
        return new BlockDecision(
                block.index + 1,
                element.toString(),
                Role.names(layout.near(block) | layout.boilerplate(block)),
                block.profile.words(),
                block.linkDensity(),
                kind,
                reason,
                score,
                block.text);
    }
}
