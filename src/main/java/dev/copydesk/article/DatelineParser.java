package dev.copydesk.article;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Splits a dateline off the paragraph it opens: {@code PARIS (Reuters) – …}, {@code WASHINGTON, Nov 8 (AP) — …},
 * {@code LONDON: …}, or a line that is nothing else, {@code Beirut - Emirates Voice}. Cautious: a place without an
 * agency must be in capitals or a city of the time zone database.
 */
public final class DatelineParser {

    /**
     * A dateline and what follows it.
     *
     * @param rest the paragraph without its dateline; empty when the paragraph is nothing else
     */
    public record Split(Dateline dateline, String rest) {}

    private static final int LONGEST_HEAD = 90;
    private static final int LONGEST_LINE = 70;
    private static final String DASHES = "-–—―−";

    private DatelineParser() {}

    /** The dateline that a paragraph opens with, if any. */
    public static Optional<Split> split(String paragraph) {
        return split(paragraph, null);
    }

    /**
     * The dateline that a paragraph opens with, if any.
     *
     * @param site name of the site, which may stand in the place of an agency; or null
     */
    public static Optional<Split> split(String paragraph, @Nullable String site) {
        String text = paragraph.strip();
        int mark = separator(text);
        if (mark < 0) {
            return Optional.empty();
        }
        boolean colon = text.charAt(mark) == ':';
        String head = text.substring(0, mark).strip();
        int restAt = mark;
        while (restAt < text.length() && (DASHES + ": ").indexOf(text.charAt(restAt)) >= 0) {
            restAt++;
        }
        String rest = text.substring(restAt).strip();
        if (rest.isEmpty()) {
            return Optional.empty();
        }
        if (!colon && text.length() <= LONGEST_LINE && DatelineWords.place(head) && DatelineWords.press(rest, site)) {
            return Optional.of(new Split(new Dateline(head, rest), ""));
        }
        return dateline(head, rest, colon).map(found -> new Split(found, rest));
    }

    private static Optional<Dateline> dateline(String head, String rest, boolean colon) {
        int open = opening(head);
        String place = DatelineWords.withoutDate(open < 0 ? head : head.substring(0, open));
        if (open >= 0) {
            String agency = head.substring(open + 1, head.length() - 1).strip();
            boolean placeFits = place.isEmpty() || DatelineWords.place(place);
            return placeFits && DatelineWords.agency(agency)
                    ? Optional.of(new Dateline(place.isEmpty() ? null : place, agency))
                    : Optional.empty();
        }
        boolean certain = DatelineWords.capitals(place) || (!colon && DatelineWords.knownCity(place));
        return certain && opensSentence(rest) ? Optional.of(new Dateline(place, null)) : Optional.empty();
    }

    /** Where the agency's bracket or slash opens at the end of a head, or -1. */
    private static int opening(String head) {
        if (head.endsWith(")")) {
            return head.lastIndexOf('(');
        }
        return head.endsWith("/") ? head.lastIndexOf('/', head.length() - 2) : -1;
    }

    /** The first dash with a space or bracket beside it, or colon with a space after it; -1 when none is near. */
    private static int separator(String text) {
        int end = Math.min(text.length() - 1, LONGEST_HEAD);
        for (int i = 1; i < end; i++) {
            char before = text.charAt(i - 1);
            char c = text.charAt(i);
            char after = text.charAt(i + 1);
            boolean dash = DASHES.indexOf(c) >= 0 && (before == ' ' || before == ')' || (after == ' ' && c != '-'));
            boolean beforeText = after == ' ' || c != '-' || before == ')' || DASHES.indexOf(after) >= 0;
            if ((dash && beforeText) || (c == ':' && after == ' ')) {
                return i;
            }
            if (c == '\n' || c == '!' || c == '?') {
                return -1;
            }
        }
        return -1;
    }

    private static boolean opensSentence(String rest) {
        int first = rest.codePointAt(0);
        return !Character.isLowerCase(first) && rest.indexOf(' ') > 0;
    }
}
