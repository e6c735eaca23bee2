package dev.copydesk.article;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A short text cut into numbers, words and single marks. Han and Hangul characters are words of their own, since they
 * stand between the numbers of a date without spaces. Reads past either end give {@link #NONE}.
 */
final class DateTokens {

    /**
     * One number, word or mark.
     *
     * @param text a word folded to lower case without accents, a mark as it is, empty for a number
     * @param value a number's value, otherwise -1
     * @param digits how many digits a number has, otherwise 0
     * @param spaced whether white space stands before it
     */
    record Token(String text, int value, int digits, boolean spaced) {
        boolean number() {
            return digits > 0;
        }

        boolean is(String expected) {
            return text.equals(expected);
        }

        boolean in(java.util.Set<String> expected) {
            return !number() && expected.contains(text);
        }
    }

    static final Token NONE = new Token("", -1, 0, true);

    private static final int MOST_DIGITS = 9;

    private final List<Token> tokens = new ArrayList<>();

    DateTokens(String text) {
        int at = 0;
        boolean spaced = true;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            int end = at + Character.charCount(c);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                spaced = true;
            } else if (Character.isDigit(c)) {
                end = number(text, at, spaced);
                spaced = false;
            } else if (Character.isLetter(c)) {
                end = word(text, at, spaced);
                spaced = false;
            } else if (Character.getType(c) != Character.FORMAT) {
                tokens.add(new Token(Character.toString(c), -1, 0, spaced));
                spaced = false;
            }
            at = end;
        }
    }

    int size() {
        return tokens.size();
    }

    Token at(int index) {
        return index >= 0 && index < tokens.size() ? tokens.get(index) : NONE;
    }

    /** Lower case, accents and vowel signs gone: the form that the word tables are in. */
    static String fold(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            if (lower.charAt(i) > 127) {
                return withoutMarks(Normalizer.normalize(lower, Normalizer.Form.NFKD));
            }
        }
        return lower;
    }

    private static String withoutMarks(String decomposed) {
        StringBuilder bare = new StringBuilder(decomposed.length());
        decomposed
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(c -> bare.appendCodePoint(c == 'ı' ? 'i' : c == 'ł' ? 'l' : c));
        return bare.toString();
    }

    private int number(String text, int start, boolean spaced) {
        int at = start;
        int value = 0;
        int digits = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (!Character.isDigit(c)) {
                break;
            }
            digits++;
            value = digits > MOST_DIGITS ? Integer.MAX_VALUE : value * 10 + Character.digit(c, 10);
            at += Character.charCount(c);
        }
        tokens.add(new Token("", value, digits, spaced));
        return at;
    }

    private int word(String text, int start, boolean spaced) {
        int at = start;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            int type = Character.getType(c);
            boolean part = Character.isLetter(c)
                    || type == Character.NON_SPACING_MARK
                    || type == Character.COMBINING_SPACING_MARK;
            if (!part || (at > start && standsAlone(c))) {
                break;
            }
            at += Character.charCount(c);
            if (standsAlone(c)) {
                tokens.add(new Token(Character.toString(c), -1, 0, spaced));
                return at;
            }
        }
        tokens.add(new Token(fold(text.substring(start, at)), -1, 0, spaced));
        return at;
    }

    private static boolean standsAlone(int c) {
        return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3);
    }
}
