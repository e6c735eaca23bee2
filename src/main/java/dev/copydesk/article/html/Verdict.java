package dev.copydesk.article.html;

import dev.copydesk.article.Paragraph;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a block and why.
 *
 * @param kind the paragraph it becomes, or null when it is no part of the article
 * @param reason a few words for an engineer
 */
record Verdict(Block block, Paragraph.@Nullable Kind kind, String reason) {

    boolean isKept() {
        return kind != null;
    }
}
