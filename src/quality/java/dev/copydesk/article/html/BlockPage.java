package dev.copydesk.article.html;

import dev.copydesk.article.learning.FeatureRow;
import dev.copydesk.article.learning.TextLabels;
import dev.copydesk.article.learning.TrainingPage;
import dev.copydesk.article.learning.TreeEnsemble;
import dev.copydesk.article.learning.WordFeatures;
import dev.copydesk.quality.Truth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An HTML page with a label and the features of each of its blocks. */
final class BlockPage extends TrainingPage {

    /** Pages whose blocks are known one by one, so that the rare sets with whole texts count beside the large one. */
    private static final float WHOLE_NEWS = 9;

    private static final float FUNDUS = 3;
    private static final float CAPTION = 0.3f;

    private final List<Block> blocks;

    private BlockPage(
            Truth truth,
            int folds,
            List<Block> blocks,
            @Nullable FeatureRow[] rows,
            int[][] hashes,
            float[] labels,
            float[] weights) {
        super(truth, folds, rows, hashes, labels, weights);
        this.blocks = blocks;
    }

    /** Null for a page without prose. */
    static @Nullable BlockPage of(Truth truth, int folds, PageReading reading) {
        BlockFeatures features = reading.features();
        return features == null ? null : of(truth, folds, features);
    }

    private static BlockPage of(Truth truth, int folds, BlockFeatures features) {
        List<Block> blocks = features.blocks();
        @Nullable FeatureRow[] rows = new @Nullable FeatureRow[blocks.size()];
        int[][] hashes = new int[blocks.size()][];
        boolean snippets = truth.text().isEmpty();
        List<String> texts = blocks.stream().map(block -> block.text).toList();
        float[] labels = snippets
                ? TextLabels.of(texts, truth.strings("with"), truth.strings("without"))
                : TextLabels.of(texts, truth.text());
        float[] weights = new float[blocks.size()];
        float total = 0;
        for (Block block : blocks) {
            int i = block.index;
            if (features.isCandidate(block)) {
                FeatureRow row = new FeatureRow();
                features.addTo(row, block);
                rows[i] = row;
                hashes[i] = WordFeatures.hashes(block.text);
                weights[i] = labels[i] == TextLabels.UNKNOWN ? 0 : weight(block);
                total += weights[i];
            }
        }
        float page = snippets ? 1 : pageWeight(truth) * 6 / (float) Math.sqrt(Math.max(1, total));
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= page;
        }
        return new BlockPage(truth, folds, blocks, rows, hashes, labels, weights);
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

    @Override
    protected void setContext(TreeEnsemble first) {
        ContextFeatures context = new ContextFeatures(blocks, scores(first));
        for (Block block : blocks) {
            FeatureRow row = row(block.index);
            if (row != null) {
                context.addTo(row, block);
            }
        }
    }
}
