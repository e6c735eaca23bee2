package dev.copydesk.article.dump;

import dev.copydesk.article.Paragraph;
import dev.copydesk.article.Paragraph.Kind;
import dev.copydesk.article.dump.TitleFinder.Title;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the paragraphs out of the stretch of lines that holds the article. */
final class BodyLines {

    private static final int LONGEST_HEADING_WORDS = 16;
    private static final int QUOTE_INDENT = 5;

    private final List<TextLine> lines;
    private final DumpLayout layout;
    private final List<Paragraph> paragraphs = new ArrayList<>();

    private BodyLines(DumpPage page, int from, int to) {
        this.lines = page.lines().subList(from, to);
        this.layout = page.layout();
    }

    static List<Paragraph> of(DumpPage page, int from, int to, ArticleHead head, @Nullable Title title) {
        BodyLines body = new BodyLines(page, from, to);
        String headline = title == null ? "" : TextLine.plain(title.text());
        for (int i = 0; i < body.lines.size(); i++) {
            TextLine line = body.lines.get(i);
            boolean inHead = from + i < head.textFrom()
                    && (BylineLines.only(line) || head.captions().contains(line.text()) || head.datelineIs(line));
            if (!inHead && !line.plain().equals(headline)) {
                body.take(i);
            }
        }
        return body.paragraphs;
    }

    private void take(int at) {
        TextLine line = lines.get(at);
        if (dropped(line)) {
            return;
        }
        if (Credits.caption(line)) {
            paragraphs.add(new Paragraph(Kind.CAPTION, line.text()));
        } else if (line.line().bullet()) {
            if (line.paragraph() || line.sentence() || listOfText(at)) {
                paragraphs.add(new Paragraph(Kind.LIST_ITEM, line.text()));
            }
        } else if (line.paragraph() || line.sentence()) {
            boolean quoted = layout.indentedText() && line.line().indent() >= QUOTE_INDENT;
            paragraphs.add(new Paragraph(quoted ? Kind.QUOTE : Kind.BODY, line.text()));
        } else if (heading(at)) {
            paragraphs.add(new Paragraph(Kind.HEADING, line.text()));
        } else if (shortText(at)) {
            paragraphs.add(new Paragraph(Kind.BODY, line.text()));
        }
    }

    private static boolean dropped(TextLine line) {
        return line.words() == 0
                || Boilerplate.notice(line.plain())
                || Boilerplate.junk(line.plain(), line.words())
                || Boilerplate.headsRelated(line.plain(), line.words())
                || (line.repeats() > 1 && line.words() > 3 && !line.paragraph())
                || (line.repeats() > 2 && line.words() > 3);
    }

    /** Whether a bullet belongs to a list between paragraphs rather than to a menu. */
    private boolean listOfText(int at) {
        int before = at;
        while (before >= 0 && lines.get(before).line().bullet()) {
            before--;
        }
        return before >= 0
                && (lines.get(before).paragraph() || lines.get(before).sentence());
    }

    private boolean heading(int at) {
        TextLine line = lines.get(at);
        if (line.words() > LONGEST_HEADING_WORDS || at + 1 >= lines.size()) {
            return false;
        }
        TextLine next = lines.get(at + 1);
        boolean setApart =
                layout.indentedText() ? line.line().indent() == 0 : line.line().blanksBefore() > 0;
        return setApart && (next.paragraph() || next.sentence() || next.line().bullet());
    }

    /** A line without a full stop between paragraphs and not set apart from both. */
    private boolean shortText(int at) {
        TextLine line = lines.get(at);
        boolean after =
                at > 0 && (lines.get(at - 1).paragraph() || lines.get(at - 1).sentence());
        boolean before = at + 1 < lines.size()
                && (lines.get(at + 1).paragraph() || lines.get(at + 1).sentence());
        return (after && before && line.words() >= 2) || (line.words() >= 12 && (after || before));
    }
}
