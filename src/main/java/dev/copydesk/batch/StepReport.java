package dev.copydesk.batch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Tells how long each step took. One for each step of each job. */
final class StepReport implements StepExecutionListener {

    private final LoadProgress progress;
    private long startedAt;

    StepReport(LoadProgress progress) {
        this.progress = progress;
    }

    @Override
    public void beforeStep(StepExecution step) {
        startedAt = System.nanoTime();
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution step) {
        progress.stepEnded(
                step.getStepName(), step.getStatus().name(), Duration.ofNanos(System.nanoTime() - startedAt));
        return null;
    }
}
