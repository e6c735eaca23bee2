package dev.copydesk.article.dump;

import dev.copydesk.article.learning.FeatureRow;

/** What the first scores of all lines say about each one's neighbours and the text as the scores draw it. */
final class LineContext {

    private static final float KEPT = 0.5f;
    private static final int FAR = 60;
    private static final int NEAR = 6;
    private static final int WIDE = 15;
    private static final int[] STEPS = {-4, -3, -2, -1, 1, 2, 3, 4};

    private final float[] scores;
    private final double[] keptBefore;
    private final int[] wordsBefore;
    private final int[] lastKept;
    private final int[] nextKept;
    private final int firstKept;
    private final int finalKept;

    /**
     * @param scores the first score of each line
     * @param wordsBefore words of the lines ahead of each one
     */
    LineContext(float[] scores, int[] wordsBefore) {
        this.scores = scores;
        this.wordsBefore = wordsBefore;
        int count = scores.length;
        keptBefore = new double[count + 1];
        lastKept = new int[count];
        nextKept = new int[count];
        int last = -1;
        int first = -1;
        for (int i = 0; i < count; i++) {
            keptBefore[i + 1] = keptBefore[i] + scores[i] * (wordsBefore[i + 1] - wordsBefore[i]);
            lastKept[i] = last;
            if (scores[i] >= KEPT) {
                last = i;
                first = first < 0 ? i : first;
            }
        }
        firstKept = first;
        finalKept = last;
        int next = -1;
        for (int i = count - 1; i >= 0; i--) {
            nextKept[i] = next;
            next = scores[i] >= KEPT ? i : next;
        }
    }

    void addTo(FeatureRow row, int at) {
        row.add("score", scores[at]);
        for (int step : STEPS) {
            int other = at + step;
            row.add("score.neighbour", other < 0 || other >= scores.length ? -1 : scores[other]);
        }
        double total = Math.max(1, keptBefore[scores.length]);
        row.add("sinceKept", lastKept[at] < 0 ? FAR + 1 : capped(at - lastKept[at]));
        row.add("untilKept", nextKept[at] < 0 ? FAR + 1 : capped(nextKept[at] - at));
        row.add("keptBefore", keptBefore[at] / total);
        row.add("keptBehind", (total - keptBefore[at + 1]) / total);
        row.add("fromFirstKept", firstKept < 0 ? FAR + 1 : capped(at - firstKept));
        row.add("toFinalKept", firstKept < 0 ? FAR + 1 : capped(finalKept - at));
        row.add("kept.near", keptAround(at, NEAR));
        row.add("kept.wide", keptAround(at, WIDE));
    }

    /** The kept share of the words around a line. */
    private double keptAround(int at, int reach) {
        int start = Math.max(0, at - reach);
        int end = Math.min(scores.length, at + reach + 1);
        return (keptBefore[end] - keptBefore[start]) / Math.max(1, wordsBefore[end] - wordsBefore[start]);
    }

    private static int capped(int lines) {
        return Math.max(-FAR, Math.min(FAR, lines));
    }
}
