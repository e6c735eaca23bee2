package dev.copydesk.entity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides for each string of an article, not for each place it stands in: what speaks for a type anywhere speaks for it
 * everywhere, and a family name is a person where the full name is.
 */
final class DocumentAgreement {

    /** Evidence that a name needs. */
    private static final double ENOUGH = 0.95;
    /** Evidence that a word needs that never stands but where any word has a capital. */
    private static final double ENOUGH_IF_DOUBTFUL = 1.1;

    private static final double FAMILY_NAME = 3;
    private static final double GIVEN_NAME = 1;

    private static final class Votes {
        private final Evidence evidence = new Evidence();
        private boolean doubtful = true;
        private String lastWord = "";
        private String firstWord = "";
        private boolean several;
    }

    private final Map<String, Votes> byKey = new HashMap<>();
    private final Map<String, EntityType> decided = new HashMap<>();

    DocumentAgreement(DocumentText document, List<Candidate> candidates) {
        for (Candidate candidate : candidates) {
            count(document, candidate);
        }
        byKey.forEach((key, votes) -> decide(key, votes));
        for (Votes votes : List.copyOf(byKey.values())) {
            inherit(votes);
        }
        byKey.forEach((key, votes) -> decide(key, votes));
    }

    /** The type of a candidate, or null if it is no name. */
    @Nullable
    EntityType typeOf(Candidate candidate) {
        return decided.get(candidate.key);
    }

    /** What the article's sentences decided, by folded words. */
    Map<String, EntityType> decided() {
        return decided;
    }

    private void count(DocumentText document, Candidate candidate) {
        Votes votes = byKey.computeIfAbsent(candidate.key, key -> new Votes());
        votes.doubtful &= candidate.doubtful;
        List<Token> tokens = document.paragraphs().get(candidate.paragraph);
        votes.firstWord = tokens.get(candidate.from).folded();
        votes.lastWord = tokens.get(candidate.to - 1).folded();
        votes.several = candidate.length() > 1;
        votes.evidence.add(candidate.evidence);
    }

    private void inherit(Votes full) {
        if (!full.several || full.evidence.best() != EntityType.PERSON) {
            return;
        }
        add(full.lastWord, FAMILY_NAME);
        add(full.firstWord, GIVEN_NAME);
    }

    private void add(String word, double weight) {
        Votes votes = byKey.get(word);
        if (votes != null) {
            votes.evidence.add(EntityType.PERSON, weight);
            votes.doubtful = false;
        }
    }

    private void decide(String key, Votes votes) {
        EntityType best = votes.evidence.best();
        double enough = votes.doubtful ? ENOUGH_IF_DOUBTFUL : ENOUGH;
        if (votes.evidence.of(best) >= enough) {
            decided.put(key, best);
        }
    }
}
