package dev.copydesk.article.dump;

import java.util.List;

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
    private static final double LINK = -4;
    private static final double JUNK = -7;
    private static final double NOTICE = -30;
    private static final double REPEATED = -10;
    private static final double RELATED_HEADING = -45;
    private static final double END = -70;
    private static final double EARLY_END = -8;
    private static final double ENOUGH_TO_END = 120;

    private BodyFinder() {}

    static Stretch find(DumpPage page) {
        List<TextLine> lines = page.lines();
        Stretch best = new Stretch(0, 0, 0);
        double sum = 0;
        int from = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (sum <= 0) {
                sum = 0;
                from = i;
            }
            sum += weight(lines.get(i), sum);
            if (sum > best.weight()) {
                best = new Stretch(from, i + 1, sum);
            }
        }
        return best;
    }

    /** Weight of a line behind text that weighs so much already. */
    static double weight(TextLine line, double before) {
        if (Boilerplate.endsArticle(line.plain(), line.words())) {
            return before > ENOUGH_TO_END ? END : EARLY_END;
        }
        if (Boilerplate.headsRelated(line.plain(), line.words())) {
            return before > ENOUGH_TO_END ? RELATED_HEADING : EARLY_END;
        }
        if (Boilerplate.notice(line.plain())) {
            return NOTICE;
        }
        if (line.repeats() > 1 && line.words() > 3) {
            return REPEATED;
        }
        if (line.paragraph()) {
            return Math.min(line.words(), MOST_FOR_A_LINE) * (line.line().bullet() ? 0.6 : 1);
        }
        if (Boilerplate.junk(line.plain(), line.words())) {
            return JUNK;
        }
        if (line.sentence()) {
            return line.words() * 0.5;
        }
        return line.line().bullet() ? LINK : PLAIN_LINE;
    }
}
