package dev.copydesk.batch;

import dev.copydesk.document.SourceAccess;
import dev.copydesk.warehouse.RunStore;
import io.micrometer.observation.ObservationRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
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
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Starts and resumes loads. A job runs in one process at a time, which its lock sees to; a run that failed, was
 * stopped or died is resumed by the next load of the same job.
 */
public final class LoadLauncher {

    private static final Logger LOG = LoggerFactory.getLogger(LoadLauncher.class);

    private final JobOperator jobOperator;
    private final JobRepository jobRepository;
    private final DataSource dataSource;
    private final RunStore runs;
    private final LoadJob loadJob;
    private final Recovery recovery;
    private final Attempts attempts;

    /** {@code retryTime} is how long an outage of the database may last without failing a load; zero for no retry. */
    LoadLauncher(
            JobOperator jobOperator,
            JobRepository jobRepository,
            PlatformTransactionManager transactions,
            DataSource dataSource,
            Clock clock,
            Duration retryTime,
            ObservationRegistry observations,
            SourceAccess access) {
        this.jobOperator = jobOperator;
        this.jobRepository = jobRepository;
        this.dataSource = dataSource;
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        this.runs = new RunStore(jdbc, clock);
        this.recovery = new Recovery(jobRepository, dataSource, runs);
        this.attempts = new Attempts(runs, retryTime);
        this.loadJob = new LoadJob(jobRepository, transactions, jdbc, clock, observations, access);
    }

    /** What puts right the job executions of loads that died. */
    public Recovery recovery() {
        return recovery;
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
            Optional<RunStore.Run> unfinished = runs.latest(key).filter(run -> !isFinished(run));
            if (unfinished.isPresent()) {
                if (!request.resume()) {
                    throw new LoadRefusedException(
                            ExitCode.IN_THE_WAY,
                            "an unfinished run of the same job stands in the way (--no-resume). Load without --no-resume"
                                    + " to resume it, or look at it with: ./copydesk jobs list");
                }
                return run(lock, unfinished.get(), request, true);
            }
            return run(
                    lock,
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
            if (isFinished(run)) {
                throw new LoadRefusedException(
                        ExitCode.USAGE, "the run of this job execution is finished; there is nothing to restart");
            }
            return run(lock, run, request, true);
        }
    }

    private LoadResult run(JobLock lock, RunStore.Run run, LoadRequest request, boolean resumed) throws Exception {
        JobExecution before = lastExecution(run);
        JobExecution last = attempts.at(run, lock, request, () -> attempt(lock, run, request));
        // Ids ascend, and only the holder of the lock adds executions to the run.
        long first = before == null ? 0 : Math.min(before.getId() + 1, last.getId());
        return LoadResult.of(last, first, run.runId(), resumed);
    }

    private JobExecution attempt(JobLock lock, RunStore.Run run, LoadRequest request) throws Exception {
        JobExecution last = lastExecution(run);
        if (last != null && isFinished(last.getStatus())) {
            return last; // by another process, or by this one: the answer to its commit was lost with the connection
        }
        if (last != null && Recovery.isDead(last.getStatus())) {
            LOG.atInfo()
                    .addKeyValue("execution", last.getId())
                    .addKeyValue("status", last.getStatus())
                    .log("recover");
            recovery.markFailed(last);
        }
        ThreadPoolTaskExecutor workers = new ThreadPoolTaskExecutor();
        workers.setCorePoolSize(request.definition().threads());
        workers.setThreadNamePrefix("extract-");
        workers.setDaemon(true);
        workers.initialize();
        try {
            return jobOperator.start(loadJob.forRun(run, request, workers, lock), parameters(run));
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

    /** Asks Spring Batch too: the run may have ended without a chance to note it. One without any execution died early. */
    private boolean isFinished(RunStore.Run run) {
        JobExecution last = run.isFinished() ? null : lastExecution(run);
        return run.isFinished() || (last != null && isFinished(last.getStatus()));
    }

    private static boolean isFinished(BatchStatus status) {
        return status == BatchStatus.COMPLETED || status == BatchStatus.ABANDONED;
    }
}
