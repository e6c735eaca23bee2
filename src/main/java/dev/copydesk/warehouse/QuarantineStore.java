package dev.copydesk.warehouse;

import dev.copydesk.document.RawDocument;
import dev.copydesk.warehouse.DocumentOutcome.Failed;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** Documents that could not be loaded. */
public final class QuarantineStore {

    /**
     * A row of {@code ops.quarantine} with the path of its file.
     *
     * @param payloadBytes size of the kept payload, null when none is kept
     * @param resolvedAt null while it is open
     * @param resolution loaded, superseded or dismissed; null while it is open
     * @param note why it was dismissed, or null
     */
    public record Entry(
            long id,
            String path,
            long offset,
            String stage,
            String code,
            String message,
            @Nullable Long payloadBytes,
            int attempts,
            Instant firstSeenAt,
            Instant lastSeenAt,
            @Nullable Instant resolvedAt,
            @Nullable String resolution,
            @Nullable String note) {}

    /** How many open entries of a run have a code. */
    public record CodeCount(String code, long count) {}

    private static final String SELECT = """
            select q.quarantine_id, f.path, q.record_offset, q.stage, q.code, q.message, length(q.payload)::bigint,
                q.attempts, q.first_seen_at, q.last_seen_at, q.resolved_at,
                q.resolution, q.note
            from ops.quarantine q join ops.source_file f using (source_file_id)
            """;
    private static final RowMapper<Entry> ENTRY = (row, number) -> {
        OffsetDateTime resolvedAt = row.getObject(11, OffsetDateTime.class);
        return new Entry(
                row.getLong(1),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getObject(7, Long.class),
                row.getInt(8),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                row.getObject(10, OffsetDateTime.class).toInstant(),
                resolvedAt == null ? null : resolvedAt.toInstant(),
                row.getString(12),
                row.getString(13));
    };

    private final JdbcTemplate jdbc;
    private final Clock clock;

    public QuarantineStore(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Entries, newest first. */
    public List<Entry> list(QuarantineFilter filter) {
        OffsetDateTime since = filter.since() == null ? null : filter.since().atOffset(ZoneOffset.UTC);
        String path = filter.pathPattern();
        return jdbc.query(
                SELECT + """
                        where (? or q.resolved_at is null) and q.code = coalesce(?, q.code)
                            and q.last_seen_at >= coalesce(?, q.last_seen_at)
                            and (?::text is null or f.path like ? or f.path like ? || '/%')
                        order by q.quarantine_id desc limit ?""", ENTRY, filter.resolvedToo(), filter.code(), since, path, path, path, filter.limit());
    }

    /** Closes an open entry without loading its document; false when it is closed already. */
    public boolean dismiss(long id, @Nullable String note) {
        return jdbc.update("""
                        update ops.quarantine set resolved_at = ?, resolution = 'dismissed', note = ?
                        where quarantine_id = ? and resolved_at is null""", clock.instant().atOffset(ZoneOffset.UTC), note, id) > 0;
    }

    /** The entry with this id. */
    public Optional<Entry> find(long id) {
        return jdbc.query(SELECT + "where q.quarantine_id = ?", ENTRY, id).stream()
                .findFirst();
    }

    /** The document of an entry as it was kept; null when it was not. */
    public @Nullable RawDocument kept(Entry entry, LedgerFile file) {
        return jdbc
                .query(
                        """
                        select payload, url, captured_at, content_type from ops.quarantine
                        where quarantine_id = ? and payload is not null""",
                        (row, number) -> {
                            OffsetDateTime capturedAt = row.getObject(3, OffsetDateTime.class);
                            return RawDocument.kept(
                                    file.file(),
                                    entry.offset(),
                                    row.getBytes(1),
                                    row.getString(2),
                                    capturedAt == null ? null : capturedAt.toInstant(),
                                    row.getString(4));
                        },
                        entry.id())
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** Open entries of the files of a run by code, most frequent first. */
    public List<CodeCount> countsOf(long runId) {
        return jdbc.query("""
                select q.code, count(*) from ops.quarantine q join ops.source_file f using (source_file_id)
                where f.run_id = ? and q.resolved_at is null group by q.code order by 2 desc, 1""", (row, number) -> new CodeCount(row.getString(1), row.getLong(2)), runId);
    }

    void add(Collection<Failed> failed) {
        if (failed.isEmpty()) {
            return;
        }
        UnnestStatement.of(jdbc, """
                        insert into ops.quarantine as q (source_file_id, record_offset, stage, code, message, payload,
                            url, captured_at, content_type, first_seen_at, last_seen_at)
                        select row.*, seen.at, seen.at
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) as row, (select ?::timestamptz as at) as seen
                        on conflict (source_file_id, record_offset) do update set stage = excluded.stage,
                            code = excluded.code, message = excluded.message, payload = excluded.payload,
                            url = excluded.url, captured_at = excluded.captured_at,
                            content_type = excluded.content_type,
                            attempts = q.attempts + 1, last_seen_at = excluded.last_seen_at,
                            resolved_at = null, resolution = null, note = null""")
                .bigint(failed, Failed::sourceFileId)
                .bigint(failed, Failed::offset)
                .text(failed, one -> one.stage().name().toLowerCase(Locale.ROOT))
                .text(failed, Failed::code)
                .text(failed, Failed::message)
                .bytes(failed, Failed::payload)
                .text(failed, Failed::url)
                .timestamp(failed, Failed::capturedAt)
                .text(failed, Failed::contentType)
                .value(clock.instant())
                .update();
    }

    /** Closes what stands open of documents that are loaded now. */
    void closeLoaded(Collection<DocumentOutcome> documents) {
        UnnestStatement.of(jdbc, """
                        update ops.quarantine q set resolved_at = ?, resolution = 'loaded'
                        from unnest(?, ?) as row (source_file_id, record_offset)
                        where q.source_file_id = row.source_file_id and q.record_offset = row.record_offset
                            and q.resolved_at is null""")
                .value(clock.instant())
                .bigint(documents, DocumentOutcome::sourceFileId)
                .bigint(documents, DocumentOutcome::offset)
                .update();
    }

    /** Closes what stands open of earlier versions of these files. */
    void closeSuperseded(Collection<Long> sourceFileIds) {
        UnnestStatement.of(jdbc, """
                        update ops.quarantine q set resolved_at = ?, resolution = 'superseded'
                        from ops.source_file f join ops.source_file earlier
                            on earlier.path = f.path and earlier.source_file_id <> f.source_file_id
                        where f.source_file_id = any(?) and q.source_file_id = earlier.source_file_id
                            and q.resolved_at is null""")
                .value(clock.instant())
                .bigint(sourceFileIds, id -> id)
                .update();
    }
}
