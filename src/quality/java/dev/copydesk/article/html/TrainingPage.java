package dev.copydesk.article.html;

import dev.copydesk.quality.Truth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page with a label and the features of each of its blocks. */
final class TrainingPage {

    /** Pages whose blocks are known one by one, so that the rare sets with whole texts count beside the large one. */
    private static final float WHOLE_NEWS = 9;

    private static final float FUNDUS = 3;
    private static final float CAPTION = 0.3f;

    final String domain;
    final int fold;
    final List<Block> blocks;
    final @Nullable FeatureRow[] rows;
    final int[][] hashes;
    final float[] labels;
    final float[] weights;

    /** Features of a block ahead of its words'. */
    private int plain;

    private TrainingPage(Truth truth, int folds, BlockFeatures features) {
        this.domain = truth.domain();
        this.fold = truth.fold(folds);
        this.blocks = features.blocks();
        this.rows = new @Nullable FeatureRow[blocks.size()];
        this.hashes = new int[blocks.size()][];
        boolean snippets = truth.text().isEmpty();
        this.labels = snippets
                ? BlockLabels.of(blocks, truth.strings("with"), truth.strings("without"))
                : BlockLabels.of(blocks, truth.text());
        this.weights = new float[blocks.size()];
        for (Block block : blocks) {
            if (features.isCandidate(block)) {
                FeatureRow row = new FeatureRow();
                features.addTo(row, block);
                rows[block.index] = row;
                plain = row.size();
                hashes[block.index] = WordFeatures.hashes(block);
                weights[block.index] = labels[block.index] == BlockLabels.UNKNOWN ? 0 : weight(block);
            }
        }
        if (snippets) {
            return;
        }
        float total = 0;
        for (float weight : weights) {
            total += weight;
        }
        float page = switch (truth.set()) {
            case "scrapinghub" -> WHOLE_NEWS;
            case "fundus-testdata" -> FUNDUS;
            default -> 1;
        };
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= page * 6 / (float) Math.sqrt(Math.max(1, total));
        }
    }

    /** Null for a page without prose. */
    static @Nullable TrainingPage of(Truth truth, int folds, PageReading reading) {
        BlockFeatures features = reading.features();
        return features == null ? null : new TrainingPage(truth, folds, features);
    }

    private static float weight(Block block) {
        float weight = (float) (1 + Math.log1p(block.text.length() / 20.0));
        return block.container.inCaption || block.container.inFigure ? CAPTION * weight : weight;
    }

    boolean isLabelled(int block) {
        return weights[block] > 0;
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

    /** Scores the blocks and sets what the scores say; the features of the first pass stay as they are. */
    void setContext(TreeEnsemble first) {
        float[] scores = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            FeatureRow row = rows[i];
            scores[i] = row == null ? 0 : (float) first.probability(row.values());
        }
        ContextFeatures context = new ContextFeatures(blocks, scores);
        for (Block block : blocks) {
            FeatureRow row = rows[block.index];
            if (row != null) {
                context.addTo(row, block);
            }
        }
    }

    void addTo(TreeTraining training) {
        for (int i = 0; i < rows.length; i++) {
            FeatureRow row = rows[i];
            if (row != null && isLabelled(i)) {
                training.add(row.values(), labels[i], weights[i]);
            }
        }
    }

    /** How many features the blocks have by now. */
    int features() {
        for (FeatureRow row : rows) {
            if (row != null) {
                return row.size();
            }
        }
        return 0;
    }
}
