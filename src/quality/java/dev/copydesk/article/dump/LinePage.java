package dev.copydesk.article.dump;

import dev.copydesk.article.learning.FeatureRow;
import dev.copydesk.article.learning.TextLabels;
import dev.copydesk.article.learning.TrainingPage;
import dev.copydesk.article.learning.TreeEnsemble;
import dev.copydesk.article.learning.WordFeatures;
import dev.copydesk.quality.Truth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A dump with a label and the features of each of its lines. */
final class LinePage extends TrainingPage {

    /** What one page may count in all, whatever its length. */
    private static final float PAGE = 60;

    private static final float SNIPPET = 4;

    private final LineFeatures features;

    private LinePage(
            Truth truth,
            int folds,
            LineFeatures features,
            @Nullable FeatureRow[] rows,
            int[][] hashes,
            float[] labels,
            float[] weights) {
        super(truth, folds, rows, hashes, labels, weights);
        this.features = features;
    }

    static LinePage of(Truth truth, int folds, DumpReading reading) {
        List<TextLine> lines = reading.page().lines();
        LineFeatures features = reading.features();
        List<String> texts = lines.stream().map(TextLine::text).toList();
        boolean snippets = truth.text().isEmpty();
        float[] labels = snippets
                ? TextLabels.of(texts, truth.strings("with"), truth.strings("without"))
                : TextLabels.of(texts, truth.text());
        @Nullable FeatureRow[] rows = new @Nullable FeatureRow[lines.size()];
        int[][] hashes = new int[lines.size()][];
        float[] weights = new float[lines.size()];
        float total = 0;
        for (int i = features.from(); i < features.to(); i++) {
            FeatureRow row = new FeatureRow();
            features.addTo(row, i);
            rows[i] = row;
            hashes[i] = WordFeatures.hashes(texts.get(i));
            weights[i] = (float) (1 + Math.log1p(texts.get(i).length() / 20.0));
            total += weights[i];
        }
        float scale = snippets ? SNIPPET : PAGE / (float) Math.sqrt(Math.max(1, total));
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= scale;
        }
        return new LinePage(truth, folds, features, rows, hashes, labels, weights);
    }

    @Override
    protected void setContext(TreeEnsemble first) {
        LineContext context = new LineContext(scores(first), features.wordsBefore());
        for (int i = features.from(); i < features.to(); i++) {
            FeatureRow row = row(i);
            if (row != null) {
                context.addTo(row, i);
            }
        }
    }
}
