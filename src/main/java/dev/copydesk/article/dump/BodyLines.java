package dev.copydesk.article.dump;

import dev.copydesk.article.Paragraph;
import dev.copydesk.article.Paragraph.Kind;
import dev.copydesk.article.dump.TitleFinder.Title;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the paragraphs out of the lines that are likely the article's. */
final class BodyLines {

    private static final int QUOTE_INDENT = 5;
    private static final float KEPT = 0.5f;

    private final List<TextLine> lines;
    private final DumpLayout layout;
    private final List<Paragraph> paragraphs = new ArrayList<>();

    private BodyLines(DumpPage page) {
        this.lines = page.lines();
        this.layout = page.layout();
    }

    /** @param scores how likely each line is a part of the article */
    static List<Paragraph> of(DumpPage page, float[] scores, ArticleHead head, @Nullable Title title) {
        BodyLines body = new BodyLines(page);
        String headline = title == null ? "" : TextLine.plain(title.text());
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] < KEPT) {
                continue;
            }
            TextLine line = body.lines.get(i);
            boolean inHead = i < head.textFrom()
                    && (BylineLines.only(line) || head.captions().contains(line.text()) || head.datelineIs(line));
            if (!inHead && !line.plain().equals(headline)) {
                body.paragraphs.add(new Paragraph(body.kind(i), line.text()));
            }
        }
        return body.paragraphs;
    }

    private Kind kind(int at) {
        TextLine line = lines.get(at);
        if (Credits.caption(line)) {
            return Kind.CAPTION;
        }
        if (line.line().bullet()) {
            return Kind.LIST_ITEM;
        }
        if (line.paragraph() || line.sentence() || Headings.closesText(lines, at)) {
            boolean quoted = layout.indentedText() && line.line().indent() >= QUOTE_INDENT;
            return quoted ? Kind.QUOTE : Kind.BODY;
        }
        return Headings.apart(lines, at, layout) ? Kind.HEADING : Kind.BODY;
    }
}
