package dev.copydesk.batch;

import dev.copydesk.warehouse.RunStore;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.dao.DataAccessException;

/**
 * Attempts at a run until one ends by itself: an outage of the database that passes within the retry time does not fail the
 * run. Each attempt is a job execution of its own that goes on from the ledger in a new transaction, since nothing can be
 * tried again in a transaction that is broken, and Spring Batch's own tables are behind the same connection.
 */
final class Attempts {

    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

    /** Attempts in a row that may load nothing: a run that itself brings the server down must end some time. */
    private static final int FRUITLESS = 5;

    private static final Duration PAUSE = Duration.ofMillis(500);

    /** How long a stop waits for the database, without which the run cannot be marked as stopped. */
    private static final Duration STOP_TIME = Duration.ofSeconds(5);

    private final RunStore runs;
    private final Duration retryTime;

    /** {@code retryTime} is how long an outage may last; zero for no retry at all. */
    Attempts(RunStore runs, Duration retryTime) {
        this.runs = runs;
        this.retryTime = retryTime;
    }

    /** Makes attempts under the job's lock and returns the last one. */
    JobExecution at(RunStore.Run run, JobLock lock, LoadRequest request, Callable<JobExecution> attempt)
            throws Exception {
        long read = -1;
        int fruitless = 0;
        while (true) {
            JobExecution execution = null;
            Exception failure = null;
            Throwable outage;
            try {
                long readBefore = runs.countsOf(run.runId()).read();
                fruitless = readBefore > read ? 0 : fruitless + 1;
                read = readBefore;
                execution = attempt.call();
                outage = outageOf(execution, lock);
            } catch (LoadRefusedException e) {
                throw e;
            } catch (Exception e) {
                failure = e;
                // What Spring Batch throws when it cannot write down how an execution ended need not tell why.
                outage = isHeld(lock) ? DatabaseOutage.in(List.of(e)) : e;
            }
            boolean again = outage != null && fruitless < FRUITLESS && outlast(outage, lock, request);
            if (!again && failure != null) {
                throw failure;
            }
            if (!again && execution != null) {
                return execution;
            }
        }
    }

    private static @Nullable Throwable outageOf(JobExecution execution, JobLock lock) {
        if (execution.getStatus() == BatchStatus.COMPLETED || execution.getStatus() == BatchStatus.STOPPED) {
            return null;
        }
        List<Throwable> failures = execution.getAllFailureExceptions();
        Throwable outage = DatabaseOutage.in(failures);
        if (outage == null && !isHeld(lock)) {
            outage = failures.isEmpty() ? new SQLException("the connection to the database broke") : failures.get(0);
        }
        return outage;
    }

    private static boolean isHeld(JobLock lock) {
        try {
            return lock.isHeld();
        } catch (SQLException e) {
            return false;
        }
    }

    /**
     * Waits until the database is there and the lock is ours; false when that takes too long. After a stop was asked for that
     * is sooner; where the database comes back in time, the next attempt ends as a stopped one.
     */
    private boolean outlast(Throwable outage, JobLock lock, LoadRequest request) throws InterruptedException {
        if (retryTime.isZero()) {
            return false;
        }
        Throwable cause = FailureCause.root(outage);
        request.progress().outage(cause, retryTime);
        DatabaseOutageEvent event = new DatabaseOutageEvent();
        event.begin();
        boolean back = isBack(lock, request);
        event.commit(cause, back);
        return back;
    }

    private boolean isBack(JobLock lock, LoadRequest request) throws InterruptedException {
        long deadline = System.nanoTime() + retryTime.toNanos();
        boolean stopping = false;
        do {
            Thread.sleep(PAUSE.toMillis());
            try {
                if (lock.regain()) {
                    return true;
                }
            } catch (SQLException | DataAccessException e) {
                LOG.atDebug().addKeyValue("cause", e.getMessage()).log("outage_goes_on");
            }
            if (!stopping && request.stopSignal().get()) {
                stopping = true;
                deadline = Math.min(deadline, System.nanoTime() + STOP_TIME.toNanos());
            }
        } while (System.nanoTime() < deadline);
        return false;
    }
}
