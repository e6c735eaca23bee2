package dev.copydesk.batch;

import dev.copydesk.warehouse.ChunkStore;
import dev.copydesk.warehouse.DocumentOutcome;
import java.util.ArrayList;
import java.util.List;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes a chunk: all its rows, its quarantine rows, and the ledger, in the chunk's transaction. */
final class ChunkWriter implements ItemWriter<SliceOutcome>, StepExecutionListener {

    private final ChunkStore store;
    private final long runId;
    private final LoadProgress progress;
    private long jobExecutionId;

    ChunkWriter(ChunkStore store, long runId, LoadProgress progress) {
        this.store = store;
        this.runId = runId;
        this.progress = progress;
    }

    @Override
    public void beforeStep(StepExecution stepExecution) {
        jobExecutionId = stepExecution.getJobExecutionId();
    }

    @Override
    public void write(Chunk<? extends SliceOutcome> chunk) {
        List<Long> files = new ArrayList<>();
        List<DocumentOutcome> documents = new ArrayList<>();
        long bytes = 0;
        for (SliceOutcome slice : chunk) {
            for (var file : slice.slice().files()) {
                files.add(file.sourceFileId());
                bytes += file.file().size();
            }
            documents.addAll(slice.documents());
        }
        if (files.isEmpty()) {
            return;
        }
        store.write(runId, jobExecutionId, files, documents);
        reportAfterCommit(files.size(), bytes);
    }

    private void reportAfterCommit(int files, long bytes) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                progress.loaded(files, bytes);
            }
        });
    }
}
