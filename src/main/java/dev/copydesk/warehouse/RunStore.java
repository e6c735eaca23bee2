package dev.copydesk.warehouse;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
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
     */
    public record Run(
            long runId,
            String job,
            String jobKey,
            List<String> inputs,
            @Nullable LocalDate date,
            boolean keepNonArticles) {}

    /**
     * A job execution with its ledger.
     *
     * @param status Spring Batch's status
     * @param files files dealt with
     * @param exitCode exit code of the command, null while it runs and after a crash
     * @param cause what Spring Batch keeps of a failure, empty when there was none
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
            String cause) {}

    /** A sign of life. */
    public record Heartbeat(Instant beatAt, boolean stopRequested) {}

    private static final RowMapper<Run> RUN = (row, number) -> new Run(
            row.getLong("run_id"),
            row.getString("job"),
            row.getString("job_key"),
            List.of((String[]) row.getArray("inputs").getArray()),
            row.getObject("job_date", LocalDate.class),
            row.getBoolean("keep_non_articles"));
    private static final String EXECUTIONS = """
            select e.*, r.job, coalesce(b.status, 'UNKNOWN') as status, coalesce(b.exit_message, '') as cause
            from ops.load_execution e join ops.load_run r using (run_id)
            left join batch.batch_job_execution b using (job_execution_id)
            """;
    private static final RowMapper<Execution> EXECUTION = (row, number) -> {
        OffsetDateTime endedAt = row.getObject("ended_at", OffsetDateTime.class);
        return new Execution(
                row.getLong("job_execution_id"),
                row.getLong("run_id"),
                row.getString("job"),
                row.getString("status"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                endedAt == null ? null : endedAt.toInstant(),
                row.getLong("files"),
                new LedgerCounts(
                        row.getLong("loaded"),
                        row.getLong("unchanged"),
                        row.getLong("filtered"),
                        row.getLong("quarantined")),
                row.getLong("articles_new"),
                row.getLong("articles_changed"),
                row.getLong("paragraphs"),
                row.getLong("mentions"),
                row.getLong("related_links"),
                row.getObject("exit_code", Integer.class),
                row.getString("cause"));
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

    /** Enters a job execution that starts now, with its first sign of life. */
    public void begin(long jobExecutionId, long runId) {
        jdbc.update(
                "insert into ops.load_execution (job_execution_id, run_id, started_at, process_id) values (?, ?, ?, ?)",
                jobExecutionId,
                runId,
                now(),
                ProcessHandle.current().pid());
        jdbc.update("insert into ops.heartbeat (job_execution_id, beat_at) values (?, ?)", jobExecutionId, now());
    }

    public void end(long jobExecutionId, int exitCode) {
        jdbc.update(
                "update ops.load_execution set ended_at = ?, exit_code = ? where job_execution_id = ?",
                now(),
                exitCode,
                jobExecutionId);
    }

    public void beat(long jobExecutionId) {
        jdbc.update("update ops.heartbeat set beat_at = ? where job_execution_id = ?", now(), jobExecutionId);
    }

    public Optional<Heartbeat> heartbeat(long jobExecutionId) {
        return jdbc
                .query(
                        "select beat_at, stop_requested_at is not null from ops.heartbeat where job_execution_id = ?",
                        (row, number) -> new Heartbeat(
                                row.getObject(1, OffsetDateTime.class).toInstant(), row.getBoolean(2)),
                        jobExecutionId)
                .stream()
                .findFirst();
    }

    /** Asks a job execution to stop at the end of its chunk. */
    public void requestStop(long jobExecutionId) {
        jdbc.update(
                "update ops.heartbeat set stop_requested_at = coalesce(stop_requested_at, ?) where job_execution_id = ?",
                now(),
                jobExecutionId);
    }

    /** Job executions, newest first. */
    public List<Execution> executions(int limit) {
        return jdbc.query(EXECUTIONS + "order by e.job_execution_id desc limit ?", EXECUTION, limit);
    }

    public Optional<Execution> execution(long id) {
        return jdbc.query(EXECUTIONS + "where e.job_execution_id = ?", EXECUTION, id).stream()
                .findFirst();
    }

    /** What became of the documents of a run, over all its executions. */
    public LedgerCounts countsOf(long runId) {
        return jdbc.queryForObject(
                """
                select coalesce(sum(loaded), 0), coalesce(sum(unchanged), 0), coalesce(sum(filtered), 0),
                    coalesce(sum(quarantined), 0)
                from ops.load_execution where run_id = ?""",
                (row, number) -> new LedgerCounts(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)),
                runId);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
