package dev.copydesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.copydesk.TestDatabase;
import dev.copydesk.cli.CopydeskProcess.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("database")
class BackfillTest {

    @TempDir
    private Path folder;

    private TestDatabase database;
    private CopydeskProcess copydesk;

    @BeforeEach
    void install() throws Exception {
        database = TestDatabase.migrated();
        copydesk = CopydeskProcess.on(database).installedIn(folder);
        Files.createDirectories(folder.resolve("jobs"));
        Files.writeString(folder.resolve("jobs/daily.yml"), "input:\n  - " + folder + "/pages/{date}\n");
        page("2026-11-20", "estuary-bridge-vote.html");
        page("2026-11-22", "seagrass-atlas.html");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void aPeriodIsLoadedDateByDateAndWhatIsCompletedIsPassedOver() throws Exception {
        Result first = load("2026-11-20..2026-11-22");
        assertThat(first.exitCode()).as(first.err()).isEqualTo(2);
        assertThat(first.err()).contains("2026-11-21: ", "does not exist");
        assertThat(jobs()).extracting(one -> one.get("loaded").asInt()).containsExactly(1, 1);

        page("2026-11-21", "storm-odalys-live.html");
        page("2026-11-20", "tagus-ferries.xhtml");
        Result second = load("2026-11-20..2026-11-22");
        assertThat(second.exitCode()).as(second.err()).isZero();
        assertThat(second.out()).contains("completed for 2026-11-20", "completed for 2026-11-22", "--rerun");
        assertThat(jobs()).extracting(one -> one.get("loaded").asInt()).containsExactly(1, 1, 1);

        assertThat(load("2026-11-20", "--rerun").exitCode()).isZero();
        JsonNode latest = jobs().get(0);
        assertThat(latest.get("loaded").asInt()).isOne();
        assertThat(latest.get("unchanged").asInt()).isOne();

        assertPurged();
    }

    /** What is completed stays so when its job executions are gone. */
    private void assertPurged() throws Exception {
        assertThat(copydesk.run("jobs", "purge", "--older-than", "0min", "--dry-run")
                        .out())
                .contains("4 runs would be removed");
        assertThat(jobs()).hasSize(4);
        assertThat(copydesk.run("jobs", "purge", "--older-than", "0min").exitCode())
                .isZero();
        assertThat(jobs()).isEmpty();
        assertThat(load("2026-11-20").out()).contains("Nothing to do");
    }

    @Test
    void periodsThatAreNoneAreWrongUsage() throws Exception {
        assertThat(load("2026-11-22..2026-11-20").err()).contains("ends before it begins");
        assertThat(load("yesterday").exitCode()).isEqualTo(2);
        assertThat(copydesk.run("load", "--rerun", folder.toString()).exitCode())
                .isEqualTo(2);
    }

    private Result load(String dates, String... options) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("load", "--job", "daily", "--date", dates));
        arguments.addAll(List.of(options));
        return copydesk.run(arguments.toArray(String[]::new));
    }

    private List<JsonNode> jobs() throws Exception {
        return JsonMapper.builder()
                .build()
                .readTree(copydesk.run("jobs", "list", "--json").out())
                .valueStream()
                .toList();
    }

    private void page(String date, String sample) throws Exception {
        Path day = Files.createDirectories(folder.resolve("pages").resolve(date));
        Files.copy(Path.of("samples/html", sample), day.resolve(sample));
    }
}
