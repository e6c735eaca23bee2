package dev.copydesk.article.dump;

import dev.copydesk.article.DateParser;
import dev.copydesk.article.PublicationDate;
import dev.copydesk.article.RelatedLink;
import dev.copydesk.article.dump.BodyFinder.Stretch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds links to other articles by their titles: dates and titles that alternate, in either order, and titles under a
 * heading such as {@code Related}.
 */
final class RelatedFinder {

    private static final int FEWEST_PAIRS = 3;
    private static final int FEWEST_WORDS = 4;
    private static final int MOST_WORDS = 30;
    private static final int MOST_SKIPPED = 3;
    private static final int MOST_DATE_WORDS = 9;
    private static final int MOST_LINKS = 200;

    private final List<TextLine> lines;
    private final Stretch stretch;
    private final @Nullable String language;
    private final String title;
    private final Map<String, RelatedLink> found = new LinkedHashMap<>();

    private RelatedFinder(DumpPage page, Stretch stretch, @Nullable String title) {
        this.lines = page.lines();
        this.stretch = stretch;
        this.language = page.language();
        this.title = title == null ? "" : TextLine.plain(title);
    }

    static List<RelatedLink> find(DumpPage page, Stretch stretch, @Nullable String title) {
        RelatedFinder finder = new RelatedFinder(page, stretch, title);
        for (int i = 0; i < finder.lines.size(); ) {
            i = finder.take(i);
        }
        return List.copyOf(finder.found.values());
    }

    /** Takes the block that starts at a line, if one does; returns where to go on. */
    private int take(int at) {
        TextLine line = lines.get(at);
        int colon = line.text().indexOf(':');
        if (colon > 0 && colon < 40 && colon + 10 < line.text().length() && !line.paragraph()) {
            String heading = TextLine.plain(line.text().substring(0, colon));
            if (Boilerplate.headsRelated(heading, heading.split(" ", -1).length)) {
                add(line.text().substring(colon + 1).strip(), null);
                return at + 1;
            }
        }
        if (line.headsRelated()) {
            return Math.max(at + 1, section(at + 1));
        }
        boolean outside = at < stretch.from() || at >= stretch.to();
        return outside ? Math.max(at + 1, pairs(at)) : at + 1;
    }

    /** Dates and titles that alternate from here; returns the line after them. */
    private int pairs(int start) {
        boolean dateFirst = dateOnly(start);
        int end = start;
        while (end + 1 < lines.size()
                && (dateFirst
                        ? dateOnly(end) && titleBesideDate(end + 1)
                        : titleBesideDate(end) && dateOnly(end + 1))) {
            end += 2;
        }
        if ((end - start) / 2 < FEWEST_PAIRS) {
            return start + 1;
        }
        for (int i = start; i < end; i += 2) {
            add(
                    lines.get(dateFirst ? i + 1 : i).text(),
                    date(lines.get(dateFirst ? i : i + 1).text()));
        }
        return end;
    }

    /** Titles below a heading; returns the line after them. */
    private int section(int start) {
        int skipped = 0;
        boolean bulleted = start < lines.size() && lines.get(start).line().bullet();
        PublicationDate pending = null;
        String last = null;
        int at = start;
        for (; at < lines.size() && skipped <= MOST_SKIPPED; at++) {
            TextLine line = lines.get(at);
            if (ends(line) || (bulleted && !line.line().bullet() && !dateOnly(at))) {
                break;
            }
            if (dateOnly(at)) {
                PublicationDate date = date(line.text());
                if (last != null && put(last, date)) {
                    last = null;
                } else {
                    pending = date;
                }
                skipped = 0;
            } else if (titleLike(line)) {
                last = add(line.text(), pending);
                pending = null;
                skipped = 0;
            } else {
                skipped++;
            }
        }
        return at;
    }

    private boolean ends(TextLine line) {
        return line.paragraph() || line.notice() || line.ends() || line.headsRelated();
    }

    private boolean dateOnly(int at) {
        TextLine line = lines.get(at);
        return line.words() <= MOST_DATE_WORDS && line.dated() && !(line.ended() && line.words() > 5);
    }

    private boolean titleBesideDate(int at) {
        TextLine line = lines.get(at);
        return line.words() >= 2
                && line.words() <= MOST_WORDS
                && line.repeats() == 1
                && !dateOnly(at)
                && !line.plain().equals(title)
                && !line.junk()
                && !ends(line);
    }

    private static boolean titleLike(TextLine line) {
        return line.words() >= FEWEST_WORDS
                && line.words() <= MOST_WORDS
                && !line.text().endsWith(".")
                && !line.junk();
    }

    /** Adds a link unless it is the page itself; a date that stands in the title's line is taken out. */
    private @Nullable String add(String text, @Nullable PublicationDate date) {
        TitleWithDate parted = TitleWithDate.of(text, language);
        String key = TextLine.plain(parted.title());
        if (key.isEmpty() || key.equals(title) || found.size() >= MOST_LINKS) {
            return null;
        }
        found.putIfAbsent(key, new RelatedLink(parted.title(), null, date != null ? date : parted.date()));
        return key;
    }

    /** Gives a link its date; false when it has one already. */
    private boolean put(String key, @Nullable PublicationDate date) {
        RelatedLink link = found.get(key);
        if (link == null || link.published() != null) {
            return false;
        }
        found.put(key, new RelatedLink(link.title(), null, date));
        return true;
    }

    private @Nullable PublicationDate date(String text) {
        return DateParser.parse(text, language).orElse(null);
    }
}
