package dev.copydesk.article.html;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows of links of one make, as a list of the latest stories is: what most of a row are, its shorter entries are, too.
 */
final class LinkRows {

    private static final int FEWEST = 3;

    /** So many blocks make a part of a page, such as a sidebar. */
    private static final int PART = 8;

    private static final int LEVELS = 12;

    private final Map<Integer, Row> rows = new HashMap<>();

    private static final class Row {
        int links;
        int stories;
    }

    /** Whether a block is nothing but a link, or a link twice. */
    static boolean isLink(Block block) {
        return !block.links.isEmpty() && block.links.size() <= 2 && block.linkDensity() >= 0.8;
    }

    /** Counts a block that is a link. */
    void add(Block block, boolean story) {
        Row row = rows.computeIfAbsent(make(block), make -> new Row());
        row.links++;
        row.stories += story ? 1 : 0;
    }

    /** Whether a link leads to an article of the same publisher. */
    static boolean isStory(@Nullable LinkTarget target) {
        return target != null && target.slug() && target.own();
    }

    /** Whether the block stands in a row most of whose links lead to stories. */
    boolean areStories(Block block) {
        Row row = rows.get(make(block));
        return row != null && row.links >= FEWEST && row.stories * 3 >= row.links * 2;
    }

    /** Equal for blocks whose elements are called the same, within the same part of the page. */
    private static int make(Block block) {
        Container parent = block.container.parent;
        Container part = parent;
        for (int level = 0; level < LEVELS && part != null && part.endBlock - part.firstBlock < PART; level++) {
            part = part.parent;
        }
        int named = block.container.style * 31 + (parent == null ? 0 : parent.style);
        return named * 31 + (part == null ? 0 : part.index);
    }
}
