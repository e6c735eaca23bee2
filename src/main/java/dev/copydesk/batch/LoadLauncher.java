package dev.copydesk.batch;

import dev.copydesk.warehouse.RunStore;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Starts, resumes and recovers loads. A job runs in one process at a time, which its lock sees to; a run that failed, was
 * stopped or died is resumed by the next load of the same job.
 */
public final class LoadLauncher {

    private static final Logger LOG = LoggerFactory.getLogger(LoadLauncher.class);

    private final JobOperator jobOperator;
    private final JobRepository jobRepository;
    private final DataSource dataSource;
    private final RunStore runs;
    private final LoadJob loadJob;

    public LoadLauncher(
            JobOperator jobOperator,
            JobRepository jobRepository,
            PlatformTransactionManager transactions,
            DataSource dataSource,
            Clock clock) {
        this.jobOperator = jobOperator;
        this.jobRepository = jobRepository;
        this.dataSource = dataSource;
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        this.runs = new RunStore(jdbc, clock);
        this.loadJob = new LoadJob(jobRepository, transactions, jdbc, clock);
    }

    /**
     * Loads; resumes the unfinished run of the same job where there is one.
     *
     * @throws LoadRefusedException when the job is running, or an unfinished run stands in the way
     */
    public LoadResult load(LoadRequest request) throws Exception {
        JobDefinition definition = request.definition();
        String key = definition.key(request.date());
        try (JobLock lock = acquire(definition.name(), key)) {
            Optional<RunStore.Run> unfinished = runs.latest(key).filter(run -> !isFinished(lastExecution(run)));
            if (unfinished.isPresent()) {
                if (!request.resume()) {
                    throw new LoadRefusedException(
                            ExitCode.IN_THE_WAY,
                            "an unfinished run of the same job stands in the way (--no-resume). Load without --no-resume"
                                    + " to resume it, or look at it with: ./copydesk jobs list");
                }
                return run(unfinished.get(), request, true);
            }
            return run(
                    runs.create(
                            definition.name(), key, definition.input(), request.date(), definition.keepNonArticles()),
                    request,
                    false);
        }
    }

    /**
     * Resumes the run of a job execution.
     *
     * @throws LoadRefusedException when the run is finished, or its job is running
     */
    public LoadResult restart(RunStore.Run run, LoadRequest request) throws Exception {
        try (JobLock lock = acquire(run.job(), run.jobKey())) {
            if (isFinished(lastExecution(run))) {
                throw new LoadRefusedException(
                        ExitCode.USAGE, "the run of this job execution is finished; there is nothing to restart");
            }
            return run(run, request, true);
        }
    }

    /**
     * Marks a dead job execution as failed so that it can be restarted. Refused while the job's lock is held.
     *
     * @return its status before, or null when there is no such execution in Spring Batch's tables
     */
    public @Nullable BatchStatus recover(RunStore.Run run, long jobExecutionId) throws SQLException {
        try (JobLock lock = JobLock.tryAcquire(dataSource, run.jobKey())
                .orElseThrow(() -> new LoadRefusedException(
                        ExitCode.IN_THE_WAY,
                        "job execution " + jobExecutionId + " is alive; stop it with: ./copydesk jobs stop "
                                + jobExecutionId))) {
            JobExecution execution = jobRepository.getJobExecution(jobExecutionId);
            if (execution == null) {
                return null;
            }
            BatchStatus status = execution.getStatus();
            if (isDead(status)) {
                markFailed(execution);
            }
            return status;
        }
    }

    private LoadResult run(RunStore.Run run, LoadRequest request, boolean resumed) throws Exception {
        JobExecution last = lastExecution(run);
        if (last != null && isDead(last.getStatus())) {
            LOG.info("recover execution={} status={}", last.getId(), last.getStatus());
            markFailed(last);
        }
        ThreadPoolTaskExecutor workers = new ThreadPoolTaskExecutor();
        workers.setCorePoolSize(request.definition().threads());
        workers.setThreadNamePrefix("extract-");
        workers.setDaemon(true);
        workers.initialize();
        try {
            JobExecution execution = jobOperator.start(loadJob.forRun(run, request, workers), parameters(run));
            return LoadResult.of(execution, run.runId(), resumed);
        } finally {
            workers.shutdown();
        }
    }

    private JobLock acquire(String job, String key) throws SQLException {
        return JobLock.tryAcquire(dataSource, key)
                .orElseThrow(() -> new LoadRefusedException(
                        ExitCode.ALREADY_RUNNING,
                        "job '" + job + "' is already running with the same input; see: ./copydesk jobs list"));
    }

    private static JobParameters parameters(RunStore.Run run) {
        return new JobParametersBuilder().addLong("run", run.runId(), true).toJobParameters();
    }

    private @Nullable JobExecution lastExecution(RunStore.Run run) {
        JobInstance instance = jobRepository.getJobInstance(run.job(), parameters(run));
        return instance == null ? null : jobRepository.getLastJobExecution(instance);
    }

    /** A run without any execution died before its first one. */
    private static boolean isFinished(@Nullable JobExecution last) {
        return last != null && (last.getStatus() == BatchStatus.COMPLETED || last.getStatus() == BatchStatus.ABANDONED);
    }

    /** Whether an execution with this status is dead, given that nobody holds its job's lock. */
    public static boolean isDead(BatchStatus status) {
        return status.isRunning() || status == BatchStatus.UNKNOWN;
    }

    /**
     * Unlike {@link JobOperator#recover}, this also takes an execution out of UNKNOWN, from which Spring Batch lets nothing
     * restart: the ledger is committed with the rows, so that resuming is safe whatever the meta-data say.
     */
    private void markFailed(JobExecution execution) {
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
    }
}
