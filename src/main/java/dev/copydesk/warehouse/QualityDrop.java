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

    /** The drop in a sentence for people. */
    public String message() {
        String now = switch (measure) {
            case TITLE -> shareOf(" articles have a title");
            case PUBLISHED -> shareOf(" articles have a publication date");
            case AUTHOR -> shareOf(" articles name an author");
            case ARTICLE -> shareOf(" documents are articles");
            case PARAGRAPHS -> number(value) + " paragraphs an article in " + count(documents) + " articles";
        };
        String before = measure == QualityMeasure.PARAGRAPHS ? number(expected) : percent(expected);
        return site + ": " + now + ", before " + before + " (" + count(historyDocuments) + " in " + historyRuns
                + " loads)";
    }

    private String shareOf(String what) {
        return percent(value) + " of " + count(documents) + what;
    }

    private static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.0f%%", value * 100);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
