package dev.copydesk.warehouse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** How a document of a loaded file stands in the ledger. */
sealed interface Standing {

    /** Of the captures of its article the latest: its text is the one that stands in the warehouse. */
    record Current(long articleId, String articleKey, String contentDigest) implements Standing {}

    /** It is no article. */
    record Filtered(String reason) implements Standing {}

    /** It holds a text of the past, waits in quarantine or is kept out by a tombstone. */
    record Other() implements Standing {}

    /** Where a document is. */
    record Place(long sourceFileId, long offset) {
        static Place of(DocumentOutcome outcome) {
            return new Place(outcome.sourceFileId(), outcome.offset());
        }
    }

    /** The standing of these documents; one that the ledger does not know is missing. */
    static Map<Place, Standing> of(JdbcTemplate jdbc, List<DocumentOutcome> documents) {
        Map<Place, Standing> standings = new HashMap<>();
        UnnestStatement.of(jdbc, """
                        select row.source_file_id, row.record_offset, a.article_id, a.article_key, a.content_digest,
                            not exists (
                                select from ops.capture o join ops.source_file g using (source_file_id)
                                where o.article_id = c.article_id and o.original_file_id is null
                                    and (coalesce(o.captured_at, g.modified_at), o.source_file_id, o.record_offset)
                                        > (coalesce(c.captured_at, f.modified_at), c.source_file_id, c.record_offset))
                                as latest,
                            n.reason, n.article_key as kept_out
                        from unnest(?, ?) as row (source_file_id, record_offset)
                        join ops.source_file f on f.source_file_id = row.source_file_id
                        left join ops.capture c
                            on c.source_file_id = row.source_file_id and c.record_offset = row.record_offset
                        left join warehouse.article a on a.article_id = c.article_id
                        left join ops.filtered n
                            on n.source_file_id = row.source_file_id and n.record_offset = row.record_offset""")
                .bigint(documents, DocumentOutcome::sourceFileId)
                .bigint(documents, DocumentOutcome::offset)
                .forEach(row -> {
                    String key = row.getString("article_key");
                    String reason = row.getString("reason");
                    standings.put(
                            new Place(row.getLong("source_file_id"), row.getLong("record_offset")),
                            key != null && row.getBoolean("latest")
                                    ? new Current(row.getLong("article_id"), key, row.getString("content_digest"))
                                    : reason != null && row.getString("kept_out") == null
                                            ? new Filtered(reason)
                                            : new Other());
                });
        return standings;
    }

    /** The standing, or null. */
    static @Nullable Standing at(Map<Place, Standing> standings, DocumentOutcome document) {
        return standings.get(Place.of(document));
    }
}
