package dev.copydesk.article.dump;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds where the article's text lies: the stretch of lines whose weights have the greatest sum. Running text weighs its
 * words, links and standing phrases weigh against it, so that a stretch crosses a box inside the text but not the pile of
 * links after it.
 */
final class BodyFinder {

    /**
     * A stretch of lines.
     *
     * @param from first line
     * @param to the line after the last one
     * @param weight sum of the weights
     */
    record Stretch(int from, int to, double weight) {}

    private static final double MOST_FOR_A_LINE = 90;
    private static final double PLAIN_LINE = -3;
    private static final double HEADING = -1;
    private static final double LINK = -4;
    private static final double LISTED = 0.5;
    private static final double JUNK = -7;
    private static final double NOTICE = -30;
    private static final double REPEATED = -10;
    private static final double LONE_DATE = -15;
    private static final double RELATED_HEADING = -45;
    private static final double END = -60;
    private static final double COMMENTS = -250;
    private static final double EARLY_END = -8;
    private static final double ENOUGH_TO_END = 120;
    private static final double ENOUGH_FOR_A_BRIEF = 60;
    private static final int LONGEST_DATE_WORDS = 6;

    private final List<TextLine> lines;

    BodyFinder(DumpPage page) {
        this.lines = page.lines();
    }

    /** The heaviest stretch of the page. */
    Stretch heaviest() {
        Stretch best = new Stretch(0, 0, 0);
        double sum = 0;
        int from = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (sum <= 0) {
                sum = 0;
                from = i;
            }
            sum += weight(i, sum);
            if (sum > best.weight()) {
                best = new Stretch(from, i + 1, sum);
            }
        }
        return best;
    }

    /** The heaviest stretch that starts right below a line, or null when too little text follows. */
    @Nullable
    Stretch below(int line) {
        double best = 0;
        int to = line + 1;
        double sum = 0;
        for (int i = line + 1; i < lines.size(); i++) {
            sum += weight(i, sum);
            if (sum > best) {
                best = sum;
                to = i + 1;
            }
        }
        return best < ENOUGH_FOR_A_BRIEF ? null : new Stretch(line + 1, to, best);
    }

    /** Weight of a line behind text that weighs so much already. */
    private double weight(int at, double before) {
        TextLine line = lines.get(at);
        boolean underWay = before > ENOUGH_TO_END;
        if (line.headsComments()) {
            return before > ENOUGH_FOR_A_BRIEF ? COMMENTS : EARLY_END;
        }
        if (line.endsArticle()) {
            return underWay ? END : EARLY_END;
        }
        if (line.headsRelated()) {
            return underWay ? RELATED_HEADING : EARLY_END;
        }
        if (line.notice()) {
            return NOTICE;
        }
        if (line.repeats() > 1 && line.words() > 3 && !Headings.above(lines, at)) {
            return REPEATED;
        }
        if (line.paragraph()) {
            return Math.min(line.words(), MOST_FOR_A_LINE) * (line.line().bullet() ? 0.6 : 1);
        }
        if (line.junk()) {
            return JUNK;
        }
        if (line.sentence()) {
            return line.words() * 0.5;
        }
        if (Headings.closesText(lines, at)) {
            return line.words();
        }
        if (line.line().bullet()) {
            return belongsToList(at) ? LISTED : LINK;
        }
        if (underWay && line.words() <= LONGEST_DATE_WORDS && line.dated()) {
            return LONE_DATE;
        }
        return Headings.above(lines, at) ? HEADING : PLAIN_LINE;
    }

    /** Whether a bullet is one of the first below running text or a line that ends in a colon. */
    private boolean belongsToList(int at) {
        for (int i = at - 1; i >= Math.max(0, at - 15); i--) {
            TextLine line = lines.get(i);
            if (!line.line().bullet()) {
                return line.paragraph() || line.sentence() || line.text().endsWith(":");
            }
        }
        return false;
    }
}
