package dev.copydesk.article.html;

import dev.copydesk.article.learning.FeatureRow;
import dev.copydesk.article.learning.Pieces;
import dev.copydesk.article.learning.ScoreContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the first scores of all blocks say about each one's surroundings: its neighbours, the containers and the style it
 * shares with others, and the body as the scores draw it.
 */
final class ContextFeatures implements Pieces.Context {

    private static final int LEVELS = 4;

    private final List<Block> blocks;
    private final float[] scores;
    private final ScoreContext context;
    private final Map<Long, StyleScore> styles = new HashMap<>();

    private static final class StyleScore {
        double kept;
        int weight;
        int blocks;
    }

    /**
     * @param blocks all blocks of the page
     * @param scores the first score of each, by its index
     */
    ContextFeatures(List<Block> blocks, float[] scores) {
        this.blocks = blocks;
        this.scores = scores;
        int[] weightBefore = new int[blocks.size() + 1];
        for (Block block : blocks) {
            int weight = block.profile.weight();
            weightBefore[block.index + 1] = weightBefore[block.index] + weight;
            StyleScore style = styles.computeIfAbsent(PageProfile.style(block), key -> new StyleScore());
            style.kept += weight * scores[block.index];
            style.weight += weight;
            style.blocks++;
        }
        this.context = new ScoreContext(scores, weightBefore);
    }

    @Override
    public void addTo(FeatureRow row, int piece) {
        Block block = blocks.get(piece);
        context.addScores(row, piece);
        Container container = block.container.parent;
        for (int level = 0; level < LEVELS; level++) {
            row.add("kept.up", container == null ? -1 : keptOfOthers(container, piece));
            container = container == null ? null : container.parent;
        }
        style(row, block);
        context.addSurroundings(row, piece);
    }

    private void style(FeatureRow row, Block block) {
        StyleScore style = styles.getOrDefault(PageProfile.style(block), new StyleScore());
        int weight = block.profile.weight();
        int others = Math.max(0, style.blocks - 1);
        double kept = style.kept - weight * scores[block.index];
        row.add("kept.style", others == 0 ? 0 : kept / Math.max(1, style.weight - weight));
        row.add("style.others", Math.min(ScoreContext.FAR, others));
    }

    /** The kept share of what a container holds beside the block. */
    private double keptOfOthers(Container container, int block) {
        int from = container.firstBlock;
        int to = container.endBlock;
        return (context.kept(from, to) - context.kept(block, block + 1))
                / Math.max(1, context.weight(from, to) - context.weight(block, block + 1));
    }
}
