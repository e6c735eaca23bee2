package dev.copydesk.entity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An article's paragraphs as tokens, and what the article as a whole tells of its words. */
final class DocumentText {

    private final List<String> texts;
    private final List<List<Token>> paragraphs = new ArrayList<>();
    private final List<Casing> casings = new ArrayList<>();
    private final Set<String> lowerCaseWords = new HashSet<>();

    DocumentText(List<String> texts, @Nullable String language) {
        this.texts = texts;
        boolean elision = Languages.elides(language);
        for (String text : texts) {
            List<Token> tokens = NameTokeniser.tokenise(text, elision);
            paragraphs.add(tokens);
            casings.add(Casing.of(tokens));
            for (Token token : tokens) {
                if (token.shape() == Token.Shape.LOWER) {
                    lowerCaseWords.add(token.folded());
                }
            }
        }
    }

    List<List<Token>> paragraphs() {
        return paragraphs;
    }

    Casing casing(int paragraph) {
        return casings.get(paragraph);
    }

    /** Whether the word also stands in the article without a capital. */
    boolean alsoInLowerCase(Token token) {
        return lowerCaseWords.contains(token.folded());
    }

    Mention mention(int paragraph, int from, int to, EntityType type) {
        return mention(paragraph, from, to, type, 0);
    }

    /** A mention that begins some letters behind the first token's beginning. */
    Mention mention(int paragraph, int from, int to, EntityType type, int skipped) {
        List<Token> tokens = paragraphs.get(paragraph);
        Token first = tokens.get(from);
        Token last = tokens.get(to - 1);
        String surface = texts.get(paragraph)
                .substring(first.at() + skipped, last.at() + last.text().length());
        return new Mention(paragraph + 1, first.start() + skipped, last.end(), surface, type);
    }
}
