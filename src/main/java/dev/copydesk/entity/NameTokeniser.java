package dev.copydesk.entity;

import dev.copydesk.entity.Token.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a paragraph into words and marks with exact offsets in code points, in one pass over the text.
 *
 * <p>A possessive {@code 's} is a token of its own, hyphens and dashes too; {@code U.S.}, {@code J.} and abbreviations
 * such as {@code Mr.} keep their full stop. Where a language elides its articles ({@code l'Irak}) the article is a
 * token of its own.
 */
final class NameTokeniser {

    /** No word of a name is longer; hostile text is. */
    private static final int MAX_WORD = 60;

    private static final Set<String> CONTRACTIONS = Set.of("t", "re", "ve", "ll", "d", "m");
    private static final Set<String> ELIDED =
            Set.of("l", "d", "j", "s", "n", "m", "c", "t", "qu", "dell", "all", "nell", "sull", "dall", "un", "quest");

    private final String text;
    private final boolean elision;
    private final Lexicon lexicon = Lexicon.shared();
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int codePoint;
    private boolean spaced = true;
    private boolean opensSentence = true;

    private NameTokeniser(String text, boolean elision) {
        this.text = text;
        this.elision = elision;
    }

    /** The tokens in order; for a language whose articles are elided see the class comment. */
    static List<Token> tokenise(String text, boolean elision) {
        NameTokeniser tokeniser = new NameTokeniser(text, elision);
        tokeniser.run();
        return tokeniser.tokens;
    }

    private void run() {
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (isBlank(c)) {
                at += Character.charCount(c);
                codePoint++;
                spaced = true;
            } else if (isWordPart(c)) {
                word();
            } else if (isApostrophe(c) && possessiveAt(at)) {
                emit(at + 2, Shape.LOWER, false);
            } else {
                mark(c);
            }
        }
    }

    private void word() {
        int end = wordEnd(at);
        if (end < text.length() && text.charAt(end) == '.') {
            end = withFullStops(end);
        }
        emit(end, null, true);
    }

    /** The end of the run of letters and digits, apostrophes inside included. */
    private int wordEnd(int from) {
        int end = from;
        int apostrophes = 0;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            if (isWordPart(c)) {
                end += Character.charCount(c);
            } else if (isApostrophe(c)
                    && apostrophes < 2
                    && end + 1 < text.length()
                    && Character.isLetter(text.codePointAt(end + 1))
                    && !possessiveAt(end)) {
                apostrophes++;
                end++;
                if (elision && end - from <= 6 && ELIDED.contains(Folding.fold(text.substring(from, end - 1)))) {
                    return end;
                }
            } else {
                return end;
            }
        }
        return end;
    }

    /** Takes the full stops of {@code U.S.}, {@code J.} and {@code Mr.} in; {@code end} is where the first one stands. */
    private int withFullStops(int end) {
        if (end - at == 1 && Character.isUpperCase(text.charAt(at))) {
            int stop = end + 1;
            while (stop + 1 < text.length()
                    && stop - at < 12
                    && Character.isUpperCase(text.charAt(stop))
                    && text.charAt(stop + 1) == '.') {
                stop += 2;
            }
            return stop;
        }
        boolean abbreviation = end - at <= 4
                && lexicon.classesOf(Folding.fold(text.substring(at, end))).contains(WordClass.ABBREVIATION)
                && Character.isUpperCase(text.charAt(at));
        return abbreviation ? end + 1 : end;
    }

    private void mark(int c) {
        int end = at + Character.charCount(c);
        if (c > 0x2fff || text.charAt(at) == '.' || c == '-' || c == '*' || c == '_' || c == '=') {
            // Rows of dots, dashes and emoji are one token, lest a page of them be a million.
            while (end < text.length() && text.codePointAt(end) == c) {
                end += Character.charCount(c);
            }
        }
        boolean opens = switch (c) {
            case '.', '!', '?', ':', '…', '•', '*', '|', '؟', '“', '«', '„', '‘' -> true;
            case '"', '\'' -> opensSentence || spaced;
            case '(', ')', '”', '»', '[', ']', '-', '–', '—' -> opensSentence;
            default -> false;
        };
        emit(end, Shape.MARK, opens);
        opensSentence = opens;
    }

    private void emit(int end, @Nullable Shape known, boolean word) {
        String written = text.substring(at, end);
        int length = written.codePointCount(0, written.length());
        String folded = length > MAX_WORD ? "" : Folding.fold(written);
        Shape shape = known == null ? shapeOf(written, length) : known;
        Set<WordClass> classes = word ? classesOf(folded) : Set.of();
        tokens.add(
                new Token(written, folded, codePoint, codePoint + length, at, shape, spaced, opensSentence, classes));
        at = end;
        codePoint += length;
        spaced = false;
        opensSentence = false;
    }

    private Set<WordClass> classesOf(String folded) {
        int apostrophe = folded.lastIndexOf('\'');
        if (apostrophe > 0 && CONTRACTIONS.contains(folded.substring(apostrophe + 1))) {
            return Set.of(WordClass.FUNCTION);
        }
        return lexicon.classesOf(folded);
    }

    private static Shape shapeOf(String word, int length) {
        if (length > MAX_WORD) {
            return Shape.UNCASED;
        }
        int upper = 0;
        int lower = 0;
        int digits = 0;
        int letters = 0;
        for (int i = 0; i < word.length(); ) {
            int c = word.codePointAt(i);
            upper += Character.isUpperCase(c) || Character.isTitleCase(c) ? 1 : 0;
            lower += Character.isLowerCase(c) ? 1 : 0;
            digits += Character.isDigit(c) ? 1 : 0;
            letters += Character.isLetter(c) ? 1 : 0;
            i += Character.charCount(c);
        }
        if (letters == 0) {
            return digits > 0 ? Shape.NUMBER : Shape.UNCASED;
        }
        if (upper == 0) {
            return lower > 0 ? Shape.LOWER : Shape.UNCASED;
        }
        if (lower == 0) {
            return upper == 1 && digits == 0 ? Shape.INITIAL : Shape.UPPER;
        }
        boolean first = Character.isUpperCase(word.codePointAt(0));
        return first && upper == 1 ? Shape.CAPITALISED : Shape.MIXED;
    }

    private boolean possessiveAt(int apostrophe) {
        if (apostrophe + 1 >= text.length()) {
            return false;
        }
        char s = text.charAt(apostrophe + 1);
        return (s == 's' || s == 'S')
                && (apostrophe + 2 == text.length() || !isWordPart(text.codePointAt(apostrophe + 2)));
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x200b || c == 0xfeff;
    }

    private static boolean isWordPart(int c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        }
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isApostrophe(int c) {
        return c == '\'' || c == '’' || c == 'ʼ';
    }
}
