package dev.copydesk.article.dump;

import dev.copydesk.article.DateParser;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line with what is asked of it more than once: its measures, and what its words alone tell, which is found out when it is
 * asked first. For use by one thread.
 */
final class TextLine {

    /** What the words of a line tell. */
    private enum Fact {
        DATED(1),
        CREDITED(1 << 1),
        BYLINE(1 << 2),
        NOTICE(1 << 3),
        HEADS_RELATED(1 << 4),
        HEADS_COMMENTS(1 << 5),
        ENDS_ARTICLE(1 << 6),
        JUNK(1 << 7);

        private final int bit;

        Fact(int bit) {
            this.bit = bit;
        }
    }

    private static final String CLOSERS = "\"”’'»)]*";
    private static final String ENDS = ".!?…。！？؟।:";
    private static final int LONGEST_DATE_LINE = 90;

    private final DumpLine line;
    private final String plain;
    private final int words;
    private final double functionWords;
    private final boolean sentenceEnd;
    private final int repeats;
    private final boolean paragraph;
    private @Nullable String squashed;
    private @Nullable Set<String> tokens;
    private int asked;
    private int holds;

    private TextLine(DumpLine line, String plain, int words, double functionWords, boolean sentenceEnd, int repeats) {
        this.line = line;
        this.plain = plain;
        this.words = words;
        this.functionWords = functionWords;
        this.sentenceEnd = sentenceEnd;
        this.repeats = repeats;
        boolean fluent = functionWords < 0 || functionWords >= 0.2 || (functionWords >= 0.12 && sentenceEnd);
        this.paragraph = fluent
                && ((words >= 10 && sentenceEnd) || (words >= 22 && line.text().length() > 100));
    }

    static TextLine of(DumpLine line, String plain, int repeats, Set<String> functionWords) {
        String text = line.text();
        int words = 0;
        int hits = 0;
        int start = 0;
        for (int i = 0; i <= plain.length(); i++) {
            if (i == plain.length() || plain.charAt(i) == ' ') {
                if (i > start) {
                    words++;
                    hits += functionWords.contains(plain.substring(start, i)) ? 1 : 0;
                }
                start = i + 1;
            }
        }
        words += ideographs(plain) / 2;
        double share = functionWords.isEmpty() ? -1 : words == 0 ? 0 : (double) hits / words;
        return new TextLine(line, plain, words, share, closes(text), repeats);
    }

    DumpLine line() {
        return line;
    }

    String text() {
        return line.text();
    }

    /** Lower case with nothing but letters, digits and single spaces (and ©). */
    String plain() {
        return plain;
    }

    /** {@link #plain} without spaces, to compare with slugs. */
    String squashed() {
        if (squashed == null) {
            squashed = plain.replace(" ", "");
        }
        return squashed;
    }

    /** The words of {@link #plain} that have more than one character. */
    Set<String> tokens() {
        if (tokens == null) {
            tokens = Tokens.of(plain);
        }
        return tokens;
    }

    /** Number of words; for scripts without spaces an estimate from characters. */
    int words() {
        return words;
    }

    /** Share of function words, or -1 when the language has no list. */
    double functionWords() {
        return functionWords;
    }

    /** Whether it closes like a sentence. */
    boolean sentenceEnd() {
        return sentenceEnd;
    }

    /** How often the line stands on the page. */
    int repeats() {
        return repeats;
    }

    boolean ended() {
        return sentenceEnd && !text().endsWith(":");
    }

    /** A line that reads like a paragraph of running text. */
    boolean paragraph() {
        return paragraph;
    }

    /** A short line that still reads like a sentence. */
    boolean sentence() {
        return sentenceEnd && words >= 4 && (functionWords < 0 || functionWords >= 0.12);
    }

    /** A short line with a date. */
    boolean dated() {
        return is(Fact.DATED);
    }

    /** Whether it names who took or owns a picture. */
    boolean credited() {
        return is(Fact.CREDITED);
    }

    /** Whether it names the authors after a label. */
    boolean byline() {
        return is(Fact.BYLINE);
    }

    /** Whether it is no part of an article, however long it is. */
    boolean notice() {
        return is(Fact.NOTICE);
    }

    /** Whether it heads links to other articles. */
    boolean headsRelated() {
        return is(Fact.HEADS_RELATED);
    }

    /** Whether it heads what readers write. */
    boolean headsComments() {
        return is(Fact.HEADS_COMMENTS);
    }

    /** Whether it ends an article that is under way. */
    boolean endsArticle() {
        return is(Fact.ENDS_ARTICLE);
    }

    /** Whether an article that is under way is over here: it ends it, or heads what readers write. */
    boolean ends() {
        return endsArticle() || headsComments();
    }

    /** Whether it is a short line that is never an article's text. */
    boolean junk() {
        return is(Fact.JUNK);
    }

    private boolean is(Fact fact) {
        if ((asked & fact.bit) == 0) {
            asked |= fact.bit;
            holds |= look(fact) ? fact.bit : 0;
        }
        return (holds & fact.bit) != 0;
    }

    private boolean look(Fact fact) {
        return switch (fact) {
            case DATED -> showsDate();
            case CREDITED -> Credits.credited(this);
            case BYLINE -> BylineLines.byline(this);
            case NOTICE -> Boilerplate.notice(plain);
            case HEADS_RELATED -> Boilerplate.headsRelated(plain, words);
            case HEADS_COMMENTS -> Boilerplate.headsComments(plain, words);
            case ENDS_ARTICLE -> Boilerplate.endsArticle(plain, words);
            case JUNK -> Boilerplate.junk(plain, words);
        };
    }

    private boolean showsDate() {
        return text().length() <= LONGEST_DATE_LINE
                && hasDigit()
                && DateParser.parse(text()).isPresent();
    }

    private boolean hasDigit() {
        for (int i = 0; i < plain.length(); i++) {
            if (Character.isDigit(plain.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    static String plain(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(lower.length());
        boolean gap = false;
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            boolean kept = Character.isLetterOrDigit(c)
                    || c == '©'
                    || Character.isSurrogate(c)
                    || Character.getType(c) == Character.NON_SPACING_MARK
                    || Character.getType(c) == Character.COMBINING_SPACING_MARK;
            if (!kept) {
                gap = plain.length() > 0;
                continue;
            }
            if (gap) {
                plain.append(' ');
                gap = false;
            }
            plain.append(c);
        }
        return plain.toString();
    }

    private static boolean closes(String text) {
        int at = text.length() - 1;
        while (at > 0 && CLOSERS.indexOf(text.charAt(at)) >= 0) {
            at--;
        }
        return at >= 0 && ENDS.indexOf(text.charAt(at)) >= 0;
    }

    private static int ideographs(String plain) {
        int found = 0;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            found += (c >= 0x3040 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x0E00 && c <= 0x0E7F)
                    ? 1
                    : 0;
        }
        return found;
    }
}
