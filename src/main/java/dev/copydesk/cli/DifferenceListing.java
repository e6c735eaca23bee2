package dev.copydesk.cli;

import dev.copydesk.batch.Reextraction;
import dev.copydesk.document.SourceFile;
import dev.copydesk.warehouse.DocumentChange;
import dev.copydesk.warehouse.FieldChange;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Prints what a re-extraction changes: for people as lines that go (-) and come (+) under each document, for programs as a flat
 * object for each field of a document.
 */
final class DifferenceListing implements Reextraction.Listener {

    private static final List<String> NAMES =
            List.of("source", "offset", "article_key", "change", "detail", "field", "removed", "added");

    private final PrintWriter out;
    private final @Nullable JsonRows rows;
    private final boolean everyLine;

    /** With {@code everyLine} people see each value, else one line for a document. */
    DifferenceListing(PrintWriter out, boolean json, boolean everyLine) {
        this.out = out;
        this.rows = json ? new JsonRows(out) : null;
        this.everyLine = everyLine;
    }

    @Override
    public void changed(SourceFile file, DocumentChange change) {
        if (rows == null) {
            print(file, change);
            return;
        }
        if (change.fields().isEmpty()) {
            rows.row(NAMES, values(file, change, null, null, null));
        }
        for (FieldChange field : change.fields()) {
            rows.row(NAMES, values(file, change, field.field(), joined(field.removed()), joined(field.added())));
        }
    }

    @Override
    public void unavailable(SourceFile file) {
        String path = file.location().toString();
        if (rows == null) {
            out.println("unavailable  " + Printable.of(path) + "  gone or changed since it was loaded");
        } else {
            rows.row(NAMES, Arrays.asList(path, null, null, "unavailable", null, null, null, null));
        }
    }

    void end() {
        if (rows != null) {
            rows.end();
        }
    }

    private void print(SourceFile file, DocumentChange change) {
        String article = change.article();
        String detail = change.detail();
        out.println(label(change.kind()) + "  "
                + Printable.of(article == null ? file.location().toString() : article)
                + (detail == null ? "" : "  " + Printable.of(detail)));
        if (article != null) {
            out.println("    " + Printable.of(file.location().toString()) + " offset " + change.offset());
        }
        for (FieldChange field : change.fields()) {
            if (!everyLine) {
                out.println("    " + field.field() + " -" + field.removed().size() + " +"
                        + field.added().size());
                continue;
            }
            out.println("    " + field.field()
                    + (field.removed().isEmpty() && field.added().isEmpty() ? ": another order" : ""));
            field.removed().forEach(value -> out.println("    - " + Printable.of(value)));
            field.added().forEach(value -> out.println("    + " + Printable.of(value)));
        }
    }

    private static String label(DocumentChange.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static List<@Nullable Object> values(
            SourceFile file,
            DocumentChange change,
            @Nullable String field,
            @Nullable String removed,
            @Nullable String added) {
        return Arrays.asList(
                file.location().toString(),
                change.offset(),
                change.article(),
                change.kind().name().toLowerCase(Locale.ROOT),
                change.detail(),
                field,
                removed,
                added);
    }

    private static @Nullable String joined(List<String> values) {
        return values.isEmpty() ? null : String.join("\n", values);
    }
}
