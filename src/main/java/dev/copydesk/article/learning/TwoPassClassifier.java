package dev.copydesk.article.learning;

import dev.copydesk.document.TimeBudget;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

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
        int[] candidates =
                IntStream.range(0, pieces.count()).filter(pieces::isCandidate).toArray();
        List<FeatureRow> rows = new ArrayList<>(candidates.length);
        for (int piece : candidates) {
            TimeBudget.check();
            FeatureRow row = new FeatureRow();
            pieces.addTo(row, piece);
            WordFeatures.addTo(row, WordFeatures.hashes(pieces.text(piece)), words);
            rows.add(row);
        }
        Pieces.Context context = pieces.context(scores(first, rows, candidates, pieces.count()));
        for (int i = 0; i < candidates.length; i++) {
            TimeBudget.check();
            context.addTo(rows.get(i), candidates[i]);
        }
        return scores(second, rows, candidates, pieces.count());
    }

    private static float[] scores(TreeEnsemble trees, List<FeatureRow> rows, int[] candidates, int count) {
        double[] probabilities =
                trees.probabilities(rows.stream().map(FeatureRow::values).toList());
        float[] scores = new float[count];
        for (int i = 0; i < candidates.length; i++) {
            scores[candidates[i]] = (float) probabilities[i];
        }
        return scores;
    }
}
