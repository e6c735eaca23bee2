package dev.copydesk.warehouse;

import dev.copydesk.warehouse.DocumentOutcome.ArticleFound;
import dev.copydesk.warehouse.DocumentOutcome.RecordNote;
import dev.copydesk.warehouse.DocumentOutcome.Revisited;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes which document of which file each article came from. */
final class CaptureStore {

    /** Why a revisit record is filtered: no capture before it holds the page. */
    static final String ORIGINAL_UNKNOWN = "REVISIT_ORIGINAL_UNKNOWN";

    private final JdbcTemplate jdbc;

    CaptureStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void write(List<StoredArticle> stored) {
        if (stored.isEmpty()) {
            return;
        }
        UnnestStatement.of(jdbc, """
                        insert into ops.capture (source_file_id, record_offset, article_id, captured_at, payload_digest,
                            target_url, record_digest, warnings)
                        select file, record_offset, article_id, captured_at, payload_digest, target_url, record_digest,
                            string_to_array(warnings, ' ')
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?) as row (file, record_offset, article_id, captured_at,
                            payload_digest, target_url, record_digest, warnings)""")
                .bigint(stored, one -> one.row().found().sourceFileId())
                .bigint(stored, one -> one.row().found().offset())
                .bigint(stored, StoredArticle::articleId)
                .timestamp(stored, one -> one.row().found().capturedAt())
                .text(stored, one -> one.row().found().payloadDigest().hex())
                .text(stored, one -> ifNoted(one, RecordNote::url))
                .text(stored, one -> ifNoted(one, RecordNote::digest))
                .text(stored, one -> warnings(one.row().found()))
                .update();
    }

    private static @Nullable String ifNoted(StoredArticle stored, Function<RecordNote, @Nullable String> part) {
        RecordNote note = stored.row().found().record();
        return note == null ? null : part.apply(note);
    }

    private static String warnings(ArticleFound found) {
        List<String> codes = new ArrayList<>();
        if (found.record() != null) {
            new TreeSet<>(found.record().warnings()).forEach(warning -> codes.add(warning.name()));
        }
        return String.join(" ", codes);
    }

    /**
     * Enters revisits as captures of the article that the original is a capture of: the one that is named by URL and date, or
     * else the latest with the same digest. Only what comes before the revisit in the ledger's order counts, so that it does
     * not matter where a chunk ends.
     *
     * @return those of which no original is known, which are not entered
     */
    List<Revisited> writeRevisits(List<Revisited> revisits) {
        if (revisits.isEmpty()) {
            return List.of();
        }
        Set<List<Long>> known = new HashSet<>();
        UnnestStatement.of(jdbc, """
                        with entered as (
                            insert into ops.capture (source_file_id, record_offset, article_id, captured_at,
                                payload_digest, target_url, original_file_id, original_offset)
                            select r.file, r.record_offset, c.article_id, r.captured_at, c.payload_digest, r.url,
                                c.source_file_id, c.record_offset
                            from unnest(?, ?, ?, ?, ?, ?, ?) as r (file, record_offset, url, captured_at, original_url,
                                original_date, digest)
                            cross join lateral (
                                select * from ops.capture c
                                where c.original_file_id is null
                                    and (c.source_file_id, c.record_offset) < (r.file, r.record_offset)
                                    and (c.target_url = r.original_url
                                            and c.captured_at = coalesce(r.original_date, c.captured_at)
                                        or c.record_digest = r.digest)
                                order by c.target_url is not distinct from r.original_url desc, c.captured_at desc nulls last,
                                    c.source_file_id desc, c.record_offset desc
                                limit 1) as c
                            returning source_file_id, record_offset, article_id, captured_at),
                        seen as (
                            update warehouse.article a set first_seen_at = least(a.first_seen_at, e.first),
                                last_seen_at = greatest(a.last_seen_at, e.last)
                            from (select article_id, min(captured_at) as first, max(captured_at) as last from entered
                                group by article_id) as e
                            where a.article_id = e.article_id
                                and (e.first < a.first_seen_at or e.last > a.last_seen_at))
                        select source_file_id, record_offset from entered""")
                .bigint(revisits, Revisited::sourceFileId)
                .bigint(revisits, Revisited::offset)
                .text(revisits, one -> one.revisit().url())
                .timestamp(revisits, one -> one.revisit().capturedAt())
                .text(revisits, one -> one.revisit().originalUrl())
                .timestamp(revisits, one -> one.revisit().originalDate())
                .text(revisits, one -> one.revisit().recordDigest())
                .forEach(row -> known.add(List.of(row.getLong(1), row.getLong(2))));
        return revisits.stream()
                .filter(one -> !known.contains(List.of(one.sourceFileId(), one.offset())))
                .toList();
    }

    /** Filters the revisits of a capture that is no more; returns the file of each. */
    List<Long> filterRevisitsOf(long sourceFileId, long offset) {
        return jdbc.queryForList("""
                with gone as (
                    delete from ops.capture where original_file_id = ? and original_offset = ?
                    returning source_file_id, record_offset)
                insert into ops.filtered (source_file_id, record_offset, reason)
                select source_file_id, record_offset, ? from gone returning source_file_id""", Long.class, sourceFileId, offset, ORIGINAL_UNKNOWN);
    }
}
