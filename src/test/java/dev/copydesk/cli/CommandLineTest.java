package dev.copydesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.copydesk.TestDatabase;
import dev.copydesk.cli.CopydeskProcess.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("database")
class CommandLineTest {

    private static final String PARAGRAPH =
            "<p>The council of Lindhaven said on Tuesday that the old harbour wall would be raised by half a metre,"
                    + " after two winters in which the sea had come over it and flooded the fish market.</p>";

    @TempDir
    private Path folder;

    private TestDatabase database;
    private CopydeskProcess copydesk;

    @BeforeEach
    void open() {
        database = TestDatabase.migrated();
        copydesk = CopydeskProcess.on(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void helpNamesTheCommandsAndExitCodes() throws Exception {
        Result help = copydesk.run("--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out())
                .contains("load", "extract", "sql", "jobs", "quarantine", "db", "Exit codes", "COPYDESK_HOME");
        assertThat(help.out()).doesNotContain("training-run");
    }

    @Test
    void wrongUsageIsExitCode2() throws Exception {
        assertThat(copydesk.run("lod", "samples").exitCode()).isEqualTo(2);
        assertThat(copydesk.run("load").exitCode()).isEqualTo(2);
        assertThat(copydesk.run("load", "--chunk-size", "0", "samples").exitCode())
                .isEqualTo(2);
        assertThat(copydesk.run("load", "--date", "2026-11-20", "samples").exitCode())
                .isEqualTo(2);
        Result missing = copydesk.run("load", folder.resolve("nowhere").toString());
        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.err()).contains("nowhere does not exist").hasLineCount(1);
    }

    @Test
    void loadsTheSamplesIntoAnEmptyDatabaseSaysHowToLookAtThemAndHasNothingToDoThen() throws Exception {
        database.close();
        database = TestDatabase.create();
        copydesk = CopydeskProcess.on(database);
        Result first = copydesk.run("load", "samples");

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out()).contains("articles", "paragraphs", "mentions", "related links", "copydesk sql");
        assertThat(first.out()).contains("+ 0 quarantined");
        Result count = copydesk.run("sql", "--json", "select count(*) as articles from warehouse.article");
        assertThat(json(count.out()).get(0).get("articles").asInt()).isGreaterThanOrEqualTo(19);

        Result second = copydesk.run("load", "samples");

        assertThat(second.exitCode()).isZero();
        assertThat(second.out()).contains("Nothing new to load");
        JsonNode jobs = json(copydesk.run("jobs", "list", "--json").out());
        assertThat(jobs.size()).isEqualTo(2);
        assertThat(jobs.get(0).propertyNames())
                .containsExactly(
                        "id",
                        "job",
                        "status",
                        "started_at",
                        "ended_at",
                        "files",
                        "read",
                        "loaded",
                        "unchanged",
                        "filtered",
                        "quarantined",
                        "exit_code");
        assertThat(jobs.get(0).get("unchanged").asInt())
                .isEqualTo(jobs.get(1).get("read").asInt());
    }

    @Test
    void anEmptyFolderFailsWithOneClearMessage() throws Exception {
        Result result = copydesk.run("load", folder.toString());

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("no page to load in " + folder).doesNotContain("\tat ", "Exception");
    }

    @Test
    void strictTellsOfQuarantineByItsExitCode() throws Exception {
        Files.writeString(folder.resolve("empty.html"), "");
        page("good.html", "Harbour wall to be raised");

        Result result = copydesk.run("load", "--strict", folder.toString());

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.out()).contains("1 EMPTY", "copydesk quarantine list");
        JsonNode list = json(copydesk.run("quarantine", "list", "--json").out());
        assertThat(list.get(0).get("code").asString()).isEqualTo("EMPTY");
        Result show = copydesk.run("quarantine", "show", list.get(0).get("id").asString());
        assertThat(show.out()).contains("EMPTY", "empty.html");
        assertThat(copydesk.run("quarantine", "show", "999").exitCode()).isEqualTo(1);
    }

    @Test
    void nothingFromAPageSteersTheTerminal() throws Exception {
        page("a.html", "Harbour &#27;]0;owned&#7; wall &#8238;desrever");

        copydesk.run("load", folder.toString());
        Result sql = copydesk.run("sql", "select title from warehouse.article");
        Result extract = copydesk.run("extract", folder.toString());

        assertThat(sql.out()).contains("Harbour").doesNotContain("\u001b", "\u0007", "\u202e");
        assertThat(extract.out()).contains("Harbour").doesNotContain("\u001b", "\u0007", "\u202e");
    }

    @Test
    void sqlOnlyReads() throws Exception {
        page("a.html", "Harbour wall to be raised");
        copydesk.run("load", folder.toString());

        assertThat(copydesk.run("sql", "delete from warehouse.article").exitCode())
                .isEqualTo(2);
        assertThat(copydesk.run("sql", "with gone as (delete from warehouse.article returning 1) select * from gone")
                        .exitCode())
                .isEqualTo(2);
        assertThat(copydesk.run("sql", "select nonsense").exitCode()).isEqualTo(2);

        Result csv = copydesk.run("sql", "--csv", "select count(*) as n from warehouse.article");
        assertThat(csv.out()).isEqualTo("n\r\n1\r\n");
    }

    @Test
    void sqlRunsOneStatementAndSaysSo() throws Exception {
        Result several = copydesk.run("sql", "commit; drop table warehouse.article cascade");
        assertThat(several.exitCode()).as(several.err()).isEqualTo(2);
        assertThat(several.err()).contains("give one statement").hasLineCount(1);

        Result rowless = copydesk.run("sql", "do $$ begin drop table warehouse.article cascade; end $$");
        assertThat(rowless.exitCode()).isEqualTo(2);
        assertThat(rowless.err()).contains("returns no rows and was not run").hasLineCount(1);

        assertThat(copydesk.run("sql", "--csv", "select count(*) from warehouse.article")
                        .out())
                .isEqualTo("count\r\n0\r\n");
    }

    @Test
    void aPageThatTakesLongerThanItMayIsQuarantinedAndWhatIsNoTimeIsRefused() throws Exception {
        page("a.html", "Harbour wall to be raised");
        Files.writeString(
                folder.resolve("slow.html"),
                "<title>Slow</title><article>" + "<p>The harbour wall is to be raised again.".repeat(5_000));

        Result slow = copydesk.run(
                "extract",
                "--format",
                "json",
                "--max-document-time",
                "1ms",
                folder.resolve("slow.html").toString());
        assertThat(json(slow.out()).get("reason").asString()).isEqualTo("TOO_SLOW");
        Result soon = copydesk.run("load", "--max-document-time", "soon", folder.toString());
        assertThat(soon.exitCode()).isEqualTo(2);
        assertThat(soon.err()).contains("'soon' is no time such as 60s").hasLineCount(1);
    }

    @Test
    void aDatabaseThatCannotBeReachedIsSaidInOneLine() throws Exception {
        CopydeskProcess nowhere = CopydeskProcess.with(Map.of(
                "SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:1/news?connectTimeout=2",
                "SPRING_DATASOURCE_USERNAME", "nobody",
                "SPRING_DATASOURCE_PASSWORD", "secret"));
        page("a.html", "Harbour wall to be raised");

        Result result = nowhere.run("load", folder.toString());

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err())
                .contains("127.0.0.1:1")
                .doesNotContain("secret", "\tat ")
                .hasLineCount(1);
    }

    @Test
    void readingCommandsSayWhenNothingWasEverLoaded() throws Exception {
        try (TestDatabase empty = TestDatabase.create()) {
            Result result = CopydeskProcess.on(empty).run("sql", "select 1");

            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.err()).contains("copydesk load");
        }
    }

    @Test
    void jobDefinitionsThatDoNotFitAreWrongUsage() throws Exception {
        Result unknown = copydesk.run("load", "--job", "weekly");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("weekly.yml");
        Result withoutDate = copydesk.run("load", "--job", "nightly");
        assertThat(withoutDate.exitCode()).isEqualTo(2);
        assertThat(withoutDate.err()).contains("--date");
    }

    @Test
    void aJobThatCameToItsEndHasNothingToRestartRecoverOrStop() throws Exception {
        page("a.html", "Harbour wall to be raised");
        copydesk.run("load", folder.toString());

        assertThat(copydesk.run("jobs", "restart", "1").exitCode()).isEqualTo(2);
        assertThat(copydesk.run("jobs", "recover", "1").out()).contains("there is nothing to recover");
        assertThat(copydesk.run("jobs", "stop", "1").exitCode()).isEqualTo(1);
        assertThat(copydesk.run("jobs", "show", "1").out()).contains("COMPLETED", folder.toString());
        assertThat(copydesk.run("jobs", "show", "99").exitCode()).isEqualTo(1);
    }

    @Test
    void aTakedownIsOnRecordAndCanBeUndone() throws Exception {
        String url = "https://a.example/wall";
        Files.writeString(folder.resolve("manifest.jsonl"), "{\"file\": \"a.html\", \"url\": \"" + url + "\"}\n");
        page("a.html", "Harbour wall to be raised");
        copydesk.run("load", folder.toString());

        assertThat(copydesk.run("articles", "remove", "no-url", "--reason", "x").exitCode())
                .isEqualTo(2);
        assertThat(copydesk.run("articles", "expire", "--older-than", "0d").exitCode())
                .isEqualTo(2);
        Result removed = copydesk.run("articles", "remove", url + "?utm_source=x", "--reason", "asked\u001b[2J for");
        assertThat(removed.exitCode()).as(removed.err()).isZero();
        assertThat(removed.out()).contains("removed", url);
        JsonNode list = json(copydesk.run("articles", "removed", "--json").out());
        assertThat(list.get(0).get("article_key").asString()).isEqualTo(url);
        assertThat(copydesk.run("articles", "removed").out()).contains("for").doesNotContain("\u001b");
        assertThat(copydesk.run("articles", "restore", url).out()).contains("load " + folder.resolve("a.html"));
        assertThat(copydesk.run("articles", "restore", url).exitCode()).isEqualTo(1);
    }

    private void page(String name, String title) throws Exception {
        Files.writeString(
                folder.resolve(name),
                "<!DOCTYPE html><html lang=\"en\"><head><title>" + title + "</title></head><body><article><h1>" + title
                        + "</h1>" + PARAGRAPH.repeat(5) + "</article></body></html>");
    }

    private static JsonNode json(String text) {
        return JsonMapper.builder().build().readTree(text);
    }
}
