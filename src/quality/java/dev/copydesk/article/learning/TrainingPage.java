package dev.copydesk.article.learning;

import dev.copydesk.quality.Truth;
import org.jspecify.annotations.Nullable;

/** A page whose pieces, its blocks or lines, have features and a label each. */
public abstract class TrainingPage {

    final String domain;
    final int fold;
    private final @Nullable FeatureRow[] rows;
    final int[][] hashes;
    final float[] labels;
    private final float[] weights;

    /** Features of a piece ahead of its words'. */
    private final int plain;

    /**
     * @param rows features of each piece; null for one that is no candidate
     * @param hashes of each candidate's words
     * @param labels 1 for a piece of the article, 0 for another, {@link TextLabels#UNKNOWN}
     * @param weights how much each label counts
     */
    protected TrainingPage(
            Truth truth, int folds, @Nullable FeatureRow[] rows, int[][] hashes, float[] labels, float[] weights) {
        this.domain = truth.domain();
        this.fold = truth.fold(folds);
        this.rows = rows;
        this.hashes = hashes;
        this.labels = labels;
        this.weights = weights;
        int features = 0;
        for (int i = 0; i < rows.length; i++) {
            FeatureRow row = rows[i];
            features = row == null ? features : row.size();
            weights[i] = row == null || labels[i] == TextLabels.UNKNOWN ? 0 : weights[i];
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
    public void setWords(WordOdds odds) {
        for (int i = 0; i < rows.length; i++) {
            FeatureRow row = rows[i];
            if (row != null) {
                row.cutTo(plain);
                WordFeatures.addTo(row, hashes[i], odds);
            }
        }
    }

    /** Scores the pieces and sets what the scores say; the features of the first pass stay as they are. */
    protected abstract void setContext(TreeEnsemble first);

    /** The score of each piece by an ensemble; 0 for one that is no candidate. */
    protected float[] scores(TreeEnsemble trees) {
        float[] scores = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            FeatureRow row = rows[i];
            scores[i] = row == null ? 0 : (float) trees.probability(row.values());
        }
        return scores;
    }

    /** The features of a piece, or null. */
    protected @Nullable FeatureRow row(int piece) {
        return rows[piece];
    }

    /** Adds the labelled pieces. */
    public void addTo(TreeTraining training) {
        for (int i = 0; i < rows.length; i++) {
            FeatureRow row = rows[i];
            if (row != null && isLabelled(i)) {
                training.add(row.values(), labels[i], weights[i]);
            }
        }
    }

    /** How many features the pieces have by now. */
    public int features() {
        for (FeatureRow row : rows) {
            if (row != null) {
                return row.size();
            }
        }
        return 0;
    }
}
