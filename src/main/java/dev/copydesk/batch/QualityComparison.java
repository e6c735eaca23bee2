package dev.copydesk.batch;

import dev.copydesk.warehouse.QualityDrop;
import dev.copydesk.warehouse.QualityGate;
import dev.copydesk.warehouse.SiteQualityStore;
import java.util.List;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Holds what a run extracted from each site against the runs before. It takes two transactions: the first notes the drops,
 * so that they stay on record when the second fails the run for them.
 */
final class QualityComparison implements Tasklet {

    private final SiteQualityStore quality;
    private final long runId;
    private final QualityGate gate;
    private final LoadProgress progress;
    private boolean compared;

    QualityComparison(SiteQualityStore quality, long runId, QualityGate gate, LoadProgress progress) {
        this.quality = quality;
        this.runId = runId;
        this.gate = gate;
        this.progress = progress;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        if (!compared) {
            contribution.incrementWriteCount(quality.compare(runId, gate));
            compared = true;
            return RepeatStatus.CONTINUABLE;
        }
        List<QualityDrop> drops = quality.drops(runId);
        progress.compared(drops);
        List<QualityDrop> failures =
                drops.stream().filter(QualityDrop::isFailure).toList();
        if (!failures.isEmpty()) {
            throw new QualityDroppedException(failures);
        }
        return RepeatStatus.FINISHED;
    }
}
