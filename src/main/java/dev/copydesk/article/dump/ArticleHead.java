package dev.copydesk.article.dump;

import dev.copydesk.article.Dateline;
import dev.copydesk.article.DatelineParser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands between the headline and the text.
 *
 * @param dateline or null
 * @param captions lines that belong to the lead picture
 * @param textFrom where the text starts
 */
record ArticleHead(@Nullable Dateline dateline, List<String> captions, int textFrom) {

    private static final int FARTHEST = 8;
    private static final int MOST_CAPTION_WORDS = 40;

    /** Reads the lines from the one after the headline (or the text's own start) to the first running text. */
    static ArticleHead of(DumpPage page, SiteName site, int from, int to) {
        List<TextLine> lines = page.lines();
        int text = from;
        while (text < to && !lines.get(text).paragraph()) {
            text++;
        }
        if (text >= to) {
            return new ArticleHead(null, List.of(), from);
        }
        Dateline dateline = null;
        List<String> captions = new ArrayList<>();
        for (int i = Math.max(from, text - FARTHEST); i < text; i++) {
            DatelineParser.Split split = split(lines.get(i), site);
            if (split != null && split.rest().isEmpty()) {
                dateline = split.dateline();
            } else if (caption(lines.get(i), lines.get(text))) {
                captions.add(lines.get(i).text());
            }
        }
        if (dateline == null) {
            DatelineParser.Split split = split(lines.get(text), site);
            dateline = split == null ? null : split.dateline();
        }
        return new ArticleHead(dateline, captions, text);
    }

    /** Whether a line is the dateline and nothing else. */
    boolean datelineIs(TextLine line) {
        if (dateline == null) {
            return false;
        }
        String place = dateline.place() == null ? "" : dateline.place();
        String agency = dateline.agency() == null ? "" : dateline.agency();
        return line.plain().equals(TextLine.plain(place + " " + agency));
    }

    private static DatelineParser.@Nullable Split split(TextLine line, SiteName site) {
        int dash = line.text().indexOf(" - ");
        String agency = dash > 0 && line.text().length() < 80
                ? line.text().substring(dash + 3).strip()
                : "";
        return DatelineParser.split(line.text(), site.known(agency) ? agency : null)
                .orElse(null);
    }

    /** Says a line above the text what the text's first paragraph says too, as the caption of a lead picture does? */
    private static boolean caption(TextLine line, TextLine first) {
        if (line.words() < 3
                || line.words() > MOST_CAPTION_WORDS
                || line.repeats() > 1
                || line.line().bullet()
                || line.junk()
                || line.notice()
                || BylineLines.only(line)) {
            return false;
        }
        if (Credits.caption(line)) {
            return true;
        }
        Set<String> tokens = new HashSet<>(line.tokens());
        tokens.removeIf(token -> token.length() < 4);
        int shared = Tokens.shared(tokens, first.tokens());
        return !line.ended() && shared >= 2 && shared * 5 >= tokens.size() * 3;
    }
}
