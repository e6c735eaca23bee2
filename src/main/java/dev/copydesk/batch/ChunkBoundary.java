package dev.copydesk.batch;

import dev.copydesk.warehouse.RunStore;
import java.sql.SQLException;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.StepInterruptionPolicy;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/**
 * Looks, between two chunks, whether the run is to stop, has passed its quarantine limit or has lost its lock. Terminate-only
 * is set because a chunk step that is merely interrupted would count as completed.
 */
final class ChunkBoundary implements StepInterruptionPolicy {

    private static final String CONNECTION_FAILURE = "08006";

    private final RunStore runs;
    private final long runId;
    private final QuarantineLimit limit;
    private final StopRequest stop;
    private final JobLock lock;

    ChunkBoundary(RunStore runs, long runId, QuarantineLimit limit, StopRequest stop, JobLock lock) {
        this.runs = runs;
        this.runId = runId;
        this.limit = limit;
        this.stop = stop;
        this.lock = lock;
    }

    @Override
    public void checkInterrupted(StepExecution step) throws JobInterruptedException {
        requireLock();
        limit.check(runs.countsOf(runId));
        if (stop.isMadeTo(step.getJobExecutionId())) {
            step.setTerminateOnly();
            throw StopRequest.interruption();
        }
    }

    /** Without the lock another process may take the run up, so this one must not go on before it has the lock again. */
    private void requireLock() {
        try {
            if (!lock.isHeld()) {
                throw new SQLException("the connection that holds the job's lock broke", CONNECTION_FAILURE);
            }
        } catch (SQLException e) {
            throw new SQLExceptionSubclassTranslator().translate("job lock", null, e);
        }
    }
}
