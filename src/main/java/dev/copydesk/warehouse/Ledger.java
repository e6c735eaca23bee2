package dev.copydesk.warehouse;

import dev.copydesk.document.ArchivePosition;
import dev.copydesk.document.ManifestLine;
import dev.copydesk.document.SourceChangedException;
import dev.copydesk.document.SourceFile;
import dev.copydesk.document.SourceFormat;
import dev.copydesk.document.SourceLocation;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** The ledger of source files: which are known, which a run has yet to load, and what became of their documents. */
public final class Ledger {

    /**
     * A version of a file as the ledger knows it.
     *
     * @param changedAt last change of content or attributes; of a remote file when this version was found last as a new one
     * @param digest null when it could not be read; of a remote file its version
     * @param runId the run that loads or loaded it
     * @param loaded false while it is pending
     * @param changed whether it was seen to change while it was loaded, so that part of it may be missing
     * @param keptNonArticles whether that run loads what seems to be no article
     * @param counts what became of its documents
     */
    public record KnownFile(
            long size,
            Instant modifiedAt,
            Instant changedAt,
            @Nullable String digest,
            long runId,
            boolean loaded,
            boolean changed,
            boolean keptNonArticles,
            LedgerCounts counts) {}

    /**
     * A file as it was found.
     *
     * @param changedAt last change of content or attributes; of a remote file when it was found
     * @param digest null when it could not be read; of a remote file its version
     */
    public record FoundFile(
            SourceFile file, Instant changedAt, @Nullable String digest) {}

    private static final RowMapper<LedgerFile> FILE = (row, number) -> {
        OffsetDateTime capturedAt = row.getObject("captured_at", OffsetDateTime.class);
        SourceLocation location = SourceLocation.of(row.getString("path"));
        return new LedgerFile(
                row.getLong("source_file_id"),
                new SourceFile(
                        location,
                        SourceFormat.valueOf(row.getString("format").toUpperCase(Locale.ROOT)),
                        row.getBoolean("gzipped"),
                        row.getLong("size"),
                        row.getObject("modified_at", OffsetDateTime.class).toInstant(),
                        location instanceof SourceLocation.Remote ? row.getString("digest") : null,
                        row.getString("url"),
                        capturedAt == null ? null : capturedAt.toInstant()),
                row.getString("digest"),
                new ArchivePosition(row.getLong("next_piece"), row.getLong("next_record")));
    };

    private final JdbcTemplate jdbc;

    public Ledger(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** All versions known of the files that lie there. */
    public Map<SourceLocation, List<KnownFile>> known(Collection<SourceLocation> locations) {
        Map<SourceLocation, List<KnownFile>> known = new HashMap<>();
        UnnestStatement.of(jdbc, """
                        select path, size, modified_at, changed_at, digest, run_id, status = 'loaded',
                            exists (select from ops.quarantine q where q.source_file_id = f.source_file_id
                                and q.code = '%s' and q.resolved_at is null),
                            keep_non_articles, loaded, unchanged, filtered, quarantined
                        from ops.source_file f join ops.load_run using (run_id)
                        where path = any(?)""".formatted(SourceChangedException.CODE))
                .text(locations, SourceLocation::toString)
                .forEach(row -> known.computeIfAbsent(
                                SourceLocation.of(row.getString(1)), location -> new ArrayList<>())
                        .add(new KnownFile(
                                row.getLong(2),
                                row.getObject(3, OffsetDateTime.class).toInstant(),
                                row.getObject(4, OffsetDateTime.class).toInstant(),
                                row.getString(5),
                                row.getLong(6),
                                row.getBoolean(7),
                                row.getBoolean(8),
                                row.getBoolean(9),
                                new LedgerCounts(row.getLong(10), row.getLong(11), row.getLong(12), row.getLong(13)))));
        return known;
    }

    /**
     * Enters files that the run is to load. A version that is known already is taken over, be it that another run left it
     * pending or that the file has gone back to it; it starts anew unless this run has begun it.
     */
    public void register(long runId, List<FoundFile> files) {
        UnnestStatement.of(jdbc, """
                        insert into ops.source_file as f (path, digest, size, modified_at, changed_at, format, gzipped,
                            run_id, status)
                        select path, digest, size, modified_at, changed_at, format, gzipped, ?, 'pending'
                        from unnest(?, ?, ?, ?, ?, ?, ?)
                            as row (path, digest, size, modified_at, changed_at, format, gzipped)
                        order by path collate "C"
                        on conflict (path, digest) do update set run_id = excluded.run_id, status = 'pending',
                            size = excluded.size, modified_at = excluded.modified_at, changed_at = excluded.changed_at,
                            next_piece = case when f.run_id = excluded.run_id then f.next_piece end,
                            next_record = case when f.run_id = excluded.run_id then f.next_record end,
                            read = f.read * %1$s, loaded = f.loaded * %1$s, unchanged = f.unchanged * %1$s,
                            filtered = f.filtered * %1$s, quarantined = f.quarantined * %1$s""".formatted("(f.run_id = excluded.run_id and f.next_piece is not null)::integer"))
                .value(runId)
                .text(files, found -> found.file().location().toString())
                .text(files, FoundFile::digest)
                .bigint(files, found -> found.file().size())
                .timestamp(files, found -> found.file().modifiedAt())
                .timestamp(files, FoundFile::changedAt)
                .text(files, found -> found.file().format().name().toLowerCase(Locale.ROOT))
                .bool(files, found -> found.file().gzipped())
                .update();
    }

    /** Notes what the file system says now of versions whose content is unchanged, so that they need not be read again. */
    public void refresh(List<FoundFile> files) {
        UnnestStatement.of(jdbc, """
                        update ops.source_file f set modified_at = row.modified_at, changed_at = row.changed_at
                        from unnest(?, ?, ?, ?) as row (path, digest, modified_at, changed_at)
                        where f.path = row.path and f.digest = row.digest""")
                .text(files, found -> found.file().location().toString())
                .text(files, FoundFile::digest)
                .timestamp(files, found -> found.file().modifiedAt())
                .timestamp(files, FoundFile::changedAt)
                .update();
    }

    /** Gives the run's pending files the URL and capture date that a manifest has for them. */
    public void describe(long runId, List<ManifestLine.Entry> entries) {
        UnnestStatement.of(jdbc, """
                        update ops.source_file f set url = row.url, captured_at = row.captured_at
                        from unnest(?, ?, ?) as row (path, url, captured_at)
                        where f.path = row.path and f.run_id = ? and f.status = 'pending'""")
                .text(entries, entry -> entry.file().toString())
                .text(entries, ManifestLine.Entry::url)
                .timestamp(entries, ManifestLine.Entry::capturedAt)
                .value(runId)
                .update();
    }

    /** The run's next files to load, in the order of their ids, from behind the given id. */
    public List<LedgerFile> pending(long runId, long afterId, int limit) {
        return jdbc.query("""
                select * from ops.source_file where run_id = ? and status = 'pending' and source_file_id > ?
                order by source_file_id limit ?""", FILE, runId, afterId, limit);
    }

    /** How many files and bytes the run has yet to load. */
    public Backlog backlog(long runId) {
        return jdbc.queryForObject(
                "select count(*), coalesce(sum(size - coalesce(next_piece, 0)), 0)::bigint from ops.source_file where run_id = ? and status = 'pending'",
                (row, number) -> new Backlog(row.getLong(1), row.getLong(2)),
                runId);
    }

    /** Files and bytes that are still to be loaded. */
    public record Backlog(long files, long bytes) {}

    /** Paths of the run's files whose documents do not add up, at most ten; empty in a sound ledger. */
    public List<String> unbalanced(long runId) {
        return jdbc.queryForList("""
                select path from ops.source_file f where run_id = ? and (status <> 'loaded' or read <>
                    (select count(*) from ops.capture c where c.source_file_id = f.source_file_id)
                    + (select count(*) from ops.filtered n where n.source_file_id = f.source_file_id)
                    + (select count(*) from ops.quarantine q
                        where q.source_file_id = f.source_file_id
                            and (q.resolved_at is null or q.resolution = 'dismissed')))
                order by path limit 10""", String.class, runId);
    }

    /** Adds files that were left alone because they are unchanged, and their documents, to the job execution. */
    public void addUnchanged(long jobExecutionId, long files, LedgerCounts documents) {
        addToExecution(jobExecutionId, files, new LedgerCounts(0, documents.read(), 0, 0));
    }

    /** The file of a quarantine entry. */
    public LedgerFile fileOf(long quarantineId) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select f.* from ops.source_file f join ops.quarantine q using (source_file_id) where q.quarantine_id = ?",
                FILE,
                quarantineId));
    }

    /** Locks a file whose documents are all dealt with and of which this one is in quarantine; false when it is not so. */
    boolean lockQuarantined(long sourceFileId, long offset) {
        return !jdbc.queryForList("""
                        select f.source_file_id from ops.source_file f join ops.quarantine q using (source_file_id)
                        where f.source_file_id = ? and f.status = 'loaded' and q.record_offset = ?
                            and q.resolved_at is null
                        for update of f""", Long.class, sourceFileId, offset).isEmpty();
    }

    /** Counts a document that was quarantined as what it is now. */
    void recountQuarantined(long sourceFileId, LedgerCounts now) {
        recount(sourceFileId, new LedgerCounts(0, 0, 0, 1), now);
    }

    /** Counts a document that was filtered as what it is now. */
    void recountFiltered(long sourceFileId, LedgerCounts now) {
        recount(sourceFileId, new LedgerCounts(0, 0, 1, 0), now);
    }

    private void recount(long sourceFileId, LedgerCounts before, LedgerCounts now) {
        jdbc.update(
                """
                update ops.source_file set loaded = loaded + ?, unchanged = unchanged + ?, filtered = filtered + ?,
                    quarantined = quarantined + ?
                where source_file_id = ?""",
                now.loaded() - before.loaded(),
                now.unchanged() - before.unchanged(),
                now.filtered() - before.filtered(),
                now.quarantined() - before.quarantined(),
                sourceFileId);
    }

    /**
     * Counts documents that were articles as filtered. The ledger does not tell which document of a file was loaded and which
     * unchanged; in a file of several, loaded ones are taken first.
     */
    void countAsFiltered(Map<Long, Long> documentsByFile) {
        UnnestStatement.of(jdbc, """
                        update ops.source_file f set filtered = f.filtered + gone.documents,
                            loaded = f.loaded - least(f.loaded, gone.documents),
                            unchanged = f.unchanged - (gone.documents - least(f.loaded, gone.documents))
                        from unnest(?, ?) as gone (source_file_id, documents)
                        where f.source_file_id = gone.source_file_id
                            and (f.status = 'loaded' or f.next_piece is not null)""")
                .bigint(documentsByFile.entrySet(), Map.Entry::getKey)
                .bigint(documentsByFile.entrySet(), Map.Entry::getValue)
                .update();
    }

    /** Locks those of the files that the run owns and that are pending where the chunk takes them up. */
    List<Long> lockPending(long runId, List<FileProgress> files) {
        return UnnestStatement.of(jdbc, """
                        select f.source_file_id from ops.source_file f
                        join unnest(?, ?, ?) as row (source_file_id, piece, record) using (source_file_id)
                        where f.run_id = ? and f.status = 'pending'
                            and coalesce(f.next_piece, 0) = row.piece and coalesce(f.next_record, 0) = row.record
                        order by f.source_file_id for update of f""")
                .bigint(files, FileProgress::sourceFileId)
                .bigint(files, file -> file.from().piece())
                .bigint(files, file -> file.from().record())
                .value(runId)
                .query((row, number) -> row.getLong(1));
    }

    /** Locks those of the files whose documents are all dealt with. */
    List<Long> lockLoaded(List<Long> sourceFileIds) {
        return UnnestStatement.of(jdbc, """
                        select source_file_id from ops.source_file
                        where source_file_id = any(?) and status = 'loaded' order by source_file_id for update""").bigint(sourceFileIds, id -> id).query((row, number) -> row.getLong(1));
    }

    /**
     * The next loaded files, in their latest version and with a digest, that another version of the extractor was used for, in
     * falling order of their ids.
     *
     * @param since only files that were loaded by runs from this time on; null for all
     */
    List<ReextractionStore.Outdated> extractedOtherwise(
            String extractor, long beforeId, @Nullable Instant since, int limit) {
        return jdbc.query(
                """
                select f.*, r.keep_non_articles from ops.source_file f join ops.load_run r using (run_id)
                where f.status = 'loaded' and f.digest is not null and f.extractor is distinct from ?
                    and f.source_file_id < ? and r.created_at >= coalesce(?::timestamptz, '-infinity')
                    and not exists (
                        select from ops.source_file later
                        where later.path = f.path and later.source_file_id > f.source_file_id)
                order by f.source_file_id desc limit ?""",
                (row, number) -> new ReextractionStore.Outdated(
                        Objects.requireNonNull(FILE.mapRow(row, number)), row.getBoolean("keep_non_articles")),
                extractor,
                beforeId,
                since == null ? null : since.atOffset(ZoneOffset.UTC),
                limit);
    }

    /** Removes what an earlier load of these versions left in the ledger. */
    void clear(Collection<Long> sourceFileIds) {
        for (String table : List.of("ops.capture", "ops.filtered")) {
            UnnestStatement.of(jdbc, "delete from " + table + " where source_file_id = any(?)")
                    .bigint(sourceFileIds, id -> id)
                    .update();
        }
    }

    /**
     * Notes how far files have come, and adds what became of their documents to what is counted already. The extractor of an
     * archive that two versions had a part in is none.
     */
    void advance(Map<FileProgress, LedgerCounts> files, String extractor) {
        var entries = files.entrySet();
        UnnestStatement.of(jdbc, """
                        update ops.source_file f set status = case when row.next_piece is null then 'loaded' else 'pending' end,
                            next_piece = row.next_piece, next_record = row.next_record,
                            read = f.read * %1$s + row.loaded + row.unchanged + row.filtered + row.quarantined,
                            loaded = f.loaded * %1$s + row.loaded, unchanged = f.unchanged * %1$s + row.unchanged,
                            filtered = f.filtered * %1$s + row.filtered,
                            quarantined = f.quarantined * %1$s + row.quarantined,
                            extractor = case when f.next_piece is null or f.extractor = ? then ? end
                        from unnest(?, ?, ?, ?, ?, ?, ?) as row
                            (source_file_id, next_piece, next_record, loaded, unchanged, filtered, quarantined)
                        where f.source_file_id = row.source_file_id""".formatted("(f.next_piece is not null)::integer"))
                .value(extractor)
                .value(extractor)
                .bigint(entries, file -> file.getKey().sourceFileId())
                .bigint(entries, file -> file.getKey().nextPiece())
                .bigint(entries, file -> file.getKey().nextRecord())
                .bigint(entries, file -> file.getValue().loaded())
                .bigint(entries, file -> file.getValue().unchanged())
                .bigint(entries, file -> file.getValue().filtered())
                .bigint(entries, file -> file.getValue().quarantined())
                .update();
    }

    void addToExecution(long jobExecutionId, long files, LedgerCounts counts) {
        jdbc.update(
                """
                update ops.load_execution set files = files + ?, read = read + ?, loaded = loaded + ?,
                    unchanged = unchanged + ?, filtered = filtered + ?, quarantined = quarantined + ?
                where job_execution_id = ?""",
                files,
                counts.read(),
                counts.loaded(),
                counts.unchanged(),
                counts.filtered(),
                counts.quarantined(),
                jobExecutionId);
    }

    void addToExecution(long jobExecutionId, Tally tally) {
        jdbc.update(
                """
                update ops.load_execution set articles_new = articles_new + ?,
                    articles_changed = articles_changed + ?, paragraphs = paragraphs + ?, mentions = mentions + ?,
                    related_links = related_links + ?
                where job_execution_id = ?""",
                tally.articlesNew,
                tally.articlesChanged,
                tally.paragraphs,
                tally.mentions,
                tally.relatedLinks,
                jobExecutionId);
    }
}
