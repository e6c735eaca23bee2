package dev.copydesk.article.dump;

import dev.copydesk.article.learning.TextLabels;
import dev.copydesk.article.learning.TrainingPage;
import dev.copydesk.quality.Truth;

/** Labels the lines of a dump and says how much each label counts. */
final class LinePage {

    /** What one page may count in all, whatever its length. */
    private static final float PAGE = 60;

    private static final float SNIPPET = 4;

    private LinePage() {}

    static TrainingPage of(Truth truth, int folds, DumpReading reading) {
        LineFeatures features = reading.features();
        float[] labels = TextLabels.of(
                reading.page().lines().stream().map(TextLine::text).toList(), truth);
        float[] weights = new float[features.count()];
        float total = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = features.isCandidate(i)
                    ? (float) (1 + Math.log1p(features.text(i).length() / 20.0))
                    : 0;
            total += weights[i];
        }
        float scale = truth.text().isEmpty() ? SNIPPET : PAGE / (float) Math.sqrt(Math.max(1, total));
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= scale;
        }
        return new TrainingPage(truth, folds, features, labels, weights);
    }
}
