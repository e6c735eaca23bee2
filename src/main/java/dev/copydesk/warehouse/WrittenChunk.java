package dev.copydesk.warehouse;

import java.util.Map;
import java.util.Set;

/**
 * What a chunk wrote.
 *
 * @param files ids of the files that the run still owned
 * @param filesDone how many of them are through with it
 * @param counts what became of their documents
 * @param articlesNew new articles among these
 * @param articlesChanged new revisions of known articles among these
 * @param quarantined documents by the code they went to quarantine with
 */
public record WrittenChunk(
        Set<Long> files,
        int filesDone,
        LedgerCounts counts,
        long articlesNew,
        long articlesChanged,
        Map<String, Long> quarantined) {

    public WrittenChunk {
        files = Set.copyOf(files);
        quarantined = Map.copyOf(quarantined);
    }
}
