package dev.copydesk.article.learning;

import dev.copydesk.document.TimeBudget;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Tells the pieces of an article from the rest of a page. Two passes: the first looks at each piece and at what stands
 * around it, the second also at the first scores of all others. Trained on pages whose text is known; immutable and
 * thread-safe.
 *
 * @param words what the words of short pieces say
 * @param first scores a piece from what is known of it alone
 * @param second scores a piece from that and its {@link Pieces.Context}
 */
public record TwoPassClassifier(WordOdds words, TreeEnsemble first, TreeEnsemble second) {

    /** Reads what {@link #write} wrote. */
    public static TwoPassClassifier read(InputStream in) throws IOException {
        return new TwoPassClassifier(WordOdds.read(in), TreeEnsemble.read(in), TreeEnsemble.read(in));
    }

    public void write(OutputStream out) throws IOException {
        words.write(out);
        first.write(out);
        second.write(out);
    }

    /** How likely each piece is a part of the article, from 0 to 1; 0 for those that are no candidates. */
    public float[] scores(Pieces pieces) {
        @Nullable FeatureRow[] rows = new @Nullable FeatureRow[pieces.count()];
        float[] scores = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            TimeBudget.check();
            if (pieces.isCandidate(i)) {
                FeatureRow row = new FeatureRow();
                pieces.addTo(row, i);
                WordFeatures.addTo(row, WordFeatures.hashes(pieces.text(i)), words);
                rows[i] = row;
                scores[i] = (float) first.probability(row.values());
            }
        }
        Pieces.Context context = pieces.context(scores);
        float[] result = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            TimeBudget.check();
            FeatureRow row = rows[i];
            if (row != null) {
                context.addTo(row, i);
                result[i] = (float) second.probability(row.values());
            }
        }
        return result;
    }
}
