package dev.copydesk.batch;

import dev.copydesk.document.LeftOut;
import dev.copydesk.document.ManifestLine;
import dev.copydesk.warehouse.QualityDrop;
import dev.copydesk.warehouse.WrittenChunk;
import java.time.Duration;
import java.util.List;

/** Several that hear of the same load. */
record EveryProgress(List<LoadProgress> listeners) implements LoadProgress {

    EveryProgress {
        listeners = List.copyOf(listeners);
    }

    @Override
    public void started(long jobExecutionId) {
        listeners.forEach(one -> one.started(jobExecutionId));
    }

    @Override
    public void leftOut(LeftOut leftOut) {
        listeners.forEach(one -> one.leftOut(leftOut));
    }

    @Override
    public void manifestProblem(ManifestLine.Invalid problem) {
        listeners.forEach(one -> one.manifestProblem(problem));
    }

    @Override
    public void discovered(long files, long bytes) {
        listeners.forEach(one -> one.discovered(files, bytes));
    }

    @Override
    public void loaded(long files, long bytes) {
        listeners.forEach(one -> one.loaded(files, bytes));
    }

    @Override
    public void written(WrittenChunk chunk, long bytes, Duration time) {
        listeners.forEach(one -> one.written(chunk, bytes, time));
    }

    @Override
    public void stepEnded(String step, String status, Duration time) {
        listeners.forEach(one -> one.stepEnded(step, status, time));
    }

    @Override
    public void compared(List<QualityDrop> drops) {
        listeners.forEach(one -> one.compared(drops));
    }

    @Override
    public void outage(Throwable cause, Duration retryTime) {
        listeners.forEach(one -> one.outage(cause, retryTime));
    }
}
