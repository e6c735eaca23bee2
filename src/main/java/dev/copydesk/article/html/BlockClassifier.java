package dev.copydesk.article.html;

import dev.copydesk.article.learning.TrainedModel;
import dev.copydesk.article.learning.TwoPassClassifier;

/** The classifier of the blocks of HTML pages that the build carries. */
final class BlockClassifier {

    /** The resource that holds it. */
    static final String RESOURCE = "block-classifier.bin";

    private BlockClassifier() {}

    /** Read at its first use. */
    static TwoPassClassifier shipped() {
        return Shipped.CLASSIFIER;
    }

    private static final class Shipped {
        static final TwoPassClassifier CLASSIFIER =
                TrainedModel.read(BlockClassifier.class, RESOURCE, TwoPassClassifier::read);
    }
}
