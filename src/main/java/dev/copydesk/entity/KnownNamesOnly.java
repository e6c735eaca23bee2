package dev.copydesk.entity;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds known names and nothing else, for languages without rules. In Arabic a name may stand behind a conjunction and a
 * preposition that are written as one word with it.
 */
final class KnownNamesOnly {

    private static final String CONJUNCTIONS = "وف";
    private static final String PREPOSITIONS = "بلك";
    /** A shorter rest is likelier to be part of another word. */
    private static final int MIN_REST = 4;

    private final DocumentText document;
    private final Gazetteer gazetteer;
    private final boolean prefixed;

    KnownNamesOnly(DocumentText document, Gazetteer gazetteer, boolean prefixed) {
        this.document = document;
        this.gazetteer = gazetteer;
        this.prefixed = prefixed;
    }

    List<Mention> find(int paragraph) {
        List<Mention> mentions = new ArrayList<>();
        List<Token> tokens = document.paragraphs().get(paragraph);
        int at = 0;
        while (at < tokens.size()) {
            int end = at + 1;
            Gazetteer.Match match = tokens.get(at).isWord() ? gazetteer.longestAt(tokens, at) : null;
            if (match != null && !match.name().weak()) {
                end = match.end();
                mentions.add(document.mention(paragraph, at, end, match.name().type()));
            } else if (prefixed && tokens.get(at).shape() == Token.Shape.UNCASED) {
                end = behindPrefix(paragraph, tokens, at, mentions);
            }
            at = end;
        }
        return mentions;
    }

    private int behindPrefix(int paragraph, List<Token> tokens, int at, List<Mention> mentions) {
        String word = tokens.get(at).folded();
        int cut = 0;
        while (cut < 2 && word.length() - cut > MIN_REST) {
            String prefixes = cut == 0 ? CONJUNCTIONS + PREPOSITIONS : PREPOSITIONS;
            if (prefixes.indexOf(word.charAt(cut)) < 0) {
                return at + 1;
            }
            boolean preposition = PREPOSITIONS.indexOf(word.charAt(cut)) >= 0;
            cut++;
            Gazetteer.Match match = gazetteer.longestAt(tokens, at, word.substring(cut));
            if (match != null && !match.name().weak()) {
                mentions.add(document.mention(
                        paragraph, at, match.end(), match.name().type(), cut));
                return match.end();
            }
            if (preposition) {
                return at + 1;
            }
        }
        return at + 1;
    }
}
