package dev.copydesk.batch.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.ipc.http.HttpUrlConnectionSender;
import io.micrometer.registry.otlp.OtlpConfig;
import io.micrometer.registry.otlp.OtlpHttpMetricsSender;
import io.micrometer.registry.otlp.OtlpMeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends metrics to an OTLP receiver over HTTP. Endpoint, headers and resource attributes come from the environment as the
 * OpenTelemetry specification names it (Environment Variable Specification; OTLP Exporter), which Micrometer reads itself.
 */
final class OtlpExport {

    /** A receiver that does not answer must not hold up the end of a run for longer. */
    private static final Duration CONNECT = Duration.ofSeconds(1);

    private static final Duration ANSWER = Duration.ofSeconds(2);

    private OtlpExport() {}

    static boolean isConfigured(Map<String, String> environment) {
        return environment.containsKey("OTEL_EXPORTER_OTLP_ENDPOINT")
                || environment.containsKey("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT");
    }

    /** The registry; publishes by a thread of its own and once more when it is closed. */
    static MeterRegistry registry() {
        return OtlpMeterRegistry.builder(new OtlpConfig() {
                    @Override
                    public @Nullable String get(String key) {
                        return null;
                    }

                    @Override
                    public Duration step() {
                        return Duration.ofSeconds(15);
                    }
                })
                .metricsSender(new OtlpHttpMetricsSender(new HttpUrlConnectionSender(CONNECT, ANSWER)))
                .build();
    }
}
