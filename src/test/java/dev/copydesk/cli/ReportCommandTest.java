package dev.copydesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.copydesk.SampleWarehouse;
import dev.copydesk.cli.CopydeskProcess.Result;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("database")
class ReportCommandTest {

    @TempDir
    private Path folder;

    @Test
    void writesAPageOrPrintsJson() throws Exception {
        CopydeskProcess copydesk = CopydeskProcess.on(SampleWarehouse.shared());
        Path file = folder.resolve("first.html");

        Result first = copydesk.run("report", "1", "--output", file.toString());

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out()).contains("job execution 1 is in " + file);
        assertThat(folder.toFile().list()).containsExactly("first.html");
        Document page = Jsoup.parse(Files.readString(file));
        assertThat(page.select("#plot-documents-per-second .column")).isNotEmpty();
        assertThat(page.select("#sites").text()).contains("harbourtimes.example");
        assertThat(page.select("#slow tbody tr")).hasSize(20);

        JsonNode json = JsonMapper.builder()
                .build()
                .readTree(copydesk.run("report", "1", "--json").out());
        long read = json.get("read").asLong();
        assertThat(read).isPositive();
        assertThat(json.get("totals").get("documents_loaded").asLong()).isEqualTo(read);
        assertThat(sum(json.get("throughput"), "documents")).isEqualTo(read);
        assertThat(sum(json.get("sites"), "articles"))
                .isEqualTo(json.get("articles_new").asLong());
        assertThat(json.get("sites").get(0).get("paragraphs_per_article").asDouble())
                .isPositive();
    }

    @Test
    void anIdThatIsNoneIsRefused() throws Exception {
        Result unknown = CopydeskProcess.on(SampleWarehouse.shared()).run("report", "99");

        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.err()).contains("no job execution 99", "jobs list");
        assertThat(refusal("report", "last")).contains("'last' is not a long");
    }

    @Test
    void aPlaceThatCannotBeWrittenToIsRefusedBeforeAnythingElse() {
        assertThat(refusal("report", "--output", folder.resolve("no/where.html").toString()))
                .contains("does not exist");
        assertThat(refusal("report", "--output", folder.toString())).contains("is a folder");
    }

    private static String refusal(String... arguments) {
        StringWriter err = new StringWriter();
        assertThat(Copydesk.commandLine().setErr(new PrintWriter(err, true)).execute(arguments))
                .isEqualTo(2);
        return err.toString();
    }

    private static long sum(JsonNode rows, String name) {
        long sum = 0;
        for (JsonNode row : rows) {
            sum += row.get(name).asLong();
        }
        return sum;
    }
}
