package dev.copydesk.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.copydesk.TestDatabase;
import dev.copydesk.document.SourceAccess;
import dev.copydesk.document.remote.NetworkFiles;
import dev.copydesk.document.remote.RemoteSettings;
import io.micrometer.observation.ObservationRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A load in a process of its own, for tests to kill. Prints a line when files are known and after every chunk. */
final class LoadProcess {

    private LoadProcess() {}

    /** Arguments: JDBC URL, user, password, input, chunk size. */
    public static void main(String[] args) throws Exception {
        RemoteSettings settings =
                new RemoteSettings(true, () -> Path.of(System.getProperty("java.io.tmpdir")), Duration.ofMillis(10));
        try (NetworkFiles remote = new NetworkFiles(settings);
                LoadContext context = LoadContext.start(
                        new DriverManagerDataSource(args[0], args[1], args[2]),
                        ObservationRegistry.NOOP,
                        new SourceAccess(remote))) {
            JobDefinition definition =
                    JobDefinition.of("load", List.of(args[3])).withChunks(Integer.parseInt(args[4]), 2);
            LoadResult result = context.launcher()
                    .load(TestWarehouse.request(definition, new AtomicBoolean(), new LoadProgress() {
                        @Override
                        public void started(long jobExecutionId) {
                            System.out.println("started");
                        }

                        @Override
                        public void discovered(long files, long bytes) {
                            System.out.println("discovered");
                        }

                        @Override
                        public void loaded(long files, long bytes) {
                            System.out.println("loaded");
                        }
                    }));
            System.exit(result.exitCode());
        }
    }

    /** Starts such a load and kills it so long after so many lines. */
    static void killAfter(TestDatabase database, String input, int chunk, int lines, long millis)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LoadProcess.class.getName(),
                        database.url(),
                        database.username(),
                        database.password(),
                        input,
                        Integer.toString(chunk)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (int i = 0; i < lines; i++) {
                assertThat(output.readLine()).as("line " + i + " of the load").isNotNull();
            }
            Thread.sleep(millis);
            process.destroyForcibly();
            assertThat(process.waitFor()).as("exit code of a killed process").isEqualTo(137);
        }
    }
}
