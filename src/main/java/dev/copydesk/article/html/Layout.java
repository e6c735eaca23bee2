package dev.copydesk.article.html;

import java.util.List;

/**
 * Weighs the hints of a page's containers against its text: a container that is called a sidebar but holds most of the
 * page's prose is none.
 */
final class Layout {

    /** What part of a page's prose a container may hold at most and still be boilerplate. */
    private static final double MAX_BOILERPLATE_SHARE = 0.4;

    private static final double MAX_COMMENTS_SHARE = 0.9;
    private static final double MAX_ROLE_SHARE = 0.5;
    private static final double MAX_DROPPED_SHARE = 0.9;
    private static final int FIRM =
            Role.NAVIGATION.bit() | Role.FOOTER.bit() | Role.COMMENTS.bit() | Role.RELATED.bit();
    private static final int NEAR_BLOCKS = 4;

    private final List<Block> blocks;
    private final double[] proseBefore;
    private final double[] cleanBefore;
    private final int[] boilerplate;

    Layout(Page page) {
        this.blocks = page.blocks();
        this.proseBefore = new double[blocks.size() + 1];
        for (Block block : blocks) {
            proseBefore[block.index + 1] = proseBefore[block.index] + prose(block);
        }
        this.boilerplate = new int[page.containers().size()];
        double total = proseBefore[blocks.size()];
        for (Container container : page.containers()) {
            int inherited = container.parent == null ? 0 : boilerplate[container.parent.index];
            boilerplate[container.index] = inherited | credible(container, total);
        }
        discountOverused(total);
        this.cleanBefore = new double[blocks.size() + 1];
        for (Block block : blocks) {
            double clean = boilerplate[block.container.index] == 0 ? prose(block) : 0;
            cleanBefore[block.index + 1] = cleanBefore[block.index] + clean;
        }
    }

    private int credible(Container container, double total) {
        int roles = container.roles & Role.BOILERPLATE;
        if (roles == 0 || container.tag.equals("body") || container.tag.equals("main")) {
            return 0;
        }
        double share = total == 0 ? 0 : proseAll(container) / total;
        if (share <= MAX_BOILERPLATE_SHARE) {
            return container.articleBody ? 0 : roles;
        }
        return share <= MAX_COMMENTS_SHARE ? roles & Role.COMMENTS.bit() : 0;
    }

    /**
     * Where a role would take most of the page's prose, spread over many containers, the page's template uses the name in
     * another sense.
     */
    private void discountOverused(double total) {
        int overused = 0;
        for (Role role : Role.values()) {
            double limit = role == Role.COMMENTS ? MAX_COMMENTS_SHARE : MAX_ROLE_SHARE;
            if (role.in(Role.BOILERPLATE) && proseOf(role.bit()) > total * limit) {
                overused |= role.bit();
            }
        }
        forget(overused);
        if (proseOf(Role.BOILERPLATE) > total * MAX_DROPPED_SHARE) {
            forget(Role.BOILERPLATE & ~FIRM);
        }
    }

    private double proseOf(int roles) {
        double prose = 0;
        for (Block block : blocks) {
            if ((boilerplate[block.container.index] & roles) != 0) {
                prose += proseBefore[block.index + 1] - proseBefore[block.index];
            }
        }
        return prose;
    }

    private void forget(int roles) {
        for (int i = 0; roles != 0 && i < boilerplate.length; i++) {
            boilerplate[i] &= ~roles;
        }
    }

    /** How much running text a block is. */
    static double prose(Block block) {
        if (block.isHeading()
                || block.container.inCaption
                || Role.CAPTION.in(block.inlineRoles | block.container.roles)) {
            return 0;
        }
        double linkDensity = block.linkDensity();
        if (linkDensity > 0.5) {
            return 0;
        }
        int weight = TextShape.weight(block.text);
        boolean sentence = TextShape.endsSentence(block.text);
        if (weight < 30 || (weight < 80 && !sentence)) {
            return 0;
        }
        return weight * (1 - linkDensity);
    }

    private double proseAll(Container container) {
        return proseBefore[container.endBlock] - proseBefore[container.firstBlock];
    }

    /** Prose within a container that is in no boilerplate. */
    double prose(Container container) {
        return cleanBefore[container.endBlock] - cleanBefore[container.firstBlock];
    }

    /** The roles by which a block or what it stands in is boilerplate; 0 when nothing says so. */
    int boilerplate(Block block) {
        return boilerplate[block.container.index] | (block.inlineRoles & Role.BOILERPLATE);
    }

    int boilerplate(Container container) {
        return boilerplate[container.index];
    }

    /** The roles of a block and of the small containers around it. */
    int near(Block block) {
        int roles = block.inlineRoles;
        Container container = block.container;
        while (container != null && container.endBlock - container.firstBlock <= NEAR_BLOCKS) {
            roles |= container.roles;
            container = container.parent;
        }
        return roles;
    }
}
