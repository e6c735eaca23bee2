package dev.copydesk.article.dump;

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
 * Tells the lines of an article from the rest of a dump. Two passes: the first looks at each line and at what stands
 * around it, the second also at the first scores of its neighbours. Trained on dumps of pages whose text is known;
 * immutable and thread-safe.
 *
 * @param words what the words of short lines say
 * @param first scores a line from what is known of it alone
 * @param second scores a line from that and its {@link LineContext}
 */
record LineClassifier(WordOdds words, TreeEnsemble first, TreeEnsemble second) {

    /** The resource that holds the trained classifier. */
    static final String RESOURCE = "line-classifier.bin";

    /** The classifier that the build carries; read at its first use. */
    static LineClassifier shipped() {
        return Shipped.CLASSIFIER;
    }

    private static final class Shipped {
        static final LineClassifier CLASSIFIER =
                TrainedModel.read(LineClassifier.class, RESOURCE, LineClassifier::read);
    }

    static LineClassifier read(InputStream in) throws IOException {
        return new LineClassifier(WordOdds.read(in), TreeEnsemble.read(in), TreeEnsemble.read(in));
    }

    void write(OutputStream out) throws IOException {
        words.write(out);
        first.write(out);
        second.write(out);
    }

    /** How likely each line is a part of the article, from 0 to 1; 0 for lines far from the heaviest stretch. */
    float[] scores(List<TextLine> lines, LineFeatures features) {
        @Nullable FeatureRow[] rows = new @Nullable FeatureRow[lines.size()];
        float[] scores = new float[lines.size()];
        for (int i = features.from(); i < features.to(); i++) {
            FeatureRow row = new FeatureRow();
            features.addTo(row, i);
            WordFeatures.addTo(row, WordFeatures.hashes(lines.get(i).text()), words);
            rows[i] = row;
            scores[i] = (float) first.probability(row.values());
        }
        LineContext context = new LineContext(scores, features.wordsBefore());
        float[] result = new float[lines.size()];
        for (int i = features.from(); i < features.to(); i++) {
            FeatureRow row = rows[i];
            if (row != null) {
                context.addTo(row, i);
                result[i] = (float) second.probability(row.values());
            }
        }
        return result;
    }
}
