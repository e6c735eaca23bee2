package dev.copydesk.batch.telemetry;

import dev.copydesk.batch.LoadProgress;
import dev.copydesk.warehouse.QualityDrop;
import dev.copydesk.warehouse.QualityMeasure;
import dev.copydesk.warehouse.WrittenChunk;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a run as meters; {@code docs/monitoring.md} lists them. Counters count what this process did, from 0. Every
 * one bears the name of the job as {@code job_name}, since Prometheus itself uses {@code job}.
 */
final class RunMetrics implements LoadProgress {

    private static final List<String> OUTCOMES = List.of("loaded", "unchanged", "filtered", "quarantined");
    private static final List<String> STATUSES = List.of("running", "completed", "stopped", "failed", "refused");

    private final MeterRegistry registry;
    private final Clock clock;
    private final Tags job;
    private final Map<String, AtomicLong> gauges = new ConcurrentHashMap<>();
    private final AtomicLong filesPending;
    private boolean started;

    RunMetrics(MeterRegistry registry, String job, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        this.job = Tags.of("job_name", job);
        this.filesPending =
                gauge("copydesk.files.pending", "Files that are known and not yet loaded", null, Tags.empty());
        // What is zero is told too: a series that comes only with its first event hides that event from rate().
        OUTCOMES.forEach(this::documents);
        articles("new");
        articles("changed");
        bytes();
        files();
        retries();
        for (QualityMeasure measure : QualityMeasure.values()) {
            drops(measure);
        }
        set("copydesk.run.start.timestamp", "When the run began, as seconds since 1970", clock.instant());
        status("running");
    }

    /** When the job last came to its end. */
    void lastSuccess(Instant time) {
        set(
                "copydesk.last.success.timestamp",
                "When a run of the job last came to its end, as seconds since 1970",
                time);
    }

    /** The run has ended with this exit code of the command. */
    void ended(int exitCode) {
        Instant now = clock.instant();
        set("copydesk.run.end.timestamp", "When the run ended, as seconds since 1970", now);
        gauge("copydesk.run.exit.code", "Exit code of the command", null, Tags.empty())
                .set(exitCode);
        status(
                switch (exitCode) {
                    case 0, 3 -> "completed";
                    case 4 -> "stopped";
                    case 2, 5, 6 -> "refused";
                    default -> "failed";
                });
        if (started && (exitCode == 0 || exitCode == 3)) {
            lastSuccess(now);
        }
    }

    @Override
    public void started(long jobExecutionId) {
        started = true;
    }

    @Override
    public void discovered(long files, long bytes) {
        filesPending.set(files);
    }

    @Override
    public void written(WrittenChunk chunk, long bytes, Duration time) {
        add(documents("loaded"), chunk.counts().loaded());
        add(documents("unchanged"), chunk.counts().unchanged());
        add(documents("filtered"), chunk.counts().filtered());
        add(documents("quarantined"), chunk.counts().quarantined());
        add(articles("new"), chunk.articlesNew());
        add(articles("changed"), chunk.articlesChanged());
        chunk.quarantined().forEach((code, count) -> add(quarantined(code), count));
        add(bytes(), bytes);
        add(files(), chunk.filesDone());
        filesPending.addAndGet(-chunk.filesDone());
        Timer.builder("copydesk.chunk.write")
                .description("Time to write a chunk into the database, its commit included")
                .tags(job)
                .register(registry)
                .record(time);
    }

    @Override
    public void stepEnded(String step, String status, Duration time) {
        Timer.builder("copydesk.step")
                .description("Time that the steps of the load job took")
                .tags(job.and("step", step))
                .register(registry)
                .record(time);
    }

    @Override
    public void outage(Throwable cause, Duration retryTime) {
        retries().increment();
    }

    @Override
    public void compared(List<QualityDrop> drops) {
        for (QualityMeasure measure : QualityMeasure.values()) {
            drops(measure)
                    .set(drops.stream()
                            .filter(drop -> drop.measure() == measure)
                            .count());
        }
    }

    private Counter documents(String outcome) {
        return counter("copydesk.documents", "Documents, by what became of them", Tags.of("outcome", outcome));
    }

    private Counter articles(String change) {
        return counter("copydesk.articles", "Articles that were written, by what they were", Tags.of("change", change));
    }

    private Counter quarantined(String code) {
        return counter("copydesk.quarantined", "Documents that went to quarantine, by code", Tags.of("code", code));
    }

    private Counter files() {
        return counter("copydesk.files", "Files that were loaded", Tags.empty());
    }

    private Counter bytes() {
        return Counter.builder("copydesk.read")
                .description("Bytes of the files that were loaded, as stored")
                .baseUnit("bytes")
                .tags(job)
                .register(registry);
    }

    private Counter retries() {
        return counter(
                "copydesk.database.outages",
                "Times that the database went away and the load tried again",
                Tags.empty());
    }

    private AtomicLong drops(QualityMeasure measure) {
        return gauge(
                "copydesk.quality.drops",
                "Sites that were read worse than in the runs before, by measure",
                null,
                Tags.of("measure", measure.label()));
    }

    private void status(String now) {
        for (String status : STATUSES) {
            gauge(
                            "copydesk.run.status",
                            "1 for the status the run has, 0 for the others",
                            null,
                            Tags.of("status", status))
                    .set(status.equals(now) ? 1 : 0);
        }
    }

    private static void add(Counter counter, long count) {
        counter.increment((double) count); // exact up to 2^53
    }

    private Counter counter(String name, String description, Tags tags) {
        return Counter.builder(name)
                .description(description)
                .tags(job.and(tags))
                .register(registry);
    }

    private void set(String name, String description, Instant time) {
        gauge(name, description, "seconds", Tags.empty()).set(time.getEpochSecond());
    }

    private AtomicLong gauge(String name, String description, @Nullable String unit, Tags tags) {
        return gauges.computeIfAbsent(name + tags, key -> {
            AtomicLong value = new AtomicLong();
            Gauge.builder(name, value, AtomicLong::doubleValue)
                    .description(description)
                    .baseUnit(unit)
                    .tags(job.and(tags))
                    .register(registry);
            return value;
        });
    }
}
