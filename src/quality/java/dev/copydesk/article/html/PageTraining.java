package dev.copydesk.article.html;

import dev.copydesk.article.learning.FeatureRow;
import dev.copydesk.article.learning.TreeTraining;
import dev.copydesk.article.learning.WordOdds;
import dev.copydesk.quality.Truth;
import java.util.List;
import java.util.TreeSet;

/** Trains the page classifier on pages that are articles and pages that are none. */
final class PageTraining {

    private static final int DEPTH = 2;
    private static final int TREES = 500;
    private static final double RATE = 0.06;
    private static final double LEAST_WEIGHT = 2;
    /** Few pages are none, so that each tree looks at a few features only. */
    private static final double SHARE = 0.1;

    private static final String OTHERS = "wcxb-other";

    /** A page of known kind. */
    static final class Sample {
        final int fold;
        final boolean article;
        final float weight;
        final int[] words;
        private final FeatureRow row = new FeatureRow();
        private final int plain;

        Sample(Truth truth, int folds, PageReading reading) {
            fold = truth.fold(folds);
            article = !truth.set().equals(OTHERS);
            // The others are few, and their contrast is with articles of their own collection.
            weight = switch (truth.set()) {
                case OTHERS -> 3;
                case "wcxb" -> 1;
                default -> 0.2f;
            };
            PageFeatures features = reading.pageFeatures();
            features.addTo(row);
            plain = row.size();
            words = features.words();
        }

        private void setWords(WordOdds odds) {
            row.cutTo(plain);
            PageClassifier.addWords(row, words, odds);
        }
    }

    private PageTraining() {}

    /** The trees learn from what words say on sites that the words' weights were not learned on. */
    static PageClassifier train(List<Sample> samples) {
        for (int fold :
                new TreeSet<>(samples.stream().map(sample -> sample.fold).toList())) {
            WordOdds others = WordRegression.weights(
                    samples.stream().filter(sample -> sample.fold != fold).toList());
            samples.stream().filter(sample -> sample.fold == fold).forEach(sample -> sample.setWords(others));
        }
        TreeTraining training = new TreeTraining(samples.get(0).row.size());
        samples.forEach(sample -> training.add(sample.row.values(), sample.article ? 1 : 0, sample.weight));
        return new PageClassifier(
                WordRegression.weights(samples), training.train(TREES, DEPTH, RATE, LEAST_WEIGHT, SHARE));
    }
}
