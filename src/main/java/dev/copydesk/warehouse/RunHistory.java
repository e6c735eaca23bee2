package dev.copydesk.warehouse;

import dev.copydesk.warehouse.RunStore.Execution;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.transaction.support.TransactionTemplate;

/** What ran: job executions by filter, what each step of them took, and the removal of old ones. */
public final class RunHistory {

    /**
     * Which job executions to list.
     *
     * @param job name of the job, or null for any
     * @param status Spring Batch's status, or null for any
     * @param since started then or later, or null for any time
     */
    public record Filter(
            @Nullable String job,
            @Nullable String status,
            @Nullable Instant since,
            int limit) {}

    /**
     * A step of a job execution.
     *
     * @param time how long it took, null while it runs and after a crash
     */
    public record Step(String name, String status, @Nullable Duration time) {}

    /** How many documents of a run have a reason; {@code outcome} is quarantined or filtered. */
    public record Reason(String outcome, String code, long count) {}

    /**
     * A finished run that can be removed.
     *
     * @param endedAt when its last job execution ended
     */
    public record OldRun(
            long runId, String job, @Nullable LocalDate date, String outcome, long executions, Instant endedAt) {}

    private static final RowMapper<OldRun> OLD_RUN = (row, number) -> new OldRun(
            row.getLong(1),
            row.getString(2),
            row.getObject(3, LocalDate.class),
            row.getString(4),
            row.getLong(5),
            row.getObject(6, OffsetDateTime.class).toInstant());

    private final JdbcTemplate jdbc;

    public RunHistory(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Job executions, newest first. */
    public List<Execution> list(Filter filter) {
        return jdbc.query(
                RunStore.EXECUTIONS + """
                        where r.job = coalesce(?, r.job) and coalesce(b.status, 'UNKNOWN') = coalesce(?, b.status, 'UNKNOWN')
                            and e.started_at >= coalesce(?, e.started_at)
                        order by e.job_execution_id desc limit ?""",
                RunStore.EXECUTION,
                filter.job(),
                filter.status(),
                filter.since() == null ? null : filter.since().atOffset(ZoneOffset.UTC),
                filter.limit());
    }

    /** The latest job executions of the runs that are not finished, newest first; those that run now among them. */
    public List<Execution> unfinished() {
        return jdbc.query(RunStore.EXECUTIONS + """
                        where r.outcome is null and not exists (select from ops.load_execution later
                            where later.run_id = e.run_id and later.job_execution_id > e.job_execution_id)
                        order by e.job_execution_id desc""", RunStore.EXECUTION);
    }

    /** All attempts at a run, the first one first. */
    public List<Execution> attempts(long runId) {
        return jdbc.query(
                RunStore.EXECUTIONS + "where e.run_id = ? order by e.job_execution_id", RunStore.EXECUTION, runId);
    }

    /** The steps of a job execution in the order in which they ran. */
    public List<Step> steps(long jobExecutionId) {
        return jdbc.query(
                """
                select step_name, status, start_time, end_time from batch.batch_step_execution
                where job_execution_id = ? order by step_execution_id""",
                (row, number) -> {
                    LocalDateTime start = row.getObject(3, LocalDateTime.class);
                    LocalDateTime end = row.getObject(4, LocalDateTime.class);
                    return new Step(
                            row.getString(1),
                            row.getString(2),
                            start == null || end == null ? null : Duration.between(start, end));
                },
                jobExecutionId);
    }

    /** When a run of the job last came to its end; empty when none did, or it was purged. */
    public Optional<Instant> lastSuccess(String job) {
        return jdbc
                .query(
                        """
                        select e.ended_at from ops.load_execution e join ops.load_run r using (run_id)
                        where r.job = ? and e.exit_code in (0, 3) order by e.ended_at desc limit 1""",
                        (row, number) -> row.getObject(1, OffsetDateTime.class).toInstant(),
                        job)
                .stream()
                .findFirst();
    }

    /** How many files the run has yet to load. */
    public long pendingFiles(long runId) {
        return new Ledger(jdbc).backlog(runId).files();
    }

    /** Why documents of the run's files were not loaded, most frequent first. */
    public List<Reason> reasons(long runId) {
        return jdbc.query(
                """
                select 'quarantined', q.code, count(*) from ops.quarantine q join ops.source_file f using (source_file_id)
                where f.run_id = ? and q.resolved_at is null group by q.code
                union all
                select 'filtered', n.reason, count(*) from ops.filtered n join ops.source_file f using (source_file_id)
                where f.run_id = ? group by n.reason
                order by 1 desc, 3 desc, 2""", (row, number) -> new Reason(row.getString(1), row.getString(2), row.getLong(3)), runId, runId);
    }

    /** Finished runs whose last job execution ended before that time, oldest first. */
    public List<OldRun> endedBefore(Instant time) {
        return jdbc.query("""
                select r.run_id, r.job, r.job_date, r.outcome, count(*), max(coalesce(e.ended_at, e.started_at))
                from ops.load_run r join ops.load_execution e using (run_id)
                where r.outcome is not null group by r.run_id
                having max(coalesce(e.ended_at, e.started_at)) < ? order by r.run_id""", OLD_RUN, time.atOffset(ZoneOffset.UTC));
    }

    /**
     * Removes the job executions of these runs, here and in Spring Batch's tables, and what sites gave in them, in one transaction. The runs themselves stay,
     * since the ledger of files refers to them.
     */
    public void purge(List<OldRun> runs, TransactionTemplate transaction) {
        transaction.executeWithoutResult(status -> {
            delete(runs, "batch.batch_step_execution_context", """
                    where step_execution_id in (select step_execution_id from batch.batch_step_execution
                        where job_execution_id in (%s))""");
            for (String table : List.of(
                    "batch.batch_step_execution",
                    "batch.batch_job_execution_context",
                    "batch.batch_job_execution_params",
                    "batch.batch_job_execution",
                    "ops.load_execution")) {
                delete(runs, table, "where job_execution_id in (%s)");
            }
            for (String table : List.of("ops.site_quality", "ops.quality_check")) {
                UnnestStatement.of(jdbc, "delete from " + table + " where run_id = any(?)")
                        .bigint(runs, OldRun::runId)
                        .update();
            }
            jdbc.update("""
                    delete from batch.batch_job_instance i where not exists
                        (select from batch.batch_job_execution e where e.job_instance_id = i.job_instance_id)""");
        });
    }

    private void delete(List<OldRun> runs, String table, String where) {
        String executions = "select job_execution_id from ops.load_execution where run_id = any(?)";
        UnnestStatement.of(jdbc, "delete from " + table + " " + where.formatted(executions))
                .bigint(runs, OldRun::runId)
                .update();
    }
}
