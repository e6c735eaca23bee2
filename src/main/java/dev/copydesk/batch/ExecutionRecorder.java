package dev.copydesk.batch;

import dev.copydesk.warehouse.RunStore;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;

/** Keeps the ledger's row of a job execution and its heartbeat. */
final class ExecutionRecorder implements JobExecutionListener {

    private final RunStore runs;
    private final long runId;
    private final LoadProgress progress;
    private @Nullable Heartbeat heartbeat;

    ExecutionRecorder(RunStore runs, long runId, LoadProgress progress) {
        this.runs = runs;
        this.runId = runId;
        this.progress = progress;
    }

    @Override
    public void beforeJob(JobExecution execution) {
        runs.begin(execution.getId(), runId);
        heartbeat = Heartbeat.start(runs, execution.getId());
        progress.started(execution.getId());
    }

    @Override
    public void afterJob(JobExecution execution) {
        if (heartbeat != null) {
            heartbeat.close();
        }
        if (execution.getStatus() == BatchStatus.COMPLETED) {
            runs.complete(runId);
        } else if (execution.getStatus() != BatchStatus.STOPPED) {
            execution.getAllFailureExceptions().stream()
                    .findFirst()
                    .ifPresent(failure -> runs.noteCauses(execution.getId(), FailureCause.rootFirst(failure)));
        }
        runs.end(execution.getId(), LoadResult.exitCode(execution));
    }
}
