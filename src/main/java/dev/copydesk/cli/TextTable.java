package dev.copydesk.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows as a table of aligned columns. The first rows set the widths; later ones are printed as they come, so that a result of
 * any size takes constant memory.
 */
final class TextTable {

    private static final int MEASURED = 500;

    private final PrintWriter out;
    private final List<String> header;
    private final int maxWidth;
    private final List<List<String>> measured = new ArrayList<>();
    private int @Nullable [] widths;

    /** {@code maxWidth}: code points at which a cell is cut. */
    TextTable(PrintWriter out, List<String> header, int maxWidth) {
        this.out = out;
        this.header = header;
        this.maxWidth = maxWidth;
    }

    /** Adds a row; null cells are empty. */
    void row(List<? extends @Nullable Object> cells) {
        List<String> texts = new ArrayList<>();
        for (Object cell : cells) {
            texts.add(cell == null ? "" : Printable.of(cell.toString(), maxWidth));
        }
        if (widths == null && measured.size() < MEASURED) {
            measured.add(texts);
        } else {
            flush();
            print(texts);
        }
    }

    /** Prints what is still held back. */
    void end() {
        flush();
    }

    private void flush() {
        if (widths != null) {
            return;
        }
        widths = new int[header.size()];
        measured.add(0, header);
        for (List<String> row : measured) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        measured.forEach(this::print);
        measured.clear();
    }

    private void print(List<String> row) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            line.append(row.get(i));
            if (i < row.size() - 1 && widths != null) {
                line.append(" ".repeat(Math.max(0, widths[i] - width(row.get(i))) + 2));
            }
        }
        out.println(line);
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
