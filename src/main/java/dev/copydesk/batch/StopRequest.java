package dev.copydesk.batch;

import dev.copydesk.warehouse.RunStore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.batch.core.job.JobInterruptedException;

/** Whether a run is asked to stop: by a signal to this process, or by the row that {@code jobs stop} sets. */
final class StopRequest {

    private final RunStore runs;
    private final AtomicBoolean signal;

    /** {@code signal} is set when this process is asked to end. */
    StopRequest(RunStore runs, AtomicBoolean signal) {
        this.runs = runs;
        this.signal = signal;
    }

    boolean isMadeTo(long jobExecutionId) {
        return signal.get()
                || runs.heartbeat(jobExecutionId)
                        .map(RunStore.Heartbeat::stopRequested)
                        .orElse(false);
    }

    /** What a step ends with that stops because it was asked to; Spring Batch makes STOPPED of it. */
    static JobInterruptedException interruption() {
        return new JobInterruptedException("a stop was asked for");
    }
}
