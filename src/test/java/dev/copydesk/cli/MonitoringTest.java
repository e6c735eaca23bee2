package dev.copydesk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.copydesk.TestDatabase;
import dev.copydesk.cli.CopydeskProcess.Result;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.Metric;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a load tells programs, and that {@code docs/monitoring.md} says so. */
@Tag("database")
class MonitoringTest {

    private static final Path DOCUMENT = Path.of("docs", "monitoring.md");
    private static final Path ALERTS = Path.of("docs", "prometheus-alerts.yml");

    @TempDir
    private Path folder;

    @Test
    void aLoadTellsItsFiguresAsMetricsAndEventsAsTheDocumentSays() throws Exception {
        Set<String> sent = new ConcurrentSkipListSet<>();
        HttpServer receiver = receiver(sent);
        Path file = folder.resolve("nightly.prom");
        Files.createDirectory(folder.resolve("pages"));
        Files.copy(Path.of("samples/html/seagrass-atlas.html"), folder.resolve("pages/a.html"));
        Files.writeString(folder.resolve("pages/empty.html"), "");
        Files.writeString(folder.resolve("pages/manifest.jsonl"), "{\"file\": \"\u001b[2J\"\n");
        Result result;
        try (TestDatabase database = TestDatabase.create()) {
            result = process(
                            database,
                            "http://127.0.0.1:" + receiver.getAddress().getPort() + "/v1/metrics")
                    .run("load", "--json", "--metrics-file", file.toString(), folder.resolve("pages") + "");
        } finally {
            receiver.stop(0);
        }

        assertThat(result.exitCode()).as(result.err()).isZero();
        JsonNode summary = JsonMapper.builder().build().readTree(result.out());
        assertThat(summary.get("status").asString()).isEqualTo("COMPLETED");
        assertThat(summary.get("quality").isArray()).isTrue();
        assertEvents(result.err());

        PrometheusText metrics = PrometheusText.read(Files.readString(file));
        assertThat(metrics.samples())
                .containsEntry("copydesk_documents_total{job_name=\"load\",outcome=\"loaded\"}", 1.0)
                .containsEntry("copydesk_documents_total{job_name=\"load\",outcome=\"quarantined\"}", 1.0)
                .containsEntry("copydesk_quarantined_total{code=\"EMPTY\",job_name=\"load\"}", 1.0)
                .containsEntry("copydesk_articles_total{change=\"new\",job_name=\"load\"}", 1.0)
                .containsEntry("copydesk_files_pending{job_name=\"load\"}", 0.0)
                .containsEntry("copydesk_run_status{job_name=\"load\",status=\"completed\"}", 1.0)
                .containsEntry("copydesk_run_status{job_name=\"load\",status=\"running\"}", 0.0)
                .containsEntry("copydesk_run_exit_code{job_name=\"load\"}", 0.0)
                .containsKey("copydesk_last_success_timestamp_seconds{job_name=\"load\"}")
                .containsKey("copydesk_step_seconds_sum{job_name=\"load\",step=\"compare\"}");
        assertThat(metrics.families()).isEqualTo(named(DOCUMENT, "(?m)^\\| `((?:copydesk|spring_batch)_[a-z_]+)` \\|"));
        assertThat(metrics.families()).containsAll(named(ALERTS, "\\b(copydesk_[a-z_]+)"));
        assertThat(sent).contains("copydesk.documents", "copydesk.step", "copydesk.run.status", "spring.batch.step");
    }

    /** A receiver that cannot be reached changes nothing, and what was known of the last success is not lost. */
    @Test
    void aLoadThatCannotBeginTellsThatTooAndKeepsTheTimeOfTheLastSuccess() throws Exception {
        Path file = folder.resolve("load.prom");
        Files.writeString(file, "copydesk_last_success_timestamp_seconds{job_name=\"load\"} 1.7E9\n");
        TestDatabase nowhere = new TestDatabase("jdbc:postgresql://127.0.0.1:1/news?connectTimeout=2", "nobody", "x");

        Result result = process(nowhere, "http://127.0.0.1:1/v1/metrics")
                .run("load", "--metrics-file", file.toString(), "samples");

        assertThat(result.exitCode()).isOne();
        assertThat(PrometheusText.read(Files.readString(file)).samples())
                .containsEntry("copydesk_run_status{job_name=\"load\",status=\"failed\"}", 1.0)
                .containsEntry("copydesk_run_exit_code{job_name=\"load\"}", 1.0)
                .containsEntry("copydesk_last_success_timestamp_seconds{job_name=\"load\"}", 1.7e9);
        assertEvents(result.err());
        assertThat(folder).isDirectoryNotContaining("glob:**/.*"); // nothing half-written is left
    }

    @Test
    void whatCannotBeWrittenOrReadIsWrongUsage() throws Exception {
        CopydeskProcess process = CopydeskProcess.with(Map.of("COPYDESK_METRICS_FILE", folder + "/nowhere/load.prom"));
        Result folderMissing = process.run("load", "samples");
        assertThat(folderMissing.exitCode()).isEqualTo(2);
        assertThat(folderMissing.err()).contains("METRICS_FILE_FOLDER", "nowhere/load.prom");

        Result format =
                CopydeskProcess.with(Map.of("COPYDESK_LOG_FORMAT", "yaml")).run("--help");
        assertThat(format.exitCode()).isEqualTo(2);
        assertThat(format.err()).contains("COPYDESK_LOG_FORMAT is 'yaml'").hasLineCount(1);
    }

    @Test
    void theStrictReaderOfTheseTestsIsStrict() {
        String good = "# HELP a_total x\n# TYPE a_total counter\na_total{b=\"c \\\"d\\\\ e\"} 1.0\n";
        assertThat(PrometheusText.read(good).families()).containsExactly("a_total");
        for (String bad : List.of(
                good + good,
                good + "a_total 1.0 1700000000\n",
                good + "b_total 1.0\n",
                good.replace("\\\\ ", "\\ "),
                good.replace("1.0", "one"),
                good.replace("counter", "number"))) {
            assertThatThrownBy(() -> PrometheusText.read(bad)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static CopydeskProcess process(TestDatabase database, String receiver) {
        Map<String, String> environment = new HashMap<>();
        environment.put("SPRING_DATASOURCE_URL", database.url());
        environment.put("SPRING_DATASOURCE_USERNAME", database.username());
        environment.put("SPRING_DATASOURCE_PASSWORD", database.password());
        environment.put("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", receiver);
        environment.put("COPYDESK_LOG_FORMAT", "json");
        return CopydeskProcess.with(environment);
    }

    /** Takes metrics as an OTLP receiver does and notes their names. */
    private static HttpServer receiver(Set<String> names) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/metrics", exchange -> {
            ExportMetricsServiceRequest request = ExportMetricsServiceRequest.parseFrom(exchange.getRequestBody());
            request.getResourceMetricsList().stream()
                    .flatMap(resource -> resource.getScopeMetricsList().stream())
                    .flatMap(scope -> scope.getMetricsList().stream())
                    .map(Metric::getName)
                    .forEach(names::add);
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    /** Every line of standard error is an event in JSON, and those of a run are documented. */
    private static void assertEvents(String err) throws IOException {
        JsonMapper mapper = JsonMapper.builder().build();
        Set<String> events = new TreeSet<>();
        for (String line : err.lines().toList()) {
            JsonNode event = mapper.readTree(line);
            assertThat(event.propertyNames()).contains("@timestamp", "log", "message");
            assertThat(line).doesNotContain("\u001b");
            if (event.at("/log/logger").asString().endsWith(".RunLog")) {
                assertThat(event.get("job").asString()).isEqualTo("load");
                events.add(event.get("message").asString());
            }
        }
        assertThat(events).contains("ended");
        assertThat(named(DOCUMENT, "(?m)^\\| `([a-z_]+)` \\| (?:debug|info|warn|error)"))
                .containsAll(events);
    }

    private static Set<String> named(Path document, String pattern) throws IOException {
        Set<String> names = new TreeSet<>();
        Pattern.compile(pattern)
                .matcher(Files.readString(document))
                .results()
                .map((MatchResult match) -> match.group(1))
                .forEach(names::add);
        return names;
    }
}
