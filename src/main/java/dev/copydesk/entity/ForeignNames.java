package dev.copydesk.entity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds persons by given name or title, then by their family name alone, and organisations by their head word, in
 * languages of Latin script for which there are no further rules. Where nouns have capitals too only persons of two
 * words and more are taken.
 */
final class ForeignNames {

    private static final Set<String> PARTICLES = Set.of(
            "de", "del", "della", "der", "den", "di", "da", "dos", "du", "von", "van", "zu", "la", "le", "al", "el",
            "bin", "ben");
    private static final Set<String> ORGANIZATION_LINKS = Set.of(
            "de", "des", "du", "del", "della", "delle", "dei", "degli", "di", "do", "da", "dos", "das", "la", "las",
            "los", "van", "voor", "l'", "d'", "dell'", "y", "et", "e");
    private static final int MAX_TOKENS = 8;

    private final DocumentText document;
    private final Gazetteer gazetteer;
    private final boolean nounsCapitalised;
    private final Set<String> familyNames = new HashSet<>();

    ForeignNames(DocumentText document, Gazetteer gazetteer, boolean nounsCapitalised) {
        this.document = document;
        this.gazetteer = gazetteer;
        this.nounsCapitalised = nounsCapitalised;
    }

    /** Persons and organisations of all paragraphs that are written as sentences. */
    List<Mention> find() {
        List<Mention> mentions = new ArrayList<>();
        for (int i = 0; i < document.paragraphs().size(); i++) {
            if (document.casing(i) == Casing.SENTENCE || nounsCapitalised) {
                fullNames(i, mentions);
            }
        }
        if (!nounsCapitalised) {
            for (int i = 0; i < document.paragraphs().size(); i++) {
                familyNames(i, mentions);
            }
        }
        return mentions;
    }

    private void fullNames(int paragraph, List<Mention> mentions) {
        List<Token> tokens = document.paragraphs().get(paragraph);
        int at = 0;
        while (at < tokens.size()) {
            int end = at + 1;
            if (isCapitalised(tokens, at) && !isKnown(tokens, at)) {
                int person = personEnd(tokens, at);
                int organization = nounsCapitalised ? 0 : organizationEnd(tokens, at);
                if (person > at) {
                    familyNames.add(tokens.get(person - 1).folded());
                    mentions.add(document.mention(paragraph, at, person, EntityType.PERSON));
                    end = person;
                } else if (organization > at) {
                    mentions.add(document.mention(paragraph, at, organization, EntityType.ORGANIZATION));
                    end = organization;
                }
            }
            at = end;
        }
    }

    /** The end of a full name, or 0. */
    private int personEnd(List<Token> tokens, int at) {
        Token first = tokens.get(at);
        boolean titled = at > 0 && tokens.get(at - 1).is(WordClass.TITLE);
        boolean given = first.is(WordClass.FIRST_NAME) && !first.is(WordClass.FUNCTION);
        if (!(titled || given) || first.is(WordClass.TITLE) || first.is(WordClass.ORG_HEAD)) {
            return 0;
        }
        int end = at + 1;
        int words = 1;
        while (end < tokens.size() && words < 4) {
            int next = end;
            while (next < tokens.size()
                    && next - end < 3
                    && PARTICLES.contains(tokens.get(next).text())) {
                next++;
            }
            if (next < tokens.size()
                    && tokens.get(next).isMark("-")
                    && !tokens.get(next).spaced()) {
                next++;
            }
            if (!isCapitalised(tokens, next)
                    || isKnown(tokens, next)
                    || tokens.get(next).is(WordClass.ORG_HEAD)) {
                break;
            }
            end = next + 1;
            words++;
            if (nounsCapitalised && words == 2 && !tokens.get(at + 1).is(WordClass.FIRST_NAME)) {
                break;
            }
        }
        return words > 1 ? end : 0;
    }

    private int organizationEnd(List<Token> tokens, int at) {
        if (!tokens.get(at).is(WordClass.ORG_HEAD)) {
            return 0;
        }
        int end = at + 1;
        while (end < tokens.size() && end - at < MAX_TOKENS) {
            int next = end;
            while (next < tokens.size()
                    && next - end < 3
                    && ORGANIZATION_LINKS.contains(tokens.get(next).folded())) {
                next++;
            }
            if (!isCapitalised(tokens, next)) {
                break;
            }
            end = next + 1;
        }
        return end > at + 1 ? end : 0;
    }

    private void familyNames(int paragraph, List<Mention> mentions) {
        List<Token> tokens = document.paragraphs().get(paragraph);
        for (int at = 0; at < tokens.size(); at++) {
            if (isCapitalised(tokens, at)
                    && familyNames.contains(tokens.get(at).folded())
                    && !isKnown(tokens, at)
                    && !document.alsoInLowerCase(tokens.get(at))) {
                mentions.add(document.mention(paragraph, at, at + 1, EntityType.PERSON));
            }
        }
    }

    private boolean isKnown(List<Token> tokens, int at) {
        return gazetteer.longestAt(tokens, at) != null;
    }

    private static boolean isCapitalised(List<Token> tokens, int at) {
        return at < tokens.size()
                && (tokens.get(at).shape() == Token.Shape.CAPITALISED
                        || tokens.get(at).shape() == Token.Shape.MIXED)
                && !tokens.get(at).is(WordClass.MONTH_DAY);
    }
}
