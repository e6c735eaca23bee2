package dev.copydesk.batch;

import dev.copydesk.warehouse.ChunkStore;
import dev.copydesk.warehouse.DocumentOutcome;
import dev.copydesk.warehouse.FileProgress;
import dev.copydesk.warehouse.LoadMeter;
import dev.copydesk.warehouse.PageTime;
import dev.copydesk.warehouse.WrittenChunk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes a chunk: all its rows, its quarantine rows, the ledger and what it took, in the chunk's transaction. */
final class ChunkWriter implements ItemWriter<SliceOutcome>, StepExecutionListener {

    private final ChunkStore store;
    private final LoadMeter meter;
    private final long runId;
    private final LoadProgress progress;
    private final long startedAt = System.nanoTime();
    private long jobExecutionId;

    /** For a job execution that is about to start. */
    ChunkWriter(ChunkStore store, LoadMeter meter, long runId, LoadProgress progress) {
        this.store = store;
        this.meter = meter;
        this.runId = runId;
        this.progress = progress;
    }

    @Override
    public void beforeStep(StepExecution stepExecution) {
        jobExecutionId = stepExecution.getJobExecutionId();
    }

    @Override
    public void write(Chunk<? extends SliceOutcome> chunk) {
        Map<Long, FileProgress> files = new LinkedHashMap<>();
        List<DocumentOutcome> documents = new ArrayList<>();
        long bytes = 0;
        for (SliceOutcome slice : chunk) {
            for (SourcePart part : slice.slice().parts()) {
                files.merge(part.file().sourceFileId(), part.progress(), FileProgress::then);
                bytes += part.storedBytes();
            }
            documents.addAll(slice.documents());
        }
        if (files.isEmpty()) {
            return;
        }
        ChunkWrittenEvent event = new ChunkWrittenEvent();
        event.begin();
        long begin = System.nanoTime();
        WrittenChunk written = store.write(runId, jobExecutionId, List.copyOf(files.values()), documents);
        measure(written, chunk);
        int done = (int) files.values().stream().filter(FileProgress::isDone).count();
        reportAfterCommit(done, bytes, written, begin, event);
    }

    /** Leaves out files that another run has taken over meanwhile. */
    private void measure(WrittenChunk written, Chunk<? extends SliceOutcome> chunk) {
        List<PageTime> times = new ArrayList<>();
        long bytes = 0;
        for (SliceOutcome slice : chunk) {
            for (SourcePart part : slice.slice().parts()) {
                bytes += written.files().contains(part.file().sourceFileId()) ? part.storedBytes() : 0;
            }
            slice.times().stream()
                    .filter(time -> written.files().contains(time.sourceFileId()))
                    .forEach(times::add);
        }
        meter.add(jobExecutionId, Duration.ofNanos(System.nanoTime() - startedAt), written, bytes, times);
    }

    private void reportAfterCommit(int files, long bytes, WrittenChunk written, long begin, ChunkWrittenEvent event) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                event.commit(jobExecutionId, bytes, written);
                progress.loaded(files, bytes);
                progress.written(written, bytes, Duration.ofNanos(System.nanoTime() - begin));
            }
        });
    }
}
