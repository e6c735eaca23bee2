package dev.copydesk.cli;

import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that a list command prints, as a table or as a JSON array of flat objects. */
final class Listing {

    private Listing() {}

    static void print(
            PrintWriter out, boolean json, List<String> names, List<? extends List<? extends @Nullable Object>> rows) {
        if (json) {
            JsonRows printed = new JsonRows(out);
            rows.forEach(row -> printed.row(names, row));
            printed.end();
        } else if (rows.isEmpty()) {
            out.println("none");
        } else {
            TextTable table = new TextTable(out, names, 80);
            rows.forEach(table::row);
            table.end();
        }
    }
}
