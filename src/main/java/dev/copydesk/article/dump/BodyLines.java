package dev.copydesk.article.dump;

import dev.copydesk.article.Paragraph;
import dev.copydesk.article.Paragraph.Kind;
import dev.copydesk.article.dump.TitleFinder.Title;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the paragraphs out of the stretch of lines that holds the article. */
final class BodyLines {

    private static final int QUOTE_INDENT = 5;
    private static final int LONGEST_LONE_DATE = 6;
    private static final int LONGEST_MENU = 4;
    private static final int LONGEST_LIST = 60;
    private static final int FAR = 6;

    private final List<TextLine> lines;
    private final DumpLayout layout;
    private final List<Paragraph> paragraphs = new ArrayList<>();
    private boolean amongLinks;

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
        amongLinks = !line.paragraph() && (amongLinks || Boilerplate.headsRelated(line.plain(), line.words()));
        if (dropped(at)) {
            return;
        }
        Kind kind = kind(at);
        if (kind != null) {
            paragraphs.add(new Paragraph(kind, line.text()));
        }
    }

    /** What a line is, or null when it is no part of the article. */
    private @Nullable Kind kind(int at) {
        TextLine line = lines.get(at);
        if (Credits.caption(line)) {
            return Kind.CAPTION;
        }
        if (line.line().bullet()) {
            return line.paragraph() || line.sentence() || listOfText(at) ? Kind.LIST_ITEM : null;
        }
        if (line.paragraph() || line.sentence() || Headings.closesText(lines, at)) {
            boolean quoted = layout.indentedText() && line.line().indent() >= QUOTE_INDENT;
            return quoted ? Kind.QUOTE : Kind.BODY;
        }
        if (Headings.apart(lines, at, layout)) {
            return Kind.HEADING;
        }
        return nearText(at) ? Kind.BODY : null;
    }

    private boolean dropped(int at) {
        TextLine line = lines.get(at);
        boolean again = line.repeats() > 1 && line.words() > 3 && !Headings.above(lines, at);
        return line.words() == 0
                || amongLinks
                || (line.words() <= LONGEST_LONE_DATE && !line.ended() && line.dated())
                || Boilerplate.notice(line.plain())
                || Boilerplate.junk(line.plain(), line.words())
                || Boilerplate.ends(line.plain(), line.words())
                || (again && (!line.paragraph() || line.repeats() > 2));
    }

    /** Whether a bullet belongs to a list below text rather than to a menu. */
    private boolean listOfText(int at) {
        int before = at;
        while (before >= 0
                && at - before <= LONGEST_LIST
                && lines.get(before).line().bullet()) {
            before--;
        }
        if (before < 0) {
            return false;
        }
        TextLine lead = lines.get(before);
        boolean led = lead.paragraph()
                || lead.sentence()
                || lead.text().endsWith(":")
                || Headings.apart(lines, before, layout);
        return led && (lines.get(at).words() > 1 || at - before <= LONGEST_MENU);
    }

    /** A line without a full stop, such as a cell of a table, that has running text close by on both sides. */
    private boolean nearText(int at) {
        return text(at, 1) && text(at, -1);
    }

    private boolean text(int at, int step) {
        for (int i = at + step; i >= 0 && i < lines.size() && Math.abs(i - at) <= FAR; i += step) {
            TextLine line = lines.get(i);
            if (line.paragraph() || line.sentence()) {
                return true;
            }
        }
        return false;
    }
}
