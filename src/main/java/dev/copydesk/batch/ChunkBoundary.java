package dev.copydesk.batch;

import dev.copydesk.warehouse.RunStore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.StepInterruptionPolicy;

/**
 * Looks, between two chunks, whether the run is to stop or has passed its quarantine limit. Terminate-only is set because a
 * chunk step that is merely interrupted would count as completed.
 */
final class ChunkBoundary implements StepInterruptionPolicy {

    private final RunStore runs;
    private final long runId;
    private final QuarantineLimit limit;
    private final AtomicBoolean stopSignal;

    /** {@code stopSignal} is set when this process is asked to end. */
    ChunkBoundary(RunStore runs, long runId, QuarantineLimit limit, AtomicBoolean stopSignal) {
        this.runs = runs;
        this.runId = runId;
        this.limit = limit;
        this.stopSignal = stopSignal;
    }

    @Override
    public void checkInterrupted(StepExecution step) throws JobInterruptedException {
        limit.check(runs.countsOf(runId));
        boolean stopRequested = stopSignal.get()
                || runs.heartbeat(step.getJobExecutionId())
                        .map(RunStore.Heartbeat::stopRequested)
                        .orElse(false);
        if (stopRequested) {
            step.setTerminateOnly();
            throw new JobInterruptedException("a stop was asked for");
        }
    }
}
