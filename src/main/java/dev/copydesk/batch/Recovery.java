package dev.copydesk.batch;

import dev.copydesk.warehouse.RunStore;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * Puts right job executions that nobody runs any more. Refuses to touch one that may live: its job's lock must be free and its
 * last sign of life old.
 */
public final class Recovery {

    /** Age of a sign of life from which on a process counts as dead: two beats may be missed. */
    private static final Duration STALE = Heartbeat.INTERVAL.multipliedBy(3);

    private final JobRepository jobRepository;
    private final DataSource dataSource;
    private final RunStore runs;

    Recovery(JobRepository jobRepository, DataSource dataSource, RunStore runs) {
        this.jobRepository = jobRepository;
        this.dataSource = dataSource;
        this.runs = runs;
    }

    /**
     * Marks a dead job execution as failed so that it can be restarted; one that has ended is left as it is.
     *
     * @return its status before
     * @throws LoadRefusedException when it may live
     */
    public BatchStatus recover(RunStore.Run run, long jobExecutionId) throws SQLException {
        try (JobLock lock = lockOf(run, jobExecutionId)) {
            JobExecution execution = find(jobExecutionId);
            BatchStatus status = execution.getStatus();
            if (isDead(status)) {
                requireOldHeartbeat(jobExecutionId);
                markFailed(execution);
            }
            return status;
        }
    }

    /**
     * Gives up the run of an unfinished job execution: the next load of the job begins a new run.
     *
     * @return its status before
     * @throws LoadRefusedException when it may live, is not the latest of its run, or has nothing left to give up
     */
    public BatchStatus abandon(RunStore.Run run, long jobExecutionId) throws SQLException {
        try (JobLock lock = lockOf(run, jobExecutionId)) {
            JobExecution execution = find(jobExecutionId);
            BatchStatus status = execution.getStatus();
            if (status == BatchStatus.COMPLETED || status == BatchStatus.ABANDONED) {
                throw new LoadRefusedException(
                        ExitCode.USAGE,
                        "job execution " + jobExecutionId + " is " + status + "; there is nothing to abandon");
            }
            JobExecution last = jobRepository.getLastJobExecution(execution.getJobInstance());
            if (last != null && last.getId() != jobExecutionId) {
                throw new LoadRefusedException(
                        ExitCode.USAGE,
                        "job execution " + jobExecutionId
                                + " was resumed by a later one of its run; see: ./copydesk jobs" + " show "
                                + last.getId());
            }
            if (isDead(status)) {
                requireOldHeartbeat(jobExecutionId);
                markFailed(execution);
            }
            execution.setStatus(BatchStatus.ABANDONED);
            jobRepository.update(execution);
            runs.abandon(run.runId());
            return status;
        }
    }

    /** Whether a process whose last sign of life is that old counts as dead. */
    public static boolean isStale(Duration heartbeatAge) {
        return heartbeatAge.compareTo(STALE) >= 0;
    }

    /** Whether an execution with this status is dead, given that nobody holds its job's lock. */
    public static boolean isDead(BatchStatus status) {
        return status.isRunning() || status == BatchStatus.UNKNOWN;
    }

    /**
     * Unlike {@link JobOperator#recover}, this also takes an execution out of UNKNOWN, from which Spring Batch lets nothing
     * restart: the ledger is committed with the rows, so that resuming is safe whatever the meta-data say. The caller holds
     * the job's lock.
     */
    void markFailed(JobExecution execution) {
        for (StepExecution step : execution.getStepExecutions()) {
            if (isDead(step.getStatus())) {
                step.setStatus(BatchStatus.FAILED);
                step.setEndTime(LocalDateTime.now(ZoneId.systemDefault()));
                jobRepository.update(step);
            }
        }
        execution.setStatus(BatchStatus.FAILED);
        execution.setEndTime(LocalDateTime.now(ZoneId.systemDefault()));
        jobRepository.update(execution);
        runs.noteCauses(
                execution.getId(),
                List.of("the process ended, or lost the database, before it could say how it ended"));
    }

    private JobLock lockOf(RunStore.Run run, long jobExecutionId) throws SQLException {
        return JobLock.tryAcquire(dataSource, run.jobKey())
                .orElseThrow(() -> new LoadRefusedException(
                        ExitCode.IN_THE_WAY,
                        "the lock of job '" + run.job() + "' is held: job execution " + jobExecutionId
                                + ", or another of the job, is alive; stop it with: ./copydesk jobs stop "
                                + jobExecutionId));
    }

    private void requireOldHeartbeat(long jobExecutionId) {
        Duration age =
                runs.heartbeat(jobExecutionId).map(RunStore.Heartbeat::age).orElse(STALE);
        if (!isStale(age)) {
            throw new LoadRefusedException(
                    ExitCode.IN_THE_WAY,
                    "the lock of job execution " + jobExecutionId + " is free, but its last sign of life is only "
                            + age.toSeconds() + " s old; if it is dead, run this again in "
                            + STALE.minus(age).plusSeconds(1).toSeconds() + " s");
        }
    }

    private JobExecution find(long jobExecutionId) {
        @Nullable JobExecution execution = jobRepository.getJobExecution(jobExecutionId);
        if (execution == null) {
            throw new IllegalStateException(
                    "job execution " + jobExecutionId + " is in the ledger but not in batch.batch_job_execution");
        }
        return execution;
    }
}
