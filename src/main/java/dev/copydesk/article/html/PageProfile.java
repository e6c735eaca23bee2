package dev.copydesk.article.html;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where a page's prose, links and headings stand, as sums and positions by block. */
final class PageProfile {

    private static final int MAX_COPIED = 200;
    private static final int MAX_ANNOUNCEMENT = 60;

    final List<Block> blocks;
    final Layout layout;
    private final double[] proseBefore;
    private final int[] weightBefore;
    private final int[] linksBefore;
    private final int[] lastProse;
    private final int[] nextProse;
    private final int[] lastHeading;
    private final boolean[] announced;
    private final Map<Long, Double> proseOfStyle = new HashMap<>();
    private final Map<String, Integer> copies = new HashMap<>();

    PageProfile(List<Block> blocks, Layout layout) {
        this.blocks = blocks;
        this.layout = layout;
        int count = blocks.size();
        proseBefore = new double[count + 1];
        weightBefore = new int[count + 1];
        linksBefore = new int[count + 1];
        lastProse = new int[count];
        nextProse = new int[count];
        lastHeading = new int[count];
        announced = new boolean[count];
        sums();
        neighbours();
    }

    private void sums() {
        for (Block block : blocks) {
            int i = block.index;
            double prose = layout.boilerplate(block) == 0 ? Layout.prose(block) : 0;
            proseBefore[i + 1] = proseBefore[i] + prose;
            weightBefore[i + 1] = weightBefore[i] + block.profile.weight();
            linksBefore[i + 1] = linksBefore[i] + block.linkLength;
            if (prose > 0) {
                proseOfStyle.merge(style(block), prose, Double::sum);
            }
            if (block.text.length() < MAX_COPIED) {
                copies.merge(block.text, 1, Integer::sum);
            }
        }
    }

    private void neighbours() {
        int prose = -1;
        int heading = -1;
        boolean related = false;
        for (Block block : blocks) {
            int i = block.index;
            lastProse[i] = prose;
            lastHeading[i] = heading;
            announced[i] = related;
            prose = prose(i) > 0 ? i : prose;
            boolean announces = block.text.length() < MAX_ANNOUNCEMENT && Phrases.isRelatedHeading(block.text);
            if (block.isHeading()) {
                heading = i;
                related = announces;
            } else {
                related |= announces;
            }
        }
        prose = -1;
        for (int i = blocks.size() - 1; i >= 0; i--) {
            nextProse[i] = prose;
            prose = prose(i) > 0 ? i : prose;
        }
    }

    /** Blocks of one style look alike on the page: same tags and classes of their container and of what it stands in. */
    static long style(Block block) {
        Container parent = block.container.parent;
        return ((long) block.container.style << 32) ^ (parent == null ? 0 : parent.style);
    }

    /** Running text of a block, in letters. */
    double prose(int i) {
        return proseBefore[i + 1] - proseBefore[i];
    }

    /** Running text of blocks from one position up to, not including, another. */
    double prose(int from, int to) {
        return proseBefore[to] - proseBefore[from];
    }

    double totalProse() {
        return Math.max(1, proseBefore[blocks.size()]);
    }

    double proseOfStyle(Block block) {
        return proseOfStyle.getOrDefault(style(block), 0.0);
    }

    int weight(int from, int to) {
        return Math.max(1, weightBefore[to] - weightBefore[from]);
    }

    double linkDensity(int from, int to) {
        return (linksBefore[to] - linksBefore[from]) / (double) weight(from, to);
    }

    /** The last block of prose ahead of a block, or -1. */
    int lastProse(int i) {
        return lastProse[i];
    }

    /** The next block of prose behind a block, or -1. */
    int nextProse(int i) {
        return nextProse[i];
    }

    /** The last heading ahead of a block, or -1. */
    int lastHeading(int i) {
        return lastHeading[i];
    }

    /** Whether the last heading, or a line like one, announces links to other articles. */
    boolean announced(int i) {
        return announced[i];
    }

    /** How often a block's text stands on the page. */
    int copies(Block block) {
        return copies.getOrDefault(block.text, 1);
    }
}
