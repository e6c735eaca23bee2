package dev.copydesk.article.html;

import java.util.Arrays;

/**
 * Text in the making: runs of white space become one space, none at either end; control and invisible
 * characters go, U+FFFD stands for a surrogate that stands alone, as a numeric reference may have made it.
 */
final class Folded {

    private char[] text = new char[256];
    private int length;
    private boolean gap;

    static String of(String raw) {
        Folded folded = new Folded();
        folded.append(raw);
        return folded.take();
    }

    void append(String raw) {
        int from = length + 1; // one free place for a gap ahead
        int to = from + raw.length();
        if (to > text.length) {
            text = Arrays.copyOf(text, Math.max(to, text.length * 2));
        }
        raw.getChars(0, raw.length(), text, from);
        for (int i = from; i < to; i++) {
            char c = text[i];
            if (c > ' ' && c < 0x7f) {
                add(c);
            } else if (isSpace(c)) {
                gap = true;
            } else if (Character.isHighSurrogate(c) && i + 1 < to && Character.isLowSurrogate(text[i + 1])) {
                add(c);
                add(text[++i]);
            } else if (Character.isSurrogate(c)) {
                add('\uFFFD');
            } else if (!isInvisible(c)) {
                add(c);
            }
        }
    }

    void space() {
        gap = true;
    }

    private void add(char c) {
        if (gap) {
            gap = false;
            if (length > 0) {
                text[length++] = ' ';
            }
        }
        text[length++] = c;
    }

    int length() {
        return length;
    }

    boolean isEmpty() {
        return length == 0;
    }

    /** The text from a position on, without a leading space. */
    String from(int start) {
        return start >= length ? "" : new String(text, start, length - start).strip();
    }

    String take() {
        String result = length == 0 ? "" : new String(text, 0, length);
        clear();
        return result;
    }

    void clear() {
        length = 0;
        gap = false;
    }

    private static boolean isSpace(char c) {
        return c == ' '
                || (c >= '\t' && c <= '\r')
                || c == '\u00a0'
                || c == '\u1680'
                || (c >= '\u2000' && c <= '\u200a')
                || c == '\u2028'
                || c == '\u2029'
                || c == '\u202f'
                || c == '\u205f'
                || c == '\u3000'
                || c == '\u0085';
    }

    private static boolean isInvisible(char c) {
        return c < 0xa0 || c == '\u00ad' || c == '\u200b' || c == '\u2060' || c == '\ufeff';
    }
}
