package dev.copydesk.article.dump;

import dev.copydesk.article.DateParser;
import java.util.Locale;
import java.util.Set;

/**
 * A line with what classification needs to know of it, measured once.
 *
 * @param line the line
 * @param plain lower case with nothing but letters, digits and single spaces (and ©)
 * @param squashed plain without spaces, to compare with slugs
 * @param words number of words; for scripts without spaces an estimate from characters
 * @param functionWords share of function words, or -1 when the language has no list
 * @param sentenceEnd whether it closes like a sentence
 * @param repeats how often the line stands on the page
 */
record TextLine(
        DumpLine line,
        String plain,
        String squashed,
        int words,
        double functionWords,
        boolean sentenceEnd,
        int repeats) {

    private static final String CLOSERS = "\"”’'»)]*";
    private static final String ENDS = ".!?…。！？؟।:";
    private static final int LONGEST_DATE_LINE = 90;

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
        return new TextLine(line, plain, plain.replace(" ", ""), words, share, closes(text), repeats);
    }

    String text() {
        return line.text();
    }

    boolean ended() {
        return sentenceEnd && !text().endsWith(":");
    }

    /** A line that reads like a paragraph of running text. */
    boolean paragraph() {
        boolean fluent = functionWords < 0 || functionWords >= 0.2 || (functionWords >= 0.12 && sentenceEnd);
        return fluent && ((words >= 10 && sentenceEnd) || (words >= 22 && text().length() > 100));
    }

    /** A short line that still reads like a sentence. */
    boolean sentence() {
        return sentenceEnd && words >= 4 && (functionWords < 0 || functionWords >= 0.12);
    }

    boolean dated() {
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
