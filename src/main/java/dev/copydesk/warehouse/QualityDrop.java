package dev.copydesk.warehouse;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A site of which a run extracted clearly less than the runs before.
 *
 * @param site its key
 * @param documents documents or articles that were measured
 * @param value share or number in the run
 * @param historyRuns runs before that it was held against
 * @param historyDocuments documents or articles in these
 * @param expected share or number in these
 * @param fails whether the job definition lets it fail the run
 * @param acceptedAt when an operator accepted it, or null
 */
public record QualityDrop(
        String site,
        QualityMeasure measure,
        long documents,
        double value,
        long historyRuns,
        long historyDocuments,
        double expected,
        boolean fails,
        @Nullable Instant acceptedAt) {

    /** Whether it keeps the run from its end. */
    public boolean isFailure() {
        return fails && acceptedAt == null;
    }

    /** How it stands with the run: {@code accepted} by an operator, {@code failed} it, or a mere {@code warning}. */
    public String standing() {
        return acceptedAt != null ? "accepted" : fails ? "failed" : "warning";
    }

    /** The drop in a sentence for people. */
    public String message() {
        String now = switch (measure) {
            case TITLE -> count(documents) + " articles have a title";
            case PUBLISHED -> count(documents) + " articles have a publication date";
            case AUTHOR -> count(documents) + " articles name an author";
            case ARTICLE -> count(documents) + " documents are articles";
            case PARAGRAPHS -> "paragraphs an article in " + count(documents) + " articles";
        };
        return site + ": " + measure.shown(value) + (measure == QualityMeasure.PARAGRAPHS ? " " : " of ") + now
                + ", before " + measure.shown(expected) + " (" + count(historyDocuments) + " in " + historyRuns
                + " loads)";
    }

    private static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
