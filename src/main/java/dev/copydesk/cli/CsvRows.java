package dev.copydesk.cli;

import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Comma-separated values after RFC 4180, an empty field for null. */
final class CsvRows {

    private CsvRows() {}

    /** Prints one line; null is an empty field, an empty text a quoted one. */
    static void line(PrintWriter out, List<? extends @Nullable Object> values) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                line.append(',');
            }
            Object value = values.get(i);
            line.append(value == null ? "" : field(value.toString()));
        }
        out.print(line.append("\r\n"));
    }

    private static String field(String text) {
        boolean quoted = text.isEmpty()
                || text.indexOf(',') >= 0
                || text.indexOf('"') >= 0
                || text.indexOf('\n') >= 0
                || text.indexOf('\r') >= 0;
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
