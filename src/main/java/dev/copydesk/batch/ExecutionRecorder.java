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
    private final LoadRequest request;
    private @Nullable Heartbeat heartbeat;

    ExecutionRecorder(RunStore runs, long runId, LoadRequest request) {
        this.runs = runs;
        this.runId = runId;
        this.request = request;
    }

    @Override
    public void beforeJob(JobExecution execution) {
        runs.begin(execution.getId(), runId, settings(request.definition()));
        heartbeat = Heartbeat.start(runs, execution.getId());
        request.progress().started(execution.getId());
    }

    private static RunStore.Settings settings(JobDefinition definition) {
        String version = ExecutionRecorder.class.getPackage().getImplementationVersion();
        return new RunStore.Settings(
                definition.chunkSize(),
                definition.threads(),
                definition.maxDocumentSize(),
                "copydesk " + (version == null ? "(unpackaged)" : version) + ", Java " + Runtime.version());
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
