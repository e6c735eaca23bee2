package dev.copydesk.article.dump;

import java.util.ArrayList;
import java.util.List;

/**
 * How a dumper laid its lines out, told from the lines themselves: whether paragraphs are wrapped at a column, and
 * whether text is indented while headings are not.
 *
 * @param wrapColumn the widest line of wrapped text in columns, or 0 when a paragraph is one line
 * @param indentedText whether running text is indented, so that a line that is not is a heading
 */
record DumpLayout(int wrapColumn, boolean indentedText) {

    private static final int NARROWEST_WRAP = 50;
    private static final int WIDEST_WRAP = 132;
    private static final int VERY_LONG_LINE = 900;
    private static final int FEWEST_FULL_LINES = 5;
    private static final double MOST_LONGER = 0.02;
    private static final int NEAR_FULL = 14;

    static DumpLayout of(List<String> lines) {
        List<Integer> widths = new ArrayList<>();
        int indented = 0;
        int longest = 0;
        for (String line : lines) {
            int width = width(line);
            if (width > 0) {
                widths.add(width);
                longest = Math.max(longest, width);
                indented += line.startsWith("   ") ? 1 : 0;
            }
        }
        boolean indentedText = widths.size() > 4 && indented * 2 > widths.size();
        return new DumpLayout(wrapColumn(widths, longest), indentedText);
    }

    /** Whether a line goes on in the next one: the next one's first word would not have fitted behind it. */
    boolean continues(String line, String next) {
        int width = width(line);
        if (wrapColumn == 0) {
            return width > VERY_LONG_LINE && width < VERY_LONG_LINE + 100;
        }
        int first = 0;
        String following = next.strip();
        while (first < following.length() && !Character.isWhitespace(following.charAt(first))) {
            first++;
        }
        int word = width(following.substring(0, first));
        boolean ideographs = first > 0 && wide(following.codePointAt(0));
        return width + (ideographs ? 2 : 1 + word) > wrapColumn;
    }

    private static int wrapColumn(List<Integer> widths, int longest) {
        for (int column : new int[] {80, 72, 76, 78, 100, 120, 132, 64, 60}) {
            if (column < NARROWEST_WRAP || column > WIDEST_WRAP) {
                continue;
            }
            int longer = 0;
            int full = 0;
            int widest = 0;
            for (int width : widths) {
                widest = width <= column ? Math.max(widest, width) : widest;
                longer += width > column ? 1 : 0;
                full += width <= column && width > column - NEAR_FULL ? 1 : 0;
            }
            boolean fits = longest <= column || longer < MOST_LONGER * widths.size();
            if (fits && full >= FEWEST_FULL_LINES && full * 25 > widths.size()) {
                return widest;
            }
        }
        return 0;
    }

    /** Columns that a line fills on a terminal. */
    static int width(String line) {
        int width = 0;
        for (int at = 0; at < line.length(); ) {
            int c = line.codePointAt(at);
            width += wide(c) ? 2 : 1;
            at += Character.charCount(c);
        }
        return width;
    }

    private static boolean wide(int c) {
        return (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0xA4CF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFF00 && c <= 0xFF60);
    }
}
