package dev.copydesk.batch.telemetry;

import dev.copydesk.batch.LoadProgress;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler.IgnoredMeters;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a command that loads tells programs: log events, and, where asked for, metrics in a file and to an OTLP receiver.
 * Trouble with either never fails or holds up a load. {@link #ended} tells the last word; without it, as after a crash, the
 * file says "running".
 */
public final class RunTelemetry implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunTelemetry.class);

    private static final Duration FILE_EVERY = Duration.ofSeconds(15);

    private final String job;
    private final RunLog log;
    private final CompositeMeterRegistry registry = new CompositeMeterRegistry();
    private final @Nullable PrometheusMeterRegistry prometheus;
    private final @Nullable MetricsFile file;
    private final @Nullable RunMetrics metrics;
    private final @Nullable ScheduledExecutorService timer;
    private final ObservationRegistry observations;
    private boolean fileFailed;

    private RunTelemetry(String job, @Nullable MetricsFile file, @Nullable MeterRegistry otlp, Clock clock) {
        this.job = job;
        this.log = new RunLog(job, clock);
        this.file = file;
        this.prometheus = file == null ? null : new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        if (prometheus != null) {
            registry.add(prometheus);
        }
        if (otlp != null) {
            registry.add(otlp);
        }
        boolean wanted = prometheus != null || otlp != null;
        this.metrics = wanted ? new RunMetrics(registry, job, clock) : null;
        this.observations = wanted ? ObservationRegistry.create() : ObservationRegistry.NOOP;
        if (metrics != null) {
            // How long something lasts already is not of use in a file that is written now and then.
            observations
                    .observationConfig()
                    .observationHandler(new DefaultMeterObservationHandler(registry, IgnoredMeters.LONG_TASK_TIMER));
            registry.config().meterFilter(MeterFilter.denyNameStartsWith("spring.batch.job.launch"));
        }
        if (file != null && metrics != null) {
            file.value("copydesk_last_success_timestamp_seconds{job_name=\"" + job + "\"}")
                    .ifPresent(seconds -> metrics.lastSuccess(Instant.ofEpochSecond((long) seconds)));
        }
        this.timer = file == null ? null : timer();
    }

    /**
     * Begins; the file is written at once.
     *
     * @param metricsFile where to write Prometheus' text format, or null
     * @param environment the standard variables of OpenTelemetry say whether and where metrics are sent to
     * @throws IllegalArgumentException when the file cannot be written
     */
    public static RunTelemetry start(
            String job, @Nullable Path metricsFile, Map<String, String> environment, Clock clock) {
        RunTelemetry telemetry = new RunTelemetry(
                job,
                metricsFile == null ? null : new MetricsFile(metricsFile),
                OtlpExport.isConfigured(environment) ? OtlpExport.registry() : null,
                clock);
        telemetry.writeFile();
        return telemetry;
    }

    /** Everything that is to hear of the load, {@code display} among it. */
    public LoadProgress progress(LoadProgress display) {
        return LoadProgress.all(metrics == null ? List.of(display, log) : List.of(display, log, metrics));
    }

    /** What Spring Batch reports its own figures to. */
    public ObservationRegistry observations() {
        return observations;
    }

    /** Asks the ledger when a run of a job last came to its end; where it has been purged, the file's last word stands. */
    public void lastSuccess(Function<String, Optional<Instant>> ledger) {
        if (metrics != null) {
            ledger.apply(job).ifPresent(metrics::lastSuccess);
        }
    }

    /** The command ends with this exit code. */
    public void ended(int exitCode) {
        log.ended(exitCode);
        if (metrics != null) {
            metrics.ended(exitCode);
        }
    }

    @Override
    public void close() {
        if (timer != null) {
            timer.shutdown();
        }
        writeFile();
        registry.getRegistries().forEach(MeterRegistry::close); // which sends what was not sent yet
        registry.close();
    }

    private ScheduledExecutorService timer() {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "metrics-file");
            thread.setDaemon(true);
            return thread;
        });
        var unused = executor.scheduleAtFixedRate(
                this::writeFile, FILE_EVERY.toSeconds(), FILE_EVERY.toSeconds(), TimeUnit.SECONDS);
        return executor;
    }

    private synchronized void writeFile() {
        if (file == null || prometheus == null) {
            return;
        }
        try {
            file.replace(prometheus.scrape());
            fileFailed = false;
        } catch (IOException | RuntimeException e) {
            if (!fileFailed) {
                LOG.atWarn()
                        .addKeyValue("file", file.path())
                        .addKeyValue("cause", e.toString())
                        .log("metrics_file_failed");
            }
            fileFailed = true;
        }
    }
}
