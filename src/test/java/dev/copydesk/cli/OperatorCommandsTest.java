package dev.copydesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.copydesk.TestDatabase;
import dev.copydesk.batch.ExitCode;
import dev.copydesk.batch.JobDefinition;
import dev.copydesk.batch.LoadContext;
import dev.copydesk.batch.LoadProgress;
import dev.copydesk.batch.LoadRequest;
import dev.copydesk.cli.CopydeskProcess.Result;
import dev.copydesk.warehouse.Schema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A night's work of an operator by scripts: a load that was stopped, then quarantine and retention. */
@Tag("database")
@TestMethodOrder(OrderAnnotation.class)
class OperatorCommandsTest {

    private static final String OLD =
            "<p>The council of Lindhaven said on Tuesday that the old harbour wall would be raised"
                    + " by half a metre, after two winters in which the sea had come over it.</p>";

    @TempDir
    private static Path folder;

    private static TestDatabase database;
    private static CopydeskProcess copydesk;

    @BeforeAll
    static void stopALoad() throws Exception {
        Path pages = Files.createDirectory(folder.resolve("pages"));
        Files.writeString(pages.resolve("old.html"), """
                <!DOCTYPE html><html lang="en"><head><title>Harbour wall</title>
                <meta property="article:published_time" content="2011-03-04T10:00:00Z">
                <link rel="canonical" href="https://a.example/wall"></head><body><article><h1>Harbour wall</h1>%s
                </article></body></html>""".formatted(OLD.repeat(5)));
        Files.writeString(pages.resolve("login.html"), "<html><body><form>Name <input></form></body></html>");
        Files.writeString(pages.resolve("empty.html"), "");
        database = TestDatabase.create();
        copydesk = CopydeskProcess.on(database);
        DriverManagerDataSource dataSource =
                new DriverManagerDataSource(database.url(), database.username(), database.password());
        new Schema(dataSource).migrate();
        try (LoadContext context = LoadContext.start(dataSource)) {
            LoadRequest request = new LoadRequest(
                    JobDefinition.of("load", List.of(pages.toString())),
                    null,
                    true,
                    new LoadProgress() {},
                    new AtomicBoolean(true));
            assertThat(context.launcher().load(request).exitCode()).isEqualTo(ExitCode.STOPPED);
        }
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    @Order(1)
    void restartPrintsTheNewJobExecutionAsAnArray() throws Exception {
        Result restart = copydesk.run("jobs", "restart", "1", "--json");

        assertThat(restart.exitCode()).as(restart.err()).isZero();
        JsonNode executions = json(restart.out());
        assertThat(executions.size()).isOne();
        assertThat(executions.get(0).propertyNames()).containsExactlyElementsOf(JobExecutions.COLUMNS);
        assertThat(executions.get(0).get("id").asInt()).isEqualTo(2);
        assertThat(executions.get(0).get("status").asString()).isEqualTo("COMPLETED");
        assertThat(executions.get(0).get("loaded").asInt()).isOne();
        assertThat(executions.get(0).get("quarantined").asInt()).isEqualTo(2);
    }

    @Test
    @Order(2)
    void watchEndsWithTheJobExecution() throws Exception {
        Result watch = copydesk.run("jobs", "watch", "2", "--json");

        assertThat(watch.exitCode()).as(watch.err()).isZero();
        assertThat(watch.out()).hasLineCount(1);
        JsonNode line = json(watch.out());
        assertThat(line.get("status").asString()).isEqualTo("COMPLETED");
        assertThat(line.get("files_left").asInt()).isZero();
        assertThat(line.get("read").asInt()).isEqualTo(3);
    }

    @Test
    @Order(2)
    void exportedQuarantineIsListedAndStandsInTheFolder() throws Exception {
        Path held = folder.resolve("held");

        Result export = copydesk.run("quarantine", "export", "--all", "--to", held.toString(), "--json");

        assertThat(export.exitCode()).as(export.err()).isZero();
        JsonNode actions = json(export.out());
        assertThat(actions.size()).isEqualTo(2);
        for (JsonNode action : actions) {
            boolean exported = action.get("status").asString().equals("exported");
            assertThat(exported)
                    .isEqualTo(action.get("status_before").asString().equals("NO_ARTICLE_TEXT"));
            assertThat(Files.exists(held.resolve(action.get("id").asString() + ".html")))
                    .isEqualTo(exported);
        }
    }

    @Test
    @Order(2)
    void expireShowsInADryRunWhatItThenDeletes() throws Exception {
        Result dryRun = copydesk.run("articles", "expire", "--older-than", "5y", "--dry-run");
        Result expired = copydesk.run("articles", "expire", "--older-than", "5y", "--json");

        assertThat(dryRun.out()).contains("a.example", "dry run, nothing deleted");
        JsonNode sites = json(expired.out());
        assertThat(sites.size()).isOne();
        assertThat(sites.get(0).get("site").asString()).isEqualTo("a.example");
        assertThat(sites.get(0).get("articles").asInt()).isOne();
    }

    private static JsonNode json(String text) {
        return JsonMapper.builder().build().readTree(text);
    }
}
