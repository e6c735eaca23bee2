package dev.copydesk.cli;

import dev.copydesk.batch.telemetry.RunTelemetry;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a command that loads tells programs of it, and the options for that. */
final class TelemetryOptions {

    /** A load, given what hears of it; returns the exit code of the command. */
    interface Load {
        int with(RunTelemetry telemetry) throws Exception;
    }

    @Option(
            names = "--metrics-file",
            paramLabel = "FILE.prom",
            defaultValue = "${env:COPYDESK_METRICS_FILE}",
            description = "Write metrics there for Prometheus' node exporter, now and then and at the end."
                    + " Default: COPYDESK_METRICS_FILE.")
    private @Nullable Path metricsFile;

    /** Runs a load of this job and tells how it ended, also when it throws. */
    int tell(String job, Load load) throws Exception {
        Path file = metricsFile == null || metricsFile.toString().isBlank() ? null : metricsFile;
        try (RunTelemetry telemetry = RunTelemetry.start(job, file, System.getenv(), Clock.systemUTC())) {
            try {
                int exitCode = load.with(telemetry);
                telemetry.ended(exitCode);
                return exitCode;
            } catch (Exception e) {
                telemetry.ended(FailureReport.of(e).exitCode());
                throw e;
            }
        }
    }
}
