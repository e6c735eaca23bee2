package dev.copydesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TextTaggingTest {

    private static List<JsonNode> tag(String text) throws IOException {
        StringWriter out = new StringWriter();
        new TextTagging(null, new PrintWriter(out)).tag(new BufferedReader(new StringReader(text)));
        return out.toString().lines().map(JsonMapper.shared()::readTree).toList();
    }

    @Test
    void printsAnObjectForEachParagraphInOrder() throws IOException {
        List<JsonNode> lines = tag("Marta Quill spoke in Oslo.\nIt rained.\n\n\nBashar Assad left.\n");

        assertThat(lines)
                .extracting(line -> line.get("text").asString())
                .containsExactly("Marta Quill spoke in Oslo.", "It rained.", "Bashar Assad left.");
        JsonNode first = lines.get(0).get("mentions").get(0);
        assertThat(first.get("start").asInt()).isZero();
        assertThat(first.get("end").asInt()).isEqualTo("Marta Quill".length());
        assertThat(first.get("surface").asString()).isEqualTo("Marta Quill");
        assertThat(first.get("type").asString()).isEqualTo("person");
        assertThat(first.get("entity").asString()).isEqualTo("Marta Quill");
        assertThat(lines.get(1).get("mentions")).isEmpty();
    }

    @Test
    void keepsTheOffsetsOfTextThatIsTokenisedByBlanks() throws IOException {
        JsonNode line = tag("Mr. Assad 's army left Oslo .").get(0);

        assertThat(line.get("mentions")
                        .valueStream()
                        .map(mention -> mention.get("surface").asString()))
                .containsExactly("Assad", "Oslo");
    }

    @Test
    void refusesAFileThatIsNotThere(@TempDir Path folder) throws Exception {
        CopydeskProcess copydesk = CopydeskProcess.with(Map.of());
        CopydeskProcess.Result missing =
                copydesk.run("entities", "tag", folder.resolve("none.txt").toString());
        CopydeskProcess.Result directory = copydesk.run("entities", "tag", folder.toString());

        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.err()).contains("cannot read the file").contains("none.txt");
        assertThat(directory.exitCode()).isEqualTo(2);
        assertThat(directory.out()).isEmpty();
    }
}
