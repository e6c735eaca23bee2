package dev.copydesk.batch;

import dev.copydesk.warehouse.LedgerCounts;
import org.jspecify.annotations.Nullable;

/**
 * How many documents of a run may go to quarantine before the run fails. What was loaded until then stays loaded.
 *
 * @param maxCount documents, or null for any number
 * @param maxRate share of the documents read, from 0 to 1
 * @param minDocuments documents read below which the rate is not looked at
 */
public record QuarantineLimit(@Nullable Long maxCount, double maxRate, long minDocuments) {

    public static final QuarantineLimit DEFAULT = new QuarantineLimit(null, 0.5, 100);

    public QuarantineLimit {
        if (maxCount != null && maxCount < 0) {
            throw new IllegalArgumentException("quarantine.max_count: " + maxCount + " is negative");
        }
        if (!(maxRate >= 0 && maxRate <= 1)) {
            throw new IllegalArgumentException("quarantine.max_rate: " + maxRate + " is not between 0 and 1");
        }
        if (minDocuments < 0) {
            throw new IllegalArgumentException("quarantine.min_documents: " + minDocuments + " is negative");
        }
    }

    /** Throws when the counts of a run pass the limit. */
    void check(LedgerCounts counts) {
        if (maxCount != null && counts.quarantined() > maxCount) {
            throw new QuarantineLimitPassedException(counts.quarantined()
                    + " documents went to quarantine, more than quarantine.max_count: " + maxCount);
        }
        if (counts.read() >= minDocuments && counts.quarantined() > maxRate * counts.read()) {
            throw new QuarantineLimitPassedException(counts.quarantined() + " of " + counts.read()
                    + " documents went to quarantine, more than quarantine.max_rate: " + maxRate);
        }
    }
}
