package dev.copydesk.article.html;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The part of a page that the last heading speaks for which announced links to other articles. */
final class Announcement {

    private static final int LONGEST_LINE = 30;

    private final Set<Integer> kept;
    private @Nullable Container part;
    private int level;

    /** @param kept the blocks of the article's text, by their indexes */
    Announcement(Set<Integer> kept) {
        this.kept = kept;
    }

    /** Moves on to the next block of the page; whether it is such a heading itself. */
    boolean begins(Block block, int roles) {
        if (isHeadingLike(block, roles) && RelatedHeadings.announce(block)) {
            part = surroundings(block);
            level = block.container.headingLevel;
            return true;
        }
        if (part != null && (!part.holds(block) || endsAt(block, roles))) {
            part = null;
        }
        return false;
    }

    /** Whether the block that was moved on to stands behind such a heading. */
    boolean isOn() {
        return part != null;
    }

    /** A heading, or a line that may stand for one; an entry of a menu does not. */
    private static boolean isHeadingLike(Block block, int roles) {
        return block.isHeading()
                || block.linkDensity() < 0.5
                || (block.text.length() < LONGEST_LINE && !Role.NAVIGATION.in(roles) && !block.container.inList);
    }

    /** What a heading speaks for: its parent, or that one's parent where the heading stands alone in a wrapper. */
    private static Container surroundings(Block block) {
        Container container = block.container;
        while (container.parent != null && container.endBlock - container.firstBlock <= 1) {
            container = container.parent;
        }
        return container;
    }

    /** Whether another heading, the page's foot or the article's text goes on here. */
    private boolean endsAt(Block block, int roles) {
        int next = block.container.headingLevel;
        boolean heading = block.links.isEmpty() && next > 0 && (level == 0 || next <= level);
        boolean foot = Role.FOOTER.in(roles) && !Role.RELATED.in(roles);
        boolean text = kept.contains(block.index) && !block.container.inList && block.linkDensity() < 0.3;
        return heading || foot || text;
    }
}
