package dev.copydesk.article.learning;

import dev.copydesk.quality.Truth;
import org.jspecify.annotations.Nullable;

/** A page whose pieces, its blocks or lines, have features and a label each. */
public final class TrainingPage {

    final String domain;
    final int fold;
    final int[][] hashes;
    final float[] labels;
    private final Pieces pieces;
    private final @Nullable FeatureRow[] rows;
    private final float[] weights;

    /** Features of a piece ahead of its words'. */
    private final int plain;

    /**
     * Takes the features of the candidates.
     *
     * @param labels of each piece: 1 for one of the article, 0 for another, {@link TextLabels#UNKNOWN}
     * @param weights how much each label counts
     */
    public TrainingPage(Truth truth, int folds, Pieces pieces, float[] labels, float[] weights) {
        this.domain = truth.domain();
        this.fold = truth.fold(folds);
        this.pieces = pieces;
        this.labels = labels;
        this.weights = weights;
        this.rows = new @Nullable FeatureRow[pieces.count()];
        this.hashes = new int[rows.length][];
        int features = 0;
        for (int i = 0; i < rows.length; i++) {
            if (pieces.isCandidate(i)) {
                FeatureRow row = new FeatureRow();
                pieces.addTo(row, i);
                features = row.size();
                rows[i] = row;
                hashes[i] = WordFeatures.hashes(pieces.text(i));
            }
            weights[i] = rows[i] == null || labels[i] == TextLabels.UNKNOWN ? 0 : weights[i];
        }
        this.plain = features;
    }

    /** Which part of the sites the page belongs to. */
    public int fold() {
        return fold;
    }

    boolean isLabelled(int piece) {
        return weights[piece] > 0;
    }

    /** Sets what the words say; what was behind it goes. */
    void setWords(WordOdds odds) {
        for (int i = 0; i < rows.length; i++) {
            FeatureRow row = rows[i];
            if (row != null) {
                row.cutTo(plain);
                WordFeatures.addTo(row, hashes[i], odds);
            }
        }
    }

    /** Scores the pieces and sets what the scores say; the features of the first pass stay as they are. */
    void setContext(TreeEnsemble first) {
        float[] scores = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            FeatureRow row = rows[i];
            scores[i] = row == null ? 0 : (float) first.probability(row.values());
        }
        Pieces.Context context = pieces.context(scores);
        for (int i = 0; i < rows.length; i++) {
            FeatureRow row = rows[i];
            if (row != null) {
                context.addTo(row, i);
            }
        }
    }

    /** Adds the labelled pieces. */
    void addTo(TreeTraining training) {
        for (int i = 0; i < rows.length; i++) {
            FeatureRow row = rows[i];
            if (row != null && isLabelled(i)) {
                training.add(row.values(), labels[i], weights[i]);
            }
        }
    }

    /** How many features the pieces have by now. */
    int features() {
        for (FeatureRow row : rows) {
            if (row != null) {
                return row.size();
            }
        }
        return 0;
    }
}
