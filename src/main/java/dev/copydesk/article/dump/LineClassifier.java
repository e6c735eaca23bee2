package dev.copydesk.article.dump;

import dev.copydesk.article.learning.TrainedModel;
import dev.copydesk.article.learning.TwoPassClassifier;

/** The classifier of the lines of text dumps that the build carries. */
final class LineClassifier {

    /** The resource that holds it. */
    static final String RESOURCE = "line-classifier.bin";

    private LineClassifier() {}

    /** Read at its first use. */
    static TwoPassClassifier shipped() {
        return Shipped.CLASSIFIER;
    }

    private static final class Shipped {
        static final TwoPassClassifier CLASSIFIER =
                TrainedModel.read(LineClassifier.class, RESOURCE, TwoPassClassifier::read);
    }
}
