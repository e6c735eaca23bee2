package dev.copydesk.entity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Settles the types of an article's names: what the model says of a mention counts beside the known names and the cues
 * around the string wherever it stands, and what the model says of it elsewhere counts in part. A family name is a person where the
 * full name is; a name of several words that was found is found wherever it stands.
 */
final class SpanAgreement {

    private static final int MAX_WORDS = 8;

    /** What the model's answer weighs, in the units of {@link EnglishCues}. */
    private static final double MODEL = 3;

    /** How much of what the model says elsewhere in the article counts here. */
    private static final double ELSEWHERE = 0.5;

    private final DocumentText document;
    private final Gazetteer gazetteer;
    private final Map<String, Name> names = new HashMap<>();
    private final Map<String, EntityType> decided = new HashMap<>();
    private final Set<String> family = new HashSet<>();
    private final List<NameSpan> spans = new ArrayList<>();

    /** A string of the article that is a name. */
    private static final class Name {
        /** What the string itself tells. */
        private final Evidence own = new Evidence();
        /** What the words around it tell, summed over all places. */
        private final Evidence places = new Evidence();
        /** How often the model gave each type. */
        private final Evidence votes = new Evidence();

        private int count;
    }

    SpanAgreement(DocumentText document, Gazetteer gazetteer, List<NameSpan> labelled) {
        this.document = document;
        this.gazetteer = gazetteer;
        List<NameSpan> found = LongNames.known(document, gazetteer, LongNames.joined(document, labelled));
        found.forEach(this::count);
        names.forEach((key, name) -> decided.put(key, weights(name, null).best()));
        found.stream().filter(span -> span.type() == EntityType.PERSON).forEach(this::settleFamilyName);
        found.forEach(span -> spans.add(span.as(type(span))));
        addMissed(found);
    }

    private void count(NameSpan span) {
        List<Token> tokens = document.paragraphs().get(span.paragraph());
        Name name = names.computeIfAbsent(key(span), key -> {
            Candidate string = new Candidate(span.paragraph(), tokens, span.from(), span.to(), false);
            EnglishCues.weighName(tokens, gazetteer, string);
            Name fresh = new Name();
            fresh.own.add(string.evidence);
            return fresh;
        });
        Candidate place = new Candidate(span.paragraph(), tokens, span.from(), span.to(), false);
        EnglishCues.weighPlace(tokens, gazetteer, place);
        name.places.add(place.evidence);
        name.votes.add(span.type(), 1);
        name.count++;
    }

    /**
     * What speaks for each type of a name.
     *
     * @param label the model's answer for one mention, or null for the name as a whole
     */
    private static Evidence weights(Name name, @Nullable EntityType label) {
        Evidence weights = new Evidence();
        weights.add(name.own);
        weights.add(name.places);
        Evidence votes = new Evidence();
        votes.add(name.votes);
        int others = name.count;
        if (label != null) {
            weights.add(label, MODEL);
            votes.add(label, -1);
            others--;
        }
        double share = label == null ? 1 : ELSEWHERE;
        weights.add(votes, share * MODEL / Math.max(1, others));
        return weights;
    }

    List<NameSpan> spans() {
        return spans;
    }

    /** The type of each name by its folded words. */
    Map<String, EntityType> decided() {
        return decided;
    }

    private EntityType type(NameSpan span) {
        String key = key(span);
        Name name = names.get(key);
        EntityType settled = decided.getOrDefault(key, span.type());
        if (name == null || family.contains(key)) {
            return settled;
        }
        return weights(name, span.type()).best();
    }

    private void settleFamilyName(NameSpan person) {
        List<Token> tokens = document.paragraphs().get(person.paragraph());
        if (person.length() > 1) {
            String last = tokens.get(person.to() - 1).folded();
            EntityType type = decided.get(last);
            if (type == EntityType.ORGANIZATION || (type == EntityType.LOCATION && gazetteer.find(last) == null)) {
                decided.put(last, EntityType.PERSON);
                family.add(last);
            }
        }
    }

    /** Known names, and names of several words that the article has elsewhere, where nothing was found. */
    private void addMissed(List<NameSpan> found) {
        Map<String, Integer> longest = new HashMap<>();
        decided.keySet().forEach(key -> {
            int words = key.split(" ", -1).length;
            if (words > 1 && words <= MAX_WORDS) {
                longest.merge(key.substring(0, key.indexOf(' ')), words, Math::max);
            }
        });
        List<BitSet> taken = new ArrayList<>();
        document.paragraphs().forEach(tokens -> taken.add(new BitSet(tokens.size())));
        found.forEach(span -> taken.get(span.paragraph()).set(span.from(), span.to()));
        for (int paragraph = 0; paragraph < taken.size(); paragraph++) {
            List<Token> tokens = document.paragraphs().get(paragraph);
            int at = 0;
            while (at < tokens.size()) {
                NameSpan missed =
                        tokens.get(at).namey() && !taken.get(paragraph).get(at)
                                ? missed(
                                        paragraph,
                                        tokens,
                                        at,
                                        longest.getOrDefault(tokens.get(at).folded(), 0))
                                : null;
                boolean free = missed != null
                        && taken.get(paragraph).get(at, missed.to()).isEmpty();
                if (missed != null && free) {
                    spans.add(missed);
                }
                at = missed != null && free ? missed.to() : at + 1;
            }
        }
    }

    private @Nullable NameSpan missed(int paragraph, List<Token> tokens, int from, int words) {
        for (int to = Math.min(tokens.size(), from + words); to > from + 1; to--) {
            NameSpan span = new NameSpan(paragraph, from, to, EntityType.MISC);
            EntityType type = decided.get(key(span));
            if (type != null) {
                return span.as(type);
            }
        }
        if (tokens.get(from).is(WordClass.DEMONYM)) {
            return new NameSpan(paragraph, from, from + 1, EntityType.MISC);
        }
        Gazetteer.Match known = gazetteer.longestAt(tokens, from);
        return known == null || known.name().weak()
                ? null
                : new NameSpan(paragraph, from, known.end(), known.name().type());
    }

    private String key(NameSpan span) {
        StringBuilder key = new StringBuilder();
        List<Token> tokens = document.paragraphs().get(span.paragraph());
        for (int i = span.from(); i < span.to(); i++) {
            key.append(key.isEmpty() ? "" : " ").append(tokens.get(i).folded());
        }
        return key.toString();
    }
}
