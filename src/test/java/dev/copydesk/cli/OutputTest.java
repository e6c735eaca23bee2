package dev.copydesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class OutputTest {

    @Test
    void aTableHasAlignedColumns() {
        assertThat(printed(out -> {
                    TextTable table = new TextTable(out, List.of("id", "title"), 10);
                    table.row(List.of(1, "a"));
                    table.row(Arrays.asList(200, null));
                    table.row(List.of(3, "much too long a title"));
                    table.end();
                }))
                .isEqualTo("""
                        id   title
                        1    a
                        200\s\s
                        3    much too …
                        """);
    }

    @Test
    void aTableOfManyRowsIsPrintedWhole() {
        assertThat(printed(out -> {
                    TextTable table = new TextTable(out, List.of("n"), 10);
                    for (int i = 0; i < 2_000; i++) {
                        table.row(List.of(i));
                    }
                    table.end();
                }))
                .hasLineCount(2_001)
                .endsWith("1999\n");
    }

    @Test
    void csvQuotesWhatMustBeQuoted() {
        assertThat(printed(out -> CsvRows.line(out, Arrays.asList("a,b", "say \"hi\"", "two\nlines", null, "", 5))))
                .isEqualTo("\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",,\"\",5\r\n");
    }

    @Test
    void jsonIsAnArrayAlsoWhenEmpty() {
        assertThat(printed(out -> new JsonRows(out).end())).isEqualTo("[]\n");
        assertThat(printed(out -> {
                    JsonRows rows = new JsonRows(out);
                    rows.row(List.of("a", "b"), Arrays.asList(1, null));
                    rows.row(List.of("a", "b"), Arrays.asList("\u001b", true));
                    rows.end();
                }))
                .isEqualTo("[{\"a\":1,\"b\":null},\n {\"a\":\"\\u001B\",\"b\":true}]\n");
    }

    private static String printed(Consumer<PrintWriter> print) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        print.accept(out);
        out.flush();
        return text.toString();
    }
}
