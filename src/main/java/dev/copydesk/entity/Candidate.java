package dev.copydesk.entity;

import java.util.List;

/** A row of tokens that may be a name, with what speaks for each type so far. */
final class Candidate {

    final int paragraph;
    final int from;
    final int to;
    final String key;
    /** Whether only its place, at the beginning of a sentence or in a headline, gives it its capital. */
    final boolean doubtful;

    final Evidence evidence = new Evidence();

    Candidate(int paragraph, List<Token> tokens, int from, int to, boolean doubtful) {
        this.paragraph = paragraph;
        this.from = from;
        this.to = to;
        this.doubtful = doubtful;
        StringBuilder words = new StringBuilder();
        for (int i = from; i < to; i++) {
            if (tokens.get(i).shape() != Token.Shape.MARK) {
                words.append(words.isEmpty() ? "" : " ").append(tokens.get(i).folded());
            }
        }
        this.key = words.toString();
    }

    int length() {
        return to - from;
    }
}
