package dev.copydesk.article.html;

import dev.copydesk.article.learning.FeatureRow;

/** Where a block stands towards the body, the prose and its neighbours. */
final class PlaceFeatures {

    /** Greater distances are all alike, so that a long article is read as a shorter one. */
    private static final int FAR = 60;

    private static final int MANY_BLOCKS = 100;
    private static final int MUCH_PROSE = 5_000;
    private static final int WINDOW = 3;
    private static final int LEVELS = 3;
    private static final int[] STEPS = {-2, -1, 1, 2};

    private final PageProfile page;
    private final Container body;
    private final int headline;

    /** @param headline index of the block that shows the headline, or -1 */
    PlaceFeatures(PageProfile page, Container body, int headline) {
        this.page = page;
        this.body = body;
        this.headline = headline;
    }

    void addTo(FeatureRow row, Block block) {
        place(row, block);
        around(row, block.index);
        for (int step : STEPS) {
            neighbour(row, block, step);
        }
        container(row, block.container);
        list(row, block.container);
        row.add("proseOfStyle", page.proseOfStyle(block) / page.totalProse());
    }

    private void place(FeatureRow row, Block block) {
        int i = block.index;
        row.add("inBody", body.holds(block));
        row.add("bodyMarked", body.articleBody ? 2 : Role.BODY.in(body.roles) ? 1 : 0);
        row.add("fromBodyStart", distance(i - body.firstBlock));
        row.add("toBodyEnd", distance(body.endBlock - i));
        row.add("bodyPart", (i - body.firstBlock) / (double) Math.max(1, body.endBlock - body.firstBlock));
        row.add("pagePart", i / (double) page.blocks.size());
        row.add("fromHeadline", headline < 0 ? -FAR - 1 : distance(i - headline));
        int up = 0;
        Container shared = body;
        while (!shared.holds(block) && shared.parent != null) {
            shared = shared.parent;
            up++;
        }
        row.add("upFromBody", up);
        row.add("belowShared", block.container.depth - shared.depth);
    }

    private void around(FeatureRow row, int i) {
        int count = page.blocks.size();
        int lastProse = page.lastProse(i);
        int nextProse = page.nextProse(i);
        int heading = page.lastHeading(i);
        row.add("proseBefore", page.prose(0, i) / page.totalProse());
        row.add("proseBehind", page.prose(i + 1, count) / page.totalProse());
        row.add("proseLettersBefore", Math.min(MUCH_PROSE, page.prose(0, i)));
        row.add("sinceProse", lastProse < 0 ? FAR + 1 : distance(i - lastProse));
        row.add("untilProse", nextProse < 0 ? FAR + 1 : distance(nextProse - i));
        row.add("sinceHeading", heading < 0 ? FAR + 1 : distance(i - heading));
        row.add("lastHeadingLevel", heading < 0 ? 0 : page.blocks.get(heading).container.headingLevel);
        row.add("announced", page.announced(i));
        int from = Math.max(0, i - WINDOW);
        int to = Math.min(count, i + WINDOW + 1);
        row.add("window.prose", page.prose(from, to));
        row.add("window.links", page.linkDensity(from, to));
    }

    private void neighbour(FeatureRow row, Block block, int step) {
        int i = block.index + step;
        Block other = i >= 0 && i < page.blocks.size() ? page.blocks.get(i) : null;
        row.add("neighbour.weight", other == null ? -1 : other.profile.weight());
        row.add("neighbour.linkDensity", other == null ? -1 : other.linkDensity());
        row.add("neighbour.prose", other == null ? -1 : page.prose(i));
        row.add("neighbour.sibling", other != null && other.container.parent == block.container.parent);
        row.add("neighbour.style", other != null && other.container.style == block.container.style);
        row.add("neighbour.heading", other == null ? -1 : other.container.headingLevel);
        row.add("neighbour.endsSentence", other != null && TextShape.endsSentence(other.text));
        row.add("neighbour.credible", other == null ? -1 : Integer.bitCount(page.layout.boilerplate(other)));
    }

    private void container(FeatureRow row, Container own) {
        row.add("container.blocks", blocks(own));
        Container container = own.parent;
        for (int level = 1; level <= LEVELS; level++) {
            if (container == null) {
                row.add("up.blocks", -1);
                row.add("up.links", -1);
                row.add("up.prose", -1);
                row.add("up.proseDensity", -1);
                continue;
            }
            int from = container.firstBlock;
            int to = container.endBlock;
            row.add("up.blocks", blocks(container));
            row.add("up.links", page.linkDensity(from, to));
            row.add("up.prose", page.prose(from, to) / page.totalProse());
            row.add("up.proseDensity", page.prose(from, to) / page.weight(from, to));
            container = container.parent;
        }
    }

    private void list(FeatureRow row, Container own) {
        Container list = own;
        while (list != null && !list.tag.equals("ul") && !list.tag.equals("ol") && !list.tag.equals("table")) {
            list = list.parent;
        }
        row.add("list.blocks", list == null ? -1 : blocks(list));
        row.add("list.links", list == null ? -1 : page.linkDensity(list.firstBlock, list.endBlock));
    }

    private static int distance(int blocks) {
        return Math.max(-FAR, Math.min(FAR, blocks));
    }

    private static int blocks(Container container) {
        return Math.min(MANY_BLOCKS, container.endBlock - container.firstBlock);
    }
}
