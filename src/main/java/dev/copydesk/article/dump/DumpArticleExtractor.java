package dev.copydesk.article.dump;

import dev.copydesk.article.ArticleExtractor;
import dev.copydesk.article.Extraction;
import dev.copydesk.article.learning.TwoPassClassifier;
import dev.copydesk.document.RawDocument;

/**
 * Makes an article out of a text dump of a page. A classifier and rules look at the shape of lines, at their place and
 * repetition, and at the words and standing phrases of pages; none knows a site. Time is linear in the length of the text.
 */
public final class DumpArticleExtractor implements ArticleExtractor {

    private final TwoPassClassifier classifier;

    public DumpArticleExtractor() {
        this(LineClassifier.shipped());
    }

    DumpArticleExtractor(TwoPassClassifier classifier) {
        this.classifier = classifier;
    }

    @Override
    public Extraction extract(RawDocument document) {
        return read(document).extraction(classifier);
    }

    /** The dump up to the question which of its lines are the article's. */
    DumpReading read(RawDocument document) {
        return new DumpReading(document);
    }
}
