package dev.copydesk.entity;

import java.util.Set;

/**
 * A word or a mark of a paragraph.
 *
 * @param text the words as written
 * @param folded lower case without accents and full stops; empty for a word too long to be a name
 * @param start offset of the first code point in the paragraph
 * @param end offset behind the last code point
 * @param at index of the first {@code char}, for cutting the surface out of the text
 * @param spaced whether a blank, or the paragraph's beginning, stands before it
 * @param opensSentence whether a capital letter is to be expected here whatever the word
 * @param classes what kinds of word it is, as the {@link Lexicon} knows it
 */
record Token(
        String text,
        String folded,
        int start,
        int end,
        int at,
        Shape shape,
        boolean spaced,
        boolean opensSentence,
        Set<WordClass> classes) {

    /** How a word is written. */
    enum Shape {
        /** {@code Damascus}. */
        CAPITALISED,
        /** {@code SANA}, {@code U.S.}, {@code G20}. */
        UPPER,
        /** {@code J.} or {@code J}. */
        INITIAL,
        /** {@code McDonald}, {@code iPhone}. */
        MIXED,
        LOWER,
        NUMBER,
        /** A word of a script without capitals. */
        UNCASED,
        MARK
    }

    boolean is(WordClass wordClass) {
        return classes.contains(wordClass);
    }

    boolean isMark(String mark) {
        return shape == Shape.MARK && text.equals(mark);
    }

    /** Whether it is written as the word of a name. */
    boolean namey() {
        return switch (shape) {
            case CAPITALISED, UPPER, INITIAL -> true;
            // iPhone and eBay open no sentence and need no capital; a lower-case word with a digit is no name.
            case MIXED -> !folded.isEmpty();
            default -> false;
        };
    }

    boolean isWord() {
        return shape != Shape.MARK && shape != Shape.NUMBER;
    }
}
