package dev.copydesk.article.html;

import org.jspecify.annotations.Nullable;

/**
 * A block-level element of a page, as far as segmentation needs it. The blocks of its subtree are the neighbouring ones
 * from {@link #firstBlock} up to, not including, {@link #endBlock}.
 */
final class Container {

    final int index;
    final @Nullable Container parent;
    final int depth;
    final String tag;
    final int roles;

    /** Its own roles and those of all that it stands in. */
    final int rolesAround;

    /** Equal for containers of the same tag and class names. */
    final int style;

    final boolean articleBody;
    final int firstBlock;
    int endBlock;

    /** Whether a picture stands in it, close below. */
    boolean hasImage;

    /** The nearest enclosing elements that give a block its kind. */
    final int headingLevel;

    final boolean inList;
    final boolean inQuote;
    final boolean inFigure;
    final boolean inCaption;
    final @Nullable Container row;

    Container(
            int index,
            @Nullable Container parent,
            String tag,
            int roles,
            String names,
            boolean articleBody,
            int firstBlock) {
        this.index = index;
        this.parent = parent;
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.tag = tag;
        this.roles = roles;
        this.rolesAround = roles | (parent == null ? 0 : parent.rolesAround);
        this.style = tag.hashCode() * 31 + names.hashCode();
        this.articleBody = articleBody;
        this.firstBlock = firstBlock;
        this.endBlock = firstBlock;
        this.headingLevel = isHeading(tag) ? tag.charAt(1) - '0' : parent == null ? 0 : parent.headingLevel;
        this.inList = tag.equals("li") || (!isTable(tag) && parent != null && parent.inList);
        this.inQuote = tag.equals("blockquote") || (parent != null && parent.inQuote);
        this.inFigure = tag.equals("figure") || (parent != null && parent.inFigure);
        this.inCaption = tag.equals("figcaption") || tag.equals("caption") || (parent != null && parent.inCaption);
        this.row = tag.equals("tr") ? this : isTable(tag) || parent == null ? null : parent.row;
    }

    private static boolean isHeading(String tag) {
        return tag.length() == 2 && tag.charAt(0) == 'h' && tag.charAt(1) >= '1' && tag.charAt(1) <= '6';
    }

    private static boolean isTable(String tag) {
        return tag.equals("table");
    }

    boolean holds(Block block) {
        return block.index >= firstBlock && block.index < endBlock;
    }

    boolean holds(Container other) {
        return other.index >= index && other.firstBlock >= firstBlock && other.endBlock <= endBlock;
    }
}
