package dev.copydesk.batch;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What to load and how.
 *
 * @param definition its input absolute, {@code {date}} filled in
 * @param date the date the run is for, or null
 * @param resume whether an unfinished run of the same job is resumed; otherwise it stands in the way
 * @param progress hears how the load gets on
 * @param stopSignal set to true to stop at the end of the chunk
 */
public record LoadRequest(
        JobDefinition definition,
        @Nullable LocalDate date,
        boolean resume,
        LoadProgress progress,
        AtomicBoolean stopSignal) {}
