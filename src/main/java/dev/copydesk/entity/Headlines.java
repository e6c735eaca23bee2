package dev.copydesk.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds names where capitals tell nothing: known names, names that the article's sentences have settled, and given name
 * with family name.
 */
final class Headlines {

    private static final int MAX_WORDS = 8;

    private final DocumentText document;
    private final Gazetteer gazetteer;
    private final Map<String, EntityType> settled;
    private final Map<String, Integer> longestByFirstWord = new HashMap<>();

    Headlines(DocumentText document, Gazetteer gazetteer, Map<String, EntityType> settled) {
        this.document = document;
        this.gazetteer = gazetteer;
        this.settled = settled;
        for (String key : settled.keySet()) {
            String[] words = key.split(" ", MAX_WORDS + 1);
            if (words.length <= MAX_WORDS) {
                longestByFirstWord.merge(words[0], words.length, Math::max);
            }
        }
    }

    List<Mention> find(int paragraph) {
        List<Mention> mentions = new ArrayList<>();
        List<Token> tokens = document.paragraphs().get(paragraph);
        int at = 0;
        while (at < tokens.size()) {
            Found found = tokens.get(at).namey() ? at(paragraph, tokens, at) : null;
            if (found != null) {
                mentions.add(document.mention(paragraph, at, found.end(), found.type()));
            }
            at = found == null ? at + 1 : found.end();
        }
        return mentions;
    }

    private record Found(EntityType type, int end) {}

    private @Nullable Found at(int paragraph, List<Token> tokens, int at) {
        Token token = tokens.get(at);
        Found settledHere = settledAt(tokens, at);
        Gazetteer.Match match = gazetteer.longestAt(tokens, at);
        boolean word = match != null
                && (match.name().weak()
                        || (match.name().acronym()
                                && document.casing(paragraph) == Casing.UPPER
                                && !token.text().contains(".")
                                && token.text().length() < 4));
        if (match != null && !word && (settledHere == null || settledHere.end() < match.end())) {
            return new Found(match.name().type(), match.end());
        }
        if (settledHere != null) {
            return settledHere;
        }
        if (token.is(WordClass.DEMONYM)) {
            return new Found(EntityType.MISC, at + 1);
        }
        boolean person = token.is(WordClass.FIRST_NAME)
                && !token.is(WordClass.FUNCTION)
                && document.casing(paragraph) == Casing.TITLE
                && at + 1 < tokens.size()
                && isFamilyName(tokens.get(at + 1));
        return person ? new Found(EntityType.PERSON, at + 2) : null;
    }

    private static boolean isFamilyName(Token token) {
        return token.shape() == Token.Shape.CAPITALISED
                && !token.is(WordClass.COMMON)
                && !token.is(WordClass.FUNCTION)
                && !token.is(WordClass.ORG_HEAD)
                && !token.is(WordClass.MONTH_DAY)
                && !token.is(WordClass.SPEECH);
    }

    private @Nullable Found settledAt(List<Token> tokens, int at) {
        Integer longest = longestByFirstWord.get(tokens.get(at).folded());
        if (longest == null) {
            return null;
        }
        Found best = null;
        StringBuilder key = new StringBuilder();
        int words = 0;
        for (int i = at; i < tokens.size() && words < longest; i++) {
            if (tokens.get(i).shape() == Token.Shape.MARK) {
                if (!tokens.get(i).isMark("-")) {
                    return best;
                }
                continue;
            }
            key.append(key.isEmpty() ? "" : " ").append(tokens.get(i).folded());
            words++;
            EntityType type = settled.get(key.toString());
            best = type == null ? best : new Found(type, i + 1);
        }
        return best;
    }
}
