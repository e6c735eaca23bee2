package dev.copydesk.article.html;

import dev.copydesk.article.learning.FeatureRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the first scores of all blocks say about each one's surroundings: its neighbours, the containers and the style it
 * shares with others, and the body as the scores draw it.
 */
final class ContextFeatures {

    private static final float KEPT = 0.5f;
    private static final int FAR = 60;
    private static final int LEVELS = 4;
    private static final int NEAR = 6;
    private static final int WIDE = 15;
    private static final int[] STEPS = {-4, -3, -2, -1, 1, 2, 3, 4};

    private final float[] scores;
    private final double[] keptBefore;
    private final int[] weightBefore;
    private final int[] lastKept;
    private final int[] nextKept;
    private final Map<Long, StyleScore> styles = new HashMap<>();
    private int firstKept = -1;
    private int finalKept = -1;

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
        this.scores = scores;
        int count = blocks.size();
        keptBefore = new double[count + 1];
        weightBefore = new int[count + 1];
        lastKept = new int[count];
        nextKept = new int[count];
        for (Block block : blocks) {
            int i = block.index;
            int weight = block.profile.weight();
            keptBefore[i + 1] = keptBefore[i] + weight * scores[i];
            weightBefore[i + 1] = weightBefore[i] + weight;
            lastKept[i] = finalKept;
            if (scores[i] >= KEPT) {
                finalKept = i;
                firstKept = firstKept < 0 ? i : firstKept;
            }
            StyleScore style = styles.computeIfAbsent(PageProfile.style(block), key -> new StyleScore());
            style.kept += weight * scores[i];
            style.weight += weight;
            style.blocks++;
        }
        int next = -1;
        for (int i = count - 1; i >= 0; i--) {
            nextKept[i] = next;
            next = scores[i] >= KEPT ? i : next;
        }
    }

    void addTo(FeatureRow row, Block block) {
        int i = block.index;
        row.add("score", scores[i]);
        for (int step : STEPS) {
            int other = i + step;
            row.add("score.neighbour", other < 0 || other >= scores.length ? -1 : scores[other]);
        }
        double total = Math.max(1, keptBefore[scores.length]);
        row.add("sinceKept", lastKept[i] < 0 ? FAR + 1 : distance(i - lastKept[i]));
        row.add("untilKept", nextKept[i] < 0 ? FAR + 1 : distance(nextKept[i] - i));
        row.add("keptBefore", keptBefore[i] / total);
        row.add("keptBehind", (total - keptBefore[i + 1]) / total);
        row.add("fromFirstKept", firstKept < 0 ? FAR + 1 : distance(i - firstKept));
        row.add("toFinalKept", firstKept < 0 ? FAR + 1 : distance(finalKept - i));
        Container container = block.container.parent;
        for (int level = 0; level < LEVELS; level++) {
            row.add("kept.up", container == null ? -1 : keptOfOthers(container, i));
            container = container == null ? null : container.parent;
        }
        style(row, block);
        row.add("kept.near", keptAround(i, NEAR));
        row.add("kept.wide", keptAround(i, WIDE));
    }

    private void style(FeatureRow row, Block block) {
        StyleScore style = styles.getOrDefault(PageProfile.style(block), new StyleScore());
        int weight = block.profile.weight();
        int others = Math.max(0, style.blocks - 1);
        double kept = style.kept - weight * scores[block.index];
        row.add("kept.style", others == 0 ? 0 : kept / Math.max(1, style.weight - weight));
        row.add("style.others", Math.min(FAR, others));
    }

    /** The kept share of what a container holds beside the block. */
    private double keptOfOthers(Container container, int i) {
        double own = keptBefore[i + 1] - keptBefore[i];
        int weight = weightBefore[i + 1] - weightBefore[i];
        return (keptBefore[container.endBlock] - keptBefore[container.firstBlock] - own)
                / Math.max(1, weightBefore[container.endBlock] - weightBefore[container.firstBlock] - weight);
    }

    private double keptAround(int i, int reach) {
        int from = Math.max(0, i - reach);
        int to = Math.min(scores.length, i + reach + 1);
        return (keptBefore[to] - keptBefore[from]) / Math.max(1, weightBefore[to] - weightBefore[from]);
    }

    private static int distance(int blocks) {
        return Math.max(-FAR, Math.min(FAR, blocks));
    }
}
