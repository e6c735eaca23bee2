package dev.copydesk.article.html;

import dev.copydesk.article.learning.TextLabels;
import dev.copydesk.article.learning.TrainingPage;
import dev.copydesk.quality.Truth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Labels the blocks of an HTML page and says how much each label counts. */
final class BlockPage {

    /** Pages whose blocks are known one by one, so that the rare sets with whole texts count beside the large one. */
    private static final float WHOLE_NEWS = 9;

    private static final float FUNDUS = 3;
    private static final float CAPTION = 0.3f;

    private BlockPage() {}

    /** Null for a page without prose. */
    static @Nullable TrainingPage of(Truth truth, int folds, PageReading reading) {
        BlockFeatures features = reading.features();
        return features == null ? null : of(truth, folds, features);
    }

    private static TrainingPage of(Truth truth, int folds, BlockFeatures features) {
        List<Block> blocks = features.blocks();
        float[] labels = TextLabels.of(blocks.stream().map(block -> block.text).toList(), truth);
        float[] weights = new float[blocks.size()];
        float total = 0;
        for (int i = 0; i < weights.length; i++) {
            boolean counts = features.isCandidate(i) && labels[i] != TextLabels.UNKNOWN;
            weights[i] = counts ? weight(blocks.get(i)) : 0;
            total += weights[i];
        }
        float page = truth.text().isEmpty() ? 1 : pageWeight(truth) * 6 / (float) Math.sqrt(Math.max(1, total));
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= page;
        }
        return new TrainingPage(truth, folds, features, labels, weights);
    }

    private static float pageWeight(Truth truth) {
        return switch (truth.set()) {
            case "scrapinghub" -> WHOLE_NEWS;
            case "fundus-testdata" -> FUNDUS;
            default -> 1;
        };
    }

    private static float weight(Block block) {
        float weight = (float) (1 + Math.log1p(block.text.length() / 20.0));
        return block.container.inCaption || block.container.inFigure ? CAPTION * weight : weight;
    }
}
