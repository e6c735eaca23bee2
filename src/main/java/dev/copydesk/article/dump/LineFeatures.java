package dev.copydesk.article.dump;

import dev.copydesk.article.dump.BodyFinder.Stretch;
import dev.copydesk.article.learning.FeatureRow;
import dev.copydesk.article.learning.Pieces;
import dev.copydesk.article.learning.ScoreContext;
import dev.copydesk.article.learning.TextProfile;
import java.util.List;

/**
 * What is known of each line before lines are judged: its text, the phrases that it is made of, its layout, its place by
 * the heaviest stretch of text and by the headline, and its neighbours.
 */
final class LineFeatures implements Pieces {

    private static final int BEFORE = 30;
    private static final int BEHIND = 120;
    private static final int FAR = 60;
    private static final int NEAR = 5;
    private static final int WIDE = 15;
    private static final int[] STEPS = {-3, -2, -1, 1, 2, 3};

    private final List<TextLine> lines;
    private final DumpLayout layout;
    private final Stretch stretch;
    private final int title;
    private final int from;
    private final int to;
    private final LineKind[] kinds;
    private final int[] wordsBefore;
    private final int[] proseBefore;
    private final int[] lastProse;
    private final int[] nextProse;
    private final int[] lastRelated;
    private final int[] lastEnd;

    /** @param title the headline's line, or -1 */
    LineFeatures(DumpPage page, Stretch stretch, int title) {
        this.lines = page.lines();
        this.layout = page.layout();
        this.stretch = stretch;
        this.title = title;
        int count = lines.size();
        this.from = Math.max(0, stretch.from() - BEFORE);
        this.to = Math.min(count, stretch.to() + BEHIND);
        this.kinds = new LineKind[count];
        this.wordsBefore = new int[count + 1];
        this.proseBefore = new int[count + 1];
        this.lastProse = new int[count];
        this.nextProse = new int[count];
        this.lastRelated = new int[count];
        this.lastEnd = new int[count];
        measure();
    }

    private void measure() {
        int prose = -FAR;
        int related = -FAR;
        int end = -FAR;
        for (int i = 0; i < lines.size(); i++) {
            TextLine line = lines.get(i);
            kinds[i] = isCandidate(i) ? LineKind.of(line) : LineKind.PLAIN;
            boolean paragraph = line.paragraph();
            wordsBefore[i + 1] = wordsBefore[i] + line.words();
            proseBefore[i + 1] = proseBefore[i] + (paragraph ? line.words() : 0);
            lastProse[i] = prose;
            lastRelated[i] = related;
            lastEnd[i] = end;
            prose = paragraph ? i : prose;
            related = kinds[i] == LineKind.RELATED_HEADING ? i : related;
            end = kinds[i] == LineKind.END || kinds[i] == LineKind.COMMENTS_HEADING ? i : end;
        }
        int next = lines.size() + FAR;
        for (int i = lines.size() - 1; i >= 0; i--) {
            nextProse[i] = next;
            next = lines.get(i).paragraph() ? i : next;
        }
    }

    @Override
    public int count() {
        return lines.size();
    }

    /** Whether a line stands near enough to the heaviest stretch of text. */
    @Override
    public boolean isCandidate(int piece) {
        return piece >= from && piece < to;
    }

    @Override
    public String text(int piece) {
        return lines.get(piece).text();
    }

    @Override
    public Context context(float[] scores) {
        return new ScoreContext(scores, wordsBefore);
    }

    @Override
    public void addTo(FeatureRow row, int at) {
        TextLine line = lines.get(at);
        text(row, line);
        layout(row, at);
        place(row, at);
        for (int step : STEPS) {
            neighbour(row, at + step);
        }
    }

    private void text(FeatureRow row, TextLine line) {
        TextProfile text = TextProfile.of(line.text());
        double words = Math.max(1, text.words());
        double letters = Math.max(1, text.letters());
        row.add("length", text.weight());
        row.add("words", line.words());
        row.add("functionWords", line.functionWords());
        row.add("wordLength", text.letters() / words);
        row.add("shortWords", text.shortWords() / words);
        row.add("capitalised", text.capitalised() / words);
        row.add("capitals", text.capitals() / letters);
        row.add("digits", text.digits() / (double) Math.max(1, text.length()));
        row.add("ends", text.ends() / words);
        row.add("commas", text.commas() / words);
        row.add("marks", text.marks() / words);
        row.add("sentenceEnd", line.sentenceEnd());
        row.add("colon", line.text().endsWith(":"));
        row.add("question", line.text().endsWith("?"));
        row.add("dots", line.text().endsWith("…") || line.text().endsWith("..."));
        char first = line.text().charAt(0);
        row.add("startsLower", Character.isLowerCase(first));
        row.add("startsDigit", Character.isDigit(first));
        row.add("startsMark", !Character.isLetterOrDigit(first));
        row.add("bar", line.text().indexOf('|') >= 0);
        row.add("mail", line.text().indexOf('@') >= 0);
        row.add("slash", line.text().indexOf('/') >= 0);
        row.add("paragraph", line.paragraph());
        row.add("sentence", line.sentence());
        row.add("repeats", Math.min(6, line.repeats()));
    }

    private void layout(FeatureRow row, int at) {
        TextLine line = lines.get(at);
        for (LineKind kind : LineKind.values()) {
            row.add("kind", kinds[at] == kind);
        }
        row.add("bullet", line.line().bullet());
        row.add("indent", Math.min(20, line.line().indent()));
        row.add("blanksBefore", Math.min(4, line.line().blanksBefore()));
        row.add(
                "blanksBehind",
                at + 1 < lines.size() ? Math.min(4, lines.get(at + 1).line().blanksBefore()) : 4);
        row.add("picture", line.line().pictureBefore());
        row.add("wrapped", layout.wrapColumn() > 0);
        row.add("indentedText", layout.indentedText());
        row.add("above", Headings.above(lines, at));
        row.add("apart", Headings.apart(lines, at, layout));
        row.add("closes", Headings.closesText(lines, at));
    }

    private void place(FeatureRow row, int at) {
        int count = lines.size();
        double allWords = Math.max(1, wordsBefore[count]);
        double allProse = Math.max(1, proseBefore[count]);
        row.add("lines", Math.log1p(count));
        row.add("place", at / (double) count);
        row.add("fromStretch", capped(at - stretch.from()));
        row.add("toStretch", capped(stretch.to() - at));
        row.add("fromTitle", title < 0 ? FAR + 1 : capped(at - title));
        row.add("isTitle", at == title);
        row.add("sinceProse", capped(at - lastProse[at]));
        row.add("untilProse", capped(nextProse[at] - at));
        row.add("sinceRelated", capped(at - lastRelated[at]));
        row.add("relatedSinceProse", lastRelated[at] > lastProse[at]);
        row.add("sinceEnd", capped(at - lastEnd[at]));
        row.add("endSinceProse", lastEnd[at] > lastProse[at]);
        row.add("wordsBefore", wordsBefore[at] / allWords);
        row.add("proseBefore", proseBefore[at] / allProse);
        row.add("proseBehind", (proseBefore[count] - proseBefore[at + 1]) / allProse);
        row.add("proseAmount", Math.log1p(allProse));
        row.add("proseNear", share(at, NEAR));
        row.add("proseWide", share(at, WIDE));
    }

    /** The share of prose among the words around a line. */
    private double share(int at, int reach) {
        int start = Math.max(0, at - reach);
        int end = Math.min(lines.size(), at + reach + 1);
        return (proseBefore[end] - proseBefore[start]) / (double) Math.max(1, wordsBefore[end] - wordsBefore[start]);
    }

    private void neighbour(FeatureRow row, int at) {
        TextLine line = at < 0 || at >= lines.size() ? null : lines.get(at);
        row.add("n.words", line == null ? -1 : Math.min(80, line.words()));
        row.add("n.functionWords", line == null ? -1 : line.functionWords());
        row.add("n.sentenceEnd", line != null && line.sentenceEnd());
        row.add("n.bullet", line != null && line.line().bullet());
        row.add("n.kind", line == null ? -1 : kinds[at].rank());
    }

    private static int capped(int lines) {
        return Math.max(-FAR, Math.min(FAR, lines));
    }
}
