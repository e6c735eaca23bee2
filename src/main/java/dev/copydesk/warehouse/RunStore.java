package dev.copydesk.warehouse;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** Runs, their job executions, and the rows by which a running one is watched and asked to stop. */
public final class RunStore {

    /**
     * A run of a job.
     *
     * @param jobKey runs with the same key are runs of the same job
     * @param inputs files, folders and globs, absolute
     * @param date the date the run is for, or null
     * @param keepNonArticles whether pages that seem to be no articles are loaded all the same
     * @param outcome completed or abandoned; null while a load would resume it
     */
    public record Run(
            long runId,
            String job,
            String jobKey,
            List<String> inputs,
            @Nullable LocalDate date,
            boolean keepNonArticles,
            @Nullable String outcome) {

        static final String COMPLETED = "completed";
        static final String ABANDONED = "abandoned";

        public boolean isCompleted() {
            return COMPLETED.equals(outcome);
        }

        /** Whether nothing resumes it. */
        public boolean isFinished() {
            return outcome != null;
        }
    }

    /**
     * A job execution with its ledger.
     *
     * @param status Spring Batch's status
     * @param files files dealt with
     * @param exitCode exit code of the command, null while it runs and after a crash
     * @param causes why it failed, the root cause first; empty when it did not
     */
    public record Execution(
            long id,
            long runId,
            String job,
            String status,
            Instant startedAt,
            @Nullable Instant endedAt,
            long files,
            LedgerCounts counts,
            long articlesNew,
            long articlesChanged,
            long paragraphs,
            long mentions,
            long relatedLinks,
            @Nullable Integer exitCode,
            List<String> causes) {}

    /**
     * How a job execution was set.
     *
     * @param maxDocumentSize bytes
     * @param version of Copydesk and of Java
     */
    public record Settings(int chunkSize, int threads, int maxDocumentSize, String version) {}

    /** A sign of life and how old it is by the database's clock. */
    public record Heartbeat(Duration age, boolean stopRequested) {}

    private static final RowMapper<Run> RUN = (row, number) -> new Run(
            row.getLong("run_id"),
            row.getString("job"),
            row.getString("job_key"),
            List.of((String[]) row.getArray("inputs").getArray()),
            row.getObject("job_date", LocalDate.class),
            row.getBoolean("keep_non_articles"),
            row.getString("outcome"));
    static final String EXECUTIONS = """
            select e.*, r.job, coalesce(b.status, 'UNKNOWN') as status
            from ops.load_execution e join ops.load_run r using (run_id)
            left join batch.batch_job_execution b using (job_execution_id)
            """;
    static final RowMapper<Execution> EXECUTION = (row, number) -> {
        OffsetDateTime endedAt = row.getObject("ended_at", OffsetDateTime.class);
        Array causes = row.getArray("causes");
        return new Execution(
                row.getLong("job_execution_id"),
                row.getLong("run_id"),
                row.getString("job"),
                row.getString("status"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                endedAt == null ? null : endedAt.toInstant(),
                row.getLong("files"),
                counts(row),
                row.getLong("articles_new"),
                row.getLong("articles_changed"),
                row.getLong("paragraphs"),
                row.getLong("mentions"),
                row.getLong("related_links"),
                row.getObject("exit_code", Integer.class),
                causes == null ? List.of() : List.of((String[]) causes.getArray()));
    };

    private final JdbcTemplate jdbc;
    private final Clock clock;

    public RunStore(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Enters a new run. */
    public Run create(
            String job, String jobKey, List<String> inputs, @Nullable LocalDate date, boolean keepNonArticles) {
        return jdbc.query("""
                        insert into ops.load_run (job, job_key, inputs, job_date, keep_non_articles, created_at)
                        values (?, ?, ?, ?, ?, ?) returning *""", RUN, job, jobKey, inputs.toArray(String[]::new), date, keepNonArticles, now())
                .get(0);
    }

    /** The latest run of the job with this key. */
    public Optional<Run> latest(String jobKey) {
        return jdbc
                .query("select * from ops.load_run where job_key = ? order by run_id desc limit 1", RUN, jobKey)
                .stream()
                .findFirst();
    }

    /** The run of a job execution. */
    public Optional<Run> runOf(long jobExecutionId) {
        return jdbc
                .query(
                        "select r.* from ops.load_run r join ops.load_execution e using (run_id) where e.job_execution_id = ?",
                        RUN,
                        jobExecutionId)
                .stream()
                .findFirst();
    }

    /** The run that loads or loaded a file. */
    public Run loading(long sourceFileId) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select r.* from ops.load_run r join ops.source_file f using (run_id) where f.source_file_id = ?",
                RUN,
                sourceFileId));
    }

    /** Notes that all files of the run are loaded. */
    public void complete(long runId) {
        finish(runId, Run.COMPLETED);
    }

    /** Notes that the run is given up. */
    public void abandon(long runId) {
        finish(runId, Run.ABANDONED);
    }

    private void finish(long runId, String outcome) {
        jdbc.update("update ops.load_run set outcome = ? where run_id = ?", outcome, runId);
    }

    /** Enters a job execution that starts now, with its first sign of life. */
    public void begin(long jobExecutionId, long runId, Settings settings) {
        jdbc.update(
                """
                insert into ops.load_execution (job_execution_id, run_id, started_at, process_id, chunk_size, threads,
                    max_document_size, version)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                jobExecutionId,
                runId,
                now(),
                ProcessHandle.current().pid(),
                settings.chunkSize(),
                settings.threads(),
                settings.maxDocumentSize(),
                settings.version());
        jdbc.update(
                "insert into ops.heartbeat (job_execution_id, beat_at) values (?, clock_timestamp())", jobExecutionId);
    }

    public void end(long jobExecutionId, int exitCode) {
        jdbc.update(
                "update ops.load_execution set ended_at = ?, exit_code = ? where job_execution_id = ?",
                now(),
                exitCode,
                jobExecutionId);
    }

    /** Why the job execution failed, the root cause first; what was noted before stays. */
    public void noteCauses(long jobExecutionId, List<String> causes) {
        jdbc.update(
                "update ops.load_execution set causes = coalesce(causes, ?) where job_execution_id = ?",
                causes.toArray(String[]::new),
                jobExecutionId);
    }

    /** Gives a sign of life. It goes by the database's clock, since hosts differ. */
    public void beat(long jobExecutionId) {
        jdbc.update("update ops.heartbeat set beat_at = clock_timestamp() where job_execution_id = ?", jobExecutionId);
    }

    public Optional<Heartbeat> heartbeat(long jobExecutionId) {
        return jdbc
                .query(
                        """
                        select (extract(epoch from clock_timestamp() - beat_at) * 1000)::bigint,
                            stop_requested_at is not null
                        from ops.heartbeat where job_execution_id = ?""",
                        (row, number) -> new Heartbeat(Duration.ofMillis(row.getLong(1)), row.getBoolean(2)),
                        jobExecutionId)
                .stream()
                .findFirst();
    }

    /** Asks a job execution to stop at the end of its chunk; false when it has not begun yet. */
    public boolean requestStop(long jobExecutionId) {
        return jdbc.update(
                        "update ops.heartbeat set stop_requested_at = coalesce(stop_requested_at, ?) where job_execution_id = ?",
                        now(),
                        jobExecutionId)
                > 0;
    }

    public Optional<Execution> execution(long id) {
        return jdbc.query(EXECUTIONS + "where e.job_execution_id = ?", EXECUTION, id).stream()
                .findFirst();
    }

    /** What became of the documents of a run, over all its executions. */
    public LedgerCounts countsOf(long runId) {
        return totals(runId, 0).counts();
    }

    /**
     * What the attempts at a run did from this job execution on. What an attempt has beyond its chunks it found unchanged, as
     * the one before it did. Attempts of versions that noted no chunks count with all they have.
     */
    public LoadTotals totals(long runId, long firstExecutionId) {
        return Objects.requireNonNull(jdbc.queryForObject(
                """
                with attempt as (
                    select e.*, s.files as files_loaded, s.documents, s.bytes, e.files - s.files as left_files,
                        e.read - s.documents as left_documents,
                        coalesce(e.ended_at - e.started_at, make_interval(secs => s.seconds)) as time
                    from ops.load_execution e cross join lateral (
                        select case when e.version is null then e.files else coalesce(sum(files), 0) end as files,
                            case when e.version is null then e.read else coalesce(sum(documents), 0) end as documents,
                            coalesce(sum(bytes), 0) as bytes, coalesce(max(second), 0) as seconds
                        from ops.load_slot s where s.job_execution_id = e.job_execution_id) s
                    where e.run_id = ? and e.job_execution_id >= ?
                )
                select count(*) as attempts, sum(files_loaded) + max(left_files) as files,
                    sum(files_loaded) as files_loaded, sum(documents) as documents, sum(bytes) as bytes,
                    sum(loaded) as loaded, sum(unchanged) - sum(left_documents) + max(left_documents) as unchanged,
                    sum(filtered) as filtered, sum(quarantined) as quarantined, sum(articles_new) as articles_new,
                    sum(articles_changed) as articles_changed, sum(paragraphs) as paragraphs, sum(mentions) as mentions,
                    sum(related_links) as related_links, (extract(epoch from sum(time)) * 1000)::bigint as millis
                from attempt""",
                (row, number) -> new LoadTotals(
                        row.getLong("attempts"),
                        row.getLong("files"),
                        row.getLong("files_loaded"),
                        row.getLong("documents"),
                        row.getLong("bytes"),
                        counts(row),
                        row.getLong("articles_new"),
                        row.getLong("articles_changed"),
                        row.getLong("paragraphs"),
                        row.getLong("mentions"),
                        row.getLong("related_links"),
                        Duration.ofMillis(row.getLong("millis"))),
                runId,
                firstExecutionId));
    }

    /** How a job execution was set; empty for one of a version that did not note it. */
    public Optional<Settings> settings(long jobExecutionId) {
        return jdbc
                .query(
                        """
                        select chunk_size, threads, max_document_size, version from ops.load_execution
                        where job_execution_id = ? and version is not null""",
                        (row, number) -> new Settings(row.getInt(1), row.getInt(2), row.getInt(3), row.getString(4)),
                        jobExecutionId)
                .stream()
                .findFirst();
    }

    private static LedgerCounts counts(ResultSet row) throws SQLException {
        return new LedgerCounts(
                row.getLong("loaded"), row.getLong("unchanged"), row.getLong("filtered"), row.getLong("quarantined"));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
