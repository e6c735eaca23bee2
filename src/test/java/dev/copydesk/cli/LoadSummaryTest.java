package dev.copydesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.copydesk.SampleCopies;
import dev.copydesk.TestDatabase;
import dev.copydesk.batch.JobDefinition;
import dev.copydesk.batch.LoadContext;
import dev.copydesk.batch.LoadProgress;
import dev.copydesk.batch.LoadRequest;
import dev.copydesk.batch.LoadResult;
import dev.copydesk.warehouse.Schema;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import picocli.CommandLine;

/** The summary tells what a load did in all, also where others had their hands in it. */
@Tag("database")
class LoadSummaryTest {

    private static final int PAGES = 12;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private static TestDatabase database;
    private static JdbcTemplate jdbc;
    private static LoadContext context;

    @BeforeEach
    void write() throws Exception {
        SampleCopies.write(folder, PAGES);
    }

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        DriverManagerDataSource dataSource =
                new DriverManagerDataSource(database.url(), database.username(), database.password());
        new Schema(dataSource).migrate();
        jdbc = new JdbcTemplate(dataSource);
        context = LoadContext.start(dataSource);
    }

    @AfterAll
    static void close() {
        context.close();
        database.close();
    }

    @Test
    void afterAnOutageItCountsWhatAllAttemptsLoaded() throws Exception {
        String summary =
                summaryOfALoadDisturbed(() -> jdbc.queryForList("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid()"));

        assertThat(summary).contains("in 2 attempts, as the database went away");
        assertThat(summary)
                .containsPattern("files +12\n")
                .contains("12 read = ")
                .doesNotContain("taken over");
    }

    @Test
    void filesThatAnotherRunTookOverAreNotPassedOverInSilence() throws Exception {
        String summary = summaryOfALoadDisturbed(() -> load(definition("other"), new LoadProgress() {}));

        assertThat(summary).containsPattern("files +4\n");
        assertThat(summary).contains("8 files were found by another run as well, which loads them", "jobs list");
    }

    /** What another does to the load after its first chunk. */
    private interface Disturbance extends Runnable {
        void happen() throws Exception;

        @Override
        default void run() {
            try {
                happen();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private String summaryOfALoadDisturbed(Disturbance disturbance) throws Exception {
        CommandLine command = Copydesk.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(new StringWriter(), true));
        AtomicBoolean happened = new AtomicBoolean();
        try (ProgressDisplay progress = ProgressDisplay.on(command.getErr())) {
            LoadResult result = load(definition("load"), new LoadProgress() {
                @Override
                public void discovered(long files, long bytes) {
                    progress.discovered(files, bytes);
                }

                @Override
                public void loaded(long files, long bytes) {
                    progress.loaded(files, bytes);
                    if (happened.compareAndSet(false, true)) {
                        // In a thread of its own: the load's transaction has only just ended.
                        CompletableFuture.runAsync(disturbance).join();
                    }
                }
            });
            assertThat(new LoadSummary(jdbc, command).print(result, progress, new LoadSummary.Options(false, false)))
                    .isZero();
        }
        return out.toString();
    }

    private LoadResult load(JobDefinition definition, LoadProgress progress) throws Exception {
        return context.launcher().load(new LoadRequest(definition, null, true, progress, new AtomicBoolean()));
    }

    private JobDefinition definition(String name) {
        return JobDefinition.of(name, List.of(folder.toString())).withChunks(4, 1);
    }
}
