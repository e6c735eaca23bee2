package dev.copydesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.copydesk.hostile.HostileInput;
import dev.copydesk.hostile.HostileInputs;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class HostileInputTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    static List<HostileInput> inputs() {
        return HostileInputs.all();
    }

    @Test
    void everyInputHasANameOfItsOwn() {
        Set<String> names = new HashSet<>();
        inputs().forEach(input ->
                assertThat(names.add(input.file())).as(input.file()).isTrue());
        assertThat(names).hasSizeGreaterThan(60);
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void comesToWhatIsExpected(HostileInput input) throws Exception {
        Path file = folder.resolve(input.file());
        input.writer().write(file);

        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine =
                Copydesk.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int exitCode = commandLine.execute("extract", "--format", "json", file.toString());
        Files.delete(file);

        assertThat(exitCode).as(err.toString()).isZero();
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0)).doesNotContainPattern("\\p{Cntrl}");
        ObjectNode json = (ObjectNode) JSON.readTree(lines.get(0));
        json.remove("source"); // the name of the file, which is what it is
        assertThat(json.toString()).doesNotContainPattern("\\\\u00[01]");
        String status = json.path("status").asString();
        if (input.outcome().status() == null) {
            assertThat(status).isIn("article", "quarantined");
        } else {
            assertThat(status)
                    .as(json.path("reason").asString(""))
                    .isEqualTo(input.outcome().status());
        }
        if (input.outcome().code() != null) {
            assertThat(json.path("reason").asString()).isEqualTo(input.outcome().code());
        }
        if (status.equals("article")) {
            input.outcome().effect().accept(json);
        }
    }
}
