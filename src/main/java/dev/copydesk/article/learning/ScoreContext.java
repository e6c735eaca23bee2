package dev.copydesk.article.learning;

/** What first scores say about the neighbours of each piece, and where the article lies as the scores draw it. */
public final class ScoreContext implements Pieces.Context {

    /** Greater distances are all alike, so that a long article is read as a shorter one. */
    public static final int FAR = 60;

    private static final float KEPT = 0.5f;
    private static final int NEAR = 6;
    private static final int WIDE = 15;
    private static final int[] STEPS = {-4, -3, -2, -1, 1, 2, 3, 4};

    private final float[] scores;
    private final double[] keptBefore;
    private final int[] weightBefore;
    private final int[] lastKept;
    private final int[] nextKept;
    private final int firstKept;
    private final int finalKept;

    /**
     * Sums the scores up.
     *
     * @param scores the first score of each piece
     * @param weightBefore letters or words of the pieces ahead of each one, and of all
     */
    public ScoreContext(float[] scores, int[] weightBefore) {
        this.scores = scores;
        this.weightBefore = weightBefore;
        int count = scores.length;
        keptBefore = new double[count + 1];
        lastKept = new int[count];
        nextKept = new int[count];
        int first = -1;
        int last = -1;
        for (int i = 0; i < count; i++) {
            keptBefore[i + 1] = keptBefore[i] + scores[i] * weight(i, i + 1);
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

    @Override
    public void addTo(FeatureRow row, int piece) {
        addScores(row, piece);
        addSurroundings(row, piece);
    }

    /** Adds the piece's score, those of its neighbours, and its place towards the article. */
    public void addScores(FeatureRow row, int piece) {
        row.add("score", scores[piece]);
        for (int step : STEPS) {
            int other = piece + step;
            row.add("score.neighbour", other < 0 || other >= scores.length ? -1 : scores[other]);
        }
        double total = Math.max(1, keptBefore[scores.length]);
        row.add("sinceKept", lastKept[piece] < 0 ? FAR + 1 : distance(piece - lastKept[piece]));
        row.add("untilKept", nextKept[piece] < 0 ? FAR + 1 : distance(nextKept[piece] - piece));
        row.add("keptBefore", keptBefore[piece] / total);
        row.add("keptBehind", (total - keptBefore[piece + 1]) / total);
        row.add("fromFirstKept", firstKept < 0 ? FAR + 1 : distance(piece - firstKept));
        row.add("toFinalKept", firstKept < 0 ? FAR + 1 : distance(finalKept - piece));
    }

    /** Adds the kept shares of what stands around the piece. */
    public void addSurroundings(FeatureRow row, int piece) {
        row.add("kept.near", keptAround(piece, NEAR));
        row.add("kept.wide", keptAround(piece, WIDE));
    }

    private double keptAround(int piece, int reach) {
        int from = Math.max(0, piece - reach);
        int to = Math.min(scores.length, piece + reach + 1);
        return kept(from, to) / Math.max(1, weight(from, to));
    }

    /** The weight of the pieces from one up to, not including, another, each times its score. */
    public double kept(int from, int to) {
        return keptBefore[to] - keptBefore[from];
    }

    /** The weight of the pieces from one up to, not including, another. */
    public int weight(int from, int to) {
        return weightBefore[to] - weightBefore[from];
    }

    private static int distance(int pieces) {
        return Math.max(-FAR, Math.min(FAR, pieces));
    }
}
