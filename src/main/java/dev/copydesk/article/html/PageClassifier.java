package dev.copydesk.article.html;

import dev.copydesk.article.learning.FeatureRow;
import dev.copydesk.article.learning.TrainedModel;
import dev.copydesk.article.learning.TreeEnsemble;
import dev.copydesk.article.learning.WordOdds;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Tells articles from pages that are none. Trained on pages of known kind; immutable and thread-safe.
 *
 * @param words what the page's words say
 * @param trees scores a page
 */
record PageClassifier(WordOdds words, TreeEnsemble trees) {

    /** Below it a page is none; set so that of articles of unseen sites two in a hundred at most are lost. */
    private static final double KEEP = 0.2;

    /** The resource that holds the trained classifier. */
    static final String RESOURCE = "page-classifier.bin";

    /** The classifier that the build carries; read at its first use. */
    static PageClassifier shipped() {
        return Shipped.CLASSIFIER;
    }

    private static final class Shipped {
        static final PageClassifier CLASSIFIER =
                TrainedModel.read(PageClassifier.class, RESOURCE, PageClassifier::read);
    }

    static PageClassifier read(InputStream in) throws IOException {
        return new PageClassifier(WordOdds.read(in), TreeEnsemble.read(in));
    }

    void write(OutputStream out) throws IOException {
        words.write(out);
        trees.write(out);
    }

    boolean isArticle(PageFeatures features) {
        return score(features) >= KEEP;
    }

    /** How likely the page is an article, from 0 to 1. */
    private double score(PageFeatures features) {
        FeatureRow row = new FeatureRow();
        features.addTo(row);
        addWords(row, features.words(), words);
        return trees.probability(row.values());
    }

    static void addWords(FeatureRow row, int[] hashes, WordOdds words) {
        float sum = 0;
        for (int hash : hashes) {
            sum += words.of(hash);
        }
        row.add("words", sum);
        row.add("words.mean", sum / Math.max(1, hashes.length));
        row.add("words.count", hashes.length);
    }
}
