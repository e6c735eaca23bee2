package dev.copydesk.warehouse;

import java.time.Duration;

/**
 * What several attempts at a run did together. Files that each attempt found unchanged and left alone count once.
 *
 * @param attempts job executions
 * @param files files dealt with, those left alone among them
 * @param filesLoaded files whose documents were loaded, that is all but those left alone
 * @param documentsLoaded documents of these files
 * @param bytesLoaded size of these files as stored
 * @param time from the start to the end of each attempt, added up; of one without an end, until its last chunk
 */
public record LoadTotals(
        long attempts,
        long files,
        long filesLoaded,
        long documentsLoaded,
        long bytesLoaded,
        LedgerCounts counts,
        long articlesNew,
        long articlesChanged,
        long paragraphs,
        long mentions,
        long relatedLinks,
        Duration time) {}
