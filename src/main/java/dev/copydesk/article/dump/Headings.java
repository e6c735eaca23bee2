package dev.copydesk.article.dump;

import java.util.List;

/** Tells headings inside the text from other short lines. */
final class Headings {

    private static final int MOST_WORDS = 16;

    private Headings() {}

    /** Whether a short line stands right above running text; its words may stand in a table of contents too. */
    static boolean above(List<TextLine> lines, int at) {
        TextLine line = lines.get(at);
        return at + 1 < lines.size()
                && line.words() <= MOST_WORDS
                && !line.paragraph()
                && !line.line().bullet()
                && lines.get(at + 1).paragraph();
    }

    /** Whether a short line is set apart as a heading: not indented where text is, else behind a blank line. */
    static boolean apart(List<TextLine> lines, int at, DumpLayout layout) {
        TextLine line = lines.get(at);
        if (line.words() > MOST_WORDS || at + 1 >= lines.size()) {
            return false;
        }
        TextLine next = lines.get(at + 1);
        boolean apart =
                layout.indentedText() ? line.line().indent() == 0 : line.line().blanksBefore() > 0;
        return apart && (next.paragraph() || next.sentence() || next.line().bullet());
    }

    /** Whether a line without a full stop still belongs to the paragraphs right above it, as a cut last one does. */
    static boolean closesText(List<TextLine> lines, int at) {
        TextLine line = lines.get(at);
        boolean fluent = line.functionWords() < 0 || line.functionWords() >= 0.2;
        return at > 0
                && fluent
                && line.words() >= 12
                && !line.line().bullet()
                && line.line().blanksBefore() == 0
                && lines.get(at - 1).paragraph();
    }
}
