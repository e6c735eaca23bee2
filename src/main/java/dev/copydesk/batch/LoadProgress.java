package dev.copydesk.batch;

import dev.copydesk.document.LeftOut;
import dev.copydesk.document.ManifestLine;
import dev.copydesk.warehouse.QualityDrop;
import dev.copydesk.warehouse.WrittenChunk;
import java.time.Duration;
import java.util.List;

/** Hears how a load gets on, as far as it wants to. Called by one thread at a time. */
public interface LoadProgress {

    /** A job execution has begun; its id is what the {@code jobs} commands take. */
    default void started(long jobExecutionId) {}

    /** Something in the input is not loaded. */
    default void leftOut(LeftOut leftOut) {}

    /** A line of a manifest is not used. */
    default void manifestProblem(ManifestLine.Invalid problem) {}

    /** The files that are to be loaded are known. */
    default void discovered(long files, long bytes) {}

    /** These files were committed. */
    default void loaded(long files, long bytes) {}

    /** A chunk was committed; {@code bytes} of its files as stored, {@code time} from its first statement to its commit. */
    default void written(WrittenChunk chunk, long bytes, Duration time) {}

    /** A step of the job has ended with this status of Spring Batch's. */
    default void stepEnded(String step, String status, Duration time) {}

    /** The sites that were read worse than in the runs before; accepted ones among them. */
    default void compared(List<QualityDrop> drops) {}

    /** The database went away; the load goes on by a new job execution if it comes back within this time. */
    default void outage(Throwable cause, Duration retryTime) {}

    /** Tells each of these, in their order. */
    static LoadProgress all(List<LoadProgress> listeners) {
        return new EveryProgress(listeners);
    }
}
