package dev.copydesk.article.dump;

import java.util.ArrayList;
import java.util.List;

/** Turns the text of a dump into lines as the page had them. */
final class DumpLines {

    private static final String BULLETS = "*+•□☆○■◦▪‣·●–";
    private static final int MOST_LINES = 200_000;
    private static final int LONGEST_PLACEHOLDER = 200;

    private final List<DumpLine> lines = new ArrayList<>();
    private final DumpLayout layout;
    private int blanks;
    private boolean picture;

    private DumpLines(DumpLayout layout) {
        this.layout = layout;
    }

    static DumpLines of(String text) {
        List<String> raw = raw(text);
        DumpLines result = new DumpLines(DumpLayout.of(raw));
        for (int i = 0; i < raw.size(); ) {
            i = result.take(raw, i);
        }
        return result;
    }

    List<DumpLine> all() {
        return lines;
    }

    DumpLayout layout() {
        return layout;
    }

    private static List<String> raw(String text) {
        List<String> raw = new ArrayList<>();
        int start = 0;
        while (start <= text.length() && raw.size() < MOST_LINES) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            raw.add(text.substring(start, end).stripTrailing());
            start = end + 1;
        }
        return raw;
    }

    /** Takes one line with those that continue it; returns where the next one starts. */
    private int take(List<String> raw, int at) {
        String line = raw.get(at);
        int indent = indent(line);
        if (indent == line.length()) {
            blanks++;
            return at + 1;
        }
        boolean bullet = bullet(line, indent);
        int textColumn = bullet ? afterBullet(line, indent) : indent;
        StringBuilder joined = new StringBuilder(line.substring(Math.min(textColumn, line.length())));
        int next = at + 1;
        String last = line;
        while (next < raw.size() && goesOn(last, raw.get(next), textColumn)) {
            last = raw.get(next);
            joined.append(joinsWithoutSpace(joined, last) ? "" : " ").append(last.strip());
            next++;
        }
        add(joined.toString(), indent, bullet);
        return next;
    }

    private boolean goesOn(String line, String next, int textColumn) {
        int indent = indent(next);
        return indent < next.length()
                && !bullet(next, indent)
                && Math.abs(indent - textColumn) <= 1
                && layout.continues(line, next);
    }

    private void add(String joined, int indent, boolean bullet) {
        String text = Placeholders.without(fold(joined));
        if (text.isEmpty()) {
            picture |= joined.length() < LONGEST_PLACEHOLDER && Placeholders.picture(joined);
            blanks += bullet ? 0 : 1;
            return;
        }
        lines.add(new DumpLine(text, indent, bullet, blanks, picture || Placeholders.picture(joined)));
        blanks = 0;
        picture = false;
    }

    /** Single spaces for white space; the escapes {@code \'} and {@code \"} that some sites print are undone. */
    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                space = folded.length() > 0;
                continue;
            }
            boolean escape = c == '\\' && i + 1 < text.length() && "'\"’“”".indexOf(text.charAt(i + 1)) >= 0;
            if (escape || c == '\u200B' || c == '\uFEFF' || c == '\u00AD') {
                continue;
            }
            if (space) {
                folded.append(' ');
                space = false;
            }
            folded.append(c);
        }
        return folded.toString();
    }

    private static int indent(String line) {
        int at = 0;
        while (at < line.length() && (Character.isWhitespace(line.charAt(at)) || line.charAt(at) == '\u00A0')) {
            at++;
        }
        return at;
    }

    private static boolean bullet(String line, int indent) {
        return indent < line.length()
                && BULLETS.indexOf(line.charAt(indent)) >= 0
                && (indent + 1 == line.length() || Character.isWhitespace(line.charAt(indent + 1)));
    }

    private static int afterBullet(String line, int indent) {
        int at = indent + 1;
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean joinsWithoutSpace(StringBuilder before, String after) {
        if (before.isEmpty()) {
            return true; // the line was nothing but a bullet
        }
        char last = before.charAt(before.length() - 1);
        return Character.isIdeographic(last) || (last >= 0x3000 && last <= 0x30FF && !after.isBlank());
    }
}
