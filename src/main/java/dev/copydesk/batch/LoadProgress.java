package dev.copydesk.batch;

import dev.copydesk.document.LeftOut;
import dev.copydesk.document.ManifestLine;
import java.time.Duration;

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

    /** The database went away; the load goes on by a new job execution if it comes back within this time. */
    default void outage(Throwable cause, Duration retryTime) {}
}
