package dev.copydesk.article.html;

import dev.copydesk.article.learning.FeatureRow;
import dev.copydesk.article.learning.TrainedModel;
import dev.copydesk.article.learning.TreeEnsemble;
import dev.copydesk.article.learning.WordFeatures;
import dev.copydesk.article.learning.WordOdds;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells the blocks of an article from the rest of a page. Two passes: the first looks at each block and at what stands
 * around it, the second also at the first scores of all others. Trained on pages whose text is known; immutable and
 * thread-safe.
 *
 * @param words what the words of short blocks say
 * @param first scores a block from what is known of it alone
 * @param second scores a block from that and its {@link ContextFeatures}
 */
record BlockClassifier(WordOdds words, TreeEnsemble first, TreeEnsemble second) {

    /** The resource that holds the trained classifier. */
    static final String RESOURCE = "block-classifier.bin";

    /** The classifier that the build carries; read at its first use. */
    static BlockClassifier shipped() {
        return Shipped.CLASSIFIER;
    }

    private static final class Shipped {
        static final BlockClassifier CLASSIFIER =
                TrainedModel.read(BlockClassifier.class, RESOURCE, BlockClassifier::read);
    }

    static BlockClassifier read(InputStream in) throws IOException {
        return new BlockClassifier(WordOdds.read(in), TreeEnsemble.read(in), TreeEnsemble.read(in));
    }

    void write(OutputStream out) throws IOException {
        words.write(out);
        first.write(out);
        second.write(out);
    }

    /** How likely each block is a part of the article, by its index, from 0 to 1; 0 for those that are no candidates. */
    float[] scores(BlockFeatures features) {
        List<Block> blocks = features.blocks();
        @Nullable FeatureRow[] rows = new @Nullable FeatureRow[blocks.size()];
        float[] scores = new float[blocks.size()];
        for (Block block : blocks) {
            if (features.isCandidate(block)) {
                FeatureRow row = new FeatureRow();
                features.addTo(row, block);
                WordFeatures.addTo(row, WordFeatures.hashes(block.text), words);
                rows[block.index] = row;
                scores[block.index] = (float) first.probability(row.values());
            }
        }
        ContextFeatures context = new ContextFeatures(blocks, scores);
        float[] result = new float[blocks.size()];
        for (Block block : blocks) {
            FeatureRow row = rows[block.index];
            if (row != null) {
                context.addTo(row, block);
                result[block.index] = (float) second.probability(row.values());
            }
        }
        return result;
    }
}
