package dev.copydesk.batch;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;

/**
 * How a load ended.
 *
 * @param jobExecutionId its job execution, the last one when an outage of the database took several
 * @param firstExecutionId the job executions of the run from this id on are those of this load
 * @param runId its run
 * @param exitCode exit code of the command, thresholds and stops taken into account
 * @param failure root cause of a failure, or null
 */
public record LoadResult(
        long jobExecutionId,
        long firstExecutionId,
        long runId,
        boolean resumed,
        int exitCode,
        @Nullable Throwable failure) {

    static LoadResult of(JobExecution execution, long firstExecutionId, long runId, boolean resumed) {
        List<Throwable> failures = execution.getAllFailureExceptions();
        return new LoadResult(
                execution.getId(),
                firstExecutionId,
                runId,
                resumed,
                exitCode(execution),
                execution.getStatus().isUnsuccessful() && !failures.isEmpty()
                        ? FailureCause.root(failures.get(0))
                        : null);
    }

    static int exitCode(JobExecution execution) {
        if (execution.getStatus() == BatchStatus.COMPLETED) {
            return ExitCode.DONE;
        }
        if (execution.getStatus() == BatchStatus.STOPPED) {
            return ExitCode.STOPPED;
        }
        boolean limitPassed = execution.getAllFailureExceptions().stream()
                .map(FailureCause::root)
                .anyMatch(root ->
                        root instanceof QuarantineLimitPassedException || root instanceof QualityDroppedException);
        return limitPassed ? ExitCode.LIMIT_PASSED : ExitCode.FAILED;
    }
}
