package dev.copydesk.entity;

import java.util.List;

/** What capitals tell in a paragraph: in a headline they tell little. */
enum Casing {
    SENTENCE,
    /** {@code Syrian Troops Break Into Last Town}. */
    TITLE,
    /** {@code SYRIAN TROOPS BREAK INTO TOWN}. */
    UPPER;

    private static final int MIN_WORDS = 4;

    static Casing of(List<Token> tokens) {
        int words = 0;
        int upper = 0;
        int capitals = 0;
        for (Token token : tokens) {
            if (token.isWord() && !token.is(WordClass.FUNCTION) && token.shape() != Token.Shape.UNCASED) {
                words++;
                upper += token.shape() == Token.Shape.UPPER ? 1 : 0;
                capitals += token.namey() ? 1 : 0;
            }
        }
        if (words < MIN_WORDS) {
            return SENTENCE;
        }
        if (upper * 10 >= words * 7) {
            return UPPER;
        }
        boolean fullStop = tokens.get(tokens.size() - 1).text().endsWith(".");
        return capitals * 10 >= words * 8 && !fullStop ? TITLE : SENTENCE;
    }
}
