package dev.copydesk.document;

/**
 * Makes decoded text fit to store and to show, in one pass: no control characters but tab and line feed (NUL, escape and
 * the C1 controls are gone), no U+FEFF, U+FFFD for a surrogate that stands alone, and a line feed for every line end:
 * CR LF, CR, form feed, U+2028, U+2029. Also for text that unescaping has made, such as a numeric reference in HTML or
 * {@code \u0000} in JSON.
 */
public final class CleanText {

    private CleanText() {}

    /** The text made clean; the same object when it is clean already. */
    public static String of(String text) {
        int clean = 0;
        while (clean < text.length() && isClean(text.charAt(clean))) {
            clean++;
        }
        return clean == text.length() ? text : cleaned(text, clean);
    }

    /** The text made clean, on one line: blanks for line feeds and tabs. */
    public static String line(String text) {
        return of(text).replace('\n', ' ').replace('\t', ' ');
    }

    private static String cleaned(String text, int start) {
        char[] chars = new char[text.length()];
        text.getChars(0, start, chars, 0);
        int end = start;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isClean(c)) {
                chars[end++] = c;
            } else if (isLineEnd(c)) {
                boolean beforeLineFeed = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
                if (!beforeLineFeed) {
                    chars[end++] = '\n';
                }
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                chars[end++] = c;
                chars[end++] = text.charAt(++i);
            } else if (Character.isSurrogate(c)) {
                chars[end++] = '\uFFFD';
            }
        }
        return new String(chars, 0, end);
    }

    /** Whether the character stays as it is, whatever stands beside it. */
    private static boolean isClean(char c) {
        if (c < 0x7f) {
            return c >= ' ' || c == '\n' || c == '\t';
        }
        return c > 0x9f && c != '\u2028' && c != '\u2029' && c != '\uFEFF' && !Character.isSurrogate(c);
    }

    private static boolean isLineEnd(char c) {
        return c == '\r' || c == '\f' || c == '\u2028' || c == '\u2029';
    }
}
