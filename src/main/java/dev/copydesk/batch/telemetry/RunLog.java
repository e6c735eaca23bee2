package dev.copydesk.batch.telemetry;

import dev.copydesk.batch.ExitCode;
import dev.copydesk.batch.LoadProgress;
import dev.copydesk.document.LeftOut;
import dev.copydesk.document.ManifestLine;
import dev.copydesk.warehouse.QualityDrop;
import dev.copydesk.warehouse.WrittenChunk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/** The events of a run as log lines; {@code docs/monitoring.md} lists them with their fields. */
final class RunLog implements LoadProgress {

    private static final Logger LOG = LoggerFactory.getLogger(RunLog.class);

    private static final Set<Integer> ENDED_WELL = Set.of(ExitCode.DONE, ExitCode.QUARANTINED, ExitCode.STOPPED);

    private static final Duration PROGRESS_EVERY = Duration.ofSeconds(10);

    private final String job;
    private final Clock clock;
    private final Instant startedAt;
    private Instant progressAt;
    private long execution;
    private long files;
    private long filesLoaded;
    private long read;
    private long quarantined;

    RunLog(String job, Clock clock) {
        this.job = job;
        this.clock = clock;
        this.startedAt = clock.instant();
        this.progressAt = startedAt;
    }

    @Override
    public void started(long jobExecutionId) {
        execution = jobExecutionId;
        event(Level.INFO).log("started");
    }

    @Override
    public void leftOut(LeftOut leftOut) {
        boolean usual = leftOut.reason() == LeftOut.Reason.OTHER_KIND || leftOut.reason() == LeftOut.Reason.HIDDEN;
        event(usual ? Level.DEBUG : Level.INFO)
                .addKeyValue("file", leftOut.location())
                .addKeyValue("reason", leftOut.reason())
                .log("left_out");
    }

    @Override
    public void manifestProblem(ManifestLine.Invalid problem) {
        event(Level.WARN)
                .addKeyValue("file", problem.manifest())
                .addKeyValue("line", problem.number())
                .addKeyValue("problem", problem.message())
                .log("manifest_problem");
    }

    @Override
    public void discovered(long filesToLoad, long bytes) {
        files = filesLoaded + filesToLoad;
        event(Level.INFO)
                .addKeyValue("files", filesToLoad)
                .addKeyValue("bytes", bytes)
                .log("discovered");
    }

    @Override
    public void written(WrittenChunk chunk, long bytes, Duration time) {
        filesLoaded += chunk.filesDone();
        read += chunk.counts().read();
        quarantined += chunk.counts().quarantined();
        event(Level.DEBUG)
                .addKeyValue("files", chunk.filesDone())
                .addKeyValue("bytes", bytes)
                .addKeyValue("read", chunk.counts().read())
                .addKeyValue("loaded", chunk.counts().loaded())
                .addKeyValue("quarantined", chunk.counts().quarantined())
                .addKeyValue("millis", time.toMillis())
                .log("chunk");
        Instant now = clock.instant();
        if (Duration.between(progressAt, now).compareTo(PROGRESS_EVERY) >= 0) {
            progressAt = now;
            event(Level.INFO)
                    .addKeyValue("files", filesLoaded)
                    .addKeyValue("files_all", files)
                    .addKeyValue("read", read)
                    .addKeyValue("quarantined", quarantined)
                    .log("progress");
        }
    }

    @Override
    public void stepEnded(String step, String status, Duration time) {
        event(Level.INFO)
                .addKeyValue("step", step)
                .addKeyValue("status", status)
                .addKeyValue("millis", time.toMillis())
                .log("step");
    }

    @Override
    public void outage(Throwable cause, Duration retryTime) {
        event(Level.WARN)
                .addKeyValue("retry_seconds", retryTime.toSeconds())
                .addKeyValue("cause", String.valueOf(cause.getMessage()))
                .log("outage");
    }

    @Override
    public void compared(List<QualityDrop> drops) {
        for (QualityDrop drop : drops) {
            event(Level.WARN)
                    .addKeyValue("site", drop.site())
                    .addKeyValue("measure", drop.measure().label())
                    .addKeyValue("value", drop.value())
                    .addKeyValue("expected", drop.expected())
                    .addKeyValue("documents", drop.documents())
                    .addKeyValue("fails", drop.isFailure())
                    .log("quality_drop");
        }
    }

    /** The command ends with this exit code. */
    void ended(int exitCode) {
        event(ENDED_WELL.contains(exitCode) ? Level.INFO : Level.ERROR)
                .addKeyValue("exit_code", exitCode)
                .addKeyValue("files", filesLoaded)
                .addKeyValue("read", read)
                .addKeyValue("quarantined", quarantined)
                .addKeyValue(
                        "millis", Duration.between(startedAt, clock.instant()).toMillis())
                .log("ended");
    }

    private LoggingEventBuilder event(Level level) {
        LoggingEventBuilder event = LOG.atLevel(level).addKeyValue("job", job);
        return execution == 0 ? event : event.addKeyValue("execution", execution);
    }
}
