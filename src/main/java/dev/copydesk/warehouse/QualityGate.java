package dev.copydesk.warehouse;

import java.util.Set;

/**
 * When a site counts as read worse than before, and what then. A run is held against the latest finished runs of the same job
 * that met the site; a site that is new or small in either is not judged.
 *
 * <p>A drop must be large, by {@code maxDrop} or {@code maxParagraphDrop}, and it must be no accident: more than four
 * standard errors, by the test of two proportions (for paragraphs, of two means). The error of a share is widened by as
 * much as the earlier runs differ from each other beyond chance, so that a site with days of its own raises no alarm.
 *
 * @param failOn measures whose drop fails the run; a drop in another is a warning
 * @param minDocuments documents of the site in the run from which on it is judged
 * @param minHistory documents of the site in the runs before
 * @param historyRuns how many runs back it is compared with
 * @param maxDrop how far a share may fall, from 0 to 1: 0.15 is from 95% to 80%
 * @param maxParagraphDrop part of its paragraphs that an article may lose on average, from 0 to 1
 */
public record QualityGate(
        Set<QualityMeasure> failOn,
        int minDocuments,
        int minHistory,
        int historyRuns,
        double maxDrop,
        double maxParagraphDrop) {

    /** A drop is a warning. */
    public static final QualityGate DEFAULT = new QualityGate(Set.of(), 20, 100, 30, 0.15, 0.4);

    public QualityGate {
        failOn = Set.copyOf(failOn);
        requireAtLeast("min_documents", minDocuments, 5); // below that a share says nothing
        requireAtLeast("min_history", minHistory, 5);
        requireAtLeast("history_runs", historyRuns, SiteQualityStore.FEWEST_RUNS);
        requireShare("max_drop", maxDrop);
        requireShare("max_paragraph_drop", maxParagraphDrop);
    }

    private static void requireAtLeast(String key, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException("quality." + key + ": " + value + " is less than " + least);
        }
    }

    private static void requireShare(String key, double value) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException("quality." + key + ": " + value + " is not above 0 and at most 1");
        }
    }
}
