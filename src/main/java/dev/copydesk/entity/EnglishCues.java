package dev.copydesk.entity;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Weighs what speaks for a person, organisation or place: known names, the words of the name, and the words around it. */
final class EnglishCues {

    private static final Set<String> ARAB_PARTICLES =
            Set.of("bin", "ibn", "bint", "abdel", "abd", "abdul", "abu", "von", "van", "de", "da", "di", "dos");
    private static final Set<String> SURE_FIRST =
            Set.of("mount", "mt", "lake", "gulf", "cape", "fort", "isle", "strait", "bay");
    private static final Set<String> COMPASS_NOUNS = Set.of(
            "north",
            "south",
            "east",
            "west",
            "outskirts",
            "edge",
            "edges",
            "coast",
            "people",
            "capture",
            "streets",
            "city",
            "border",
            "part",
            "parts",
            "control",
            "recapture",
            "liberation",
            "siege");

    private static final List<String> NOUN_ENDING = List.of(
            "ing", "tion", "tions", "ment", "ments", "ity", "ness", "ics", "ance", "ence", "ogy", "ship", "ism", "able",
            "ful", "less", "ware", "graphy");

    private final List<Token> tokens;
    private final Gazetteer gazetteer;
    private final Candidate candidate;

    private EnglishCues(List<Token> tokens, Gazetteer gazetteer, Candidate candidate) {
        this.tokens = tokens;
        this.gazetteer = gazetteer;
        this.candidate = candidate;
    }

    static void weigh(List<Token> tokens, Gazetteer gazetteer, Candidate candidate) {
        weighName(tokens, gazetteer, candidate);
        weighPlace(tokens, gazetteer, candidate);
    }

    /** What the name itself tells, wherever it stands. */
    static void weighName(List<Token> tokens, Gazetteer gazetteer, Candidate candidate) {
        EnglishCues cues = new EnglishCues(tokens, gazetteer, candidate);
        cues.known();
        cues.words();
    }

    /** What the words ahead of the name and behind it tell. */
    static void weighPlace(List<Token> tokens, Gazetteer gazetteer, Candidate candidate) {
        EnglishCues cues = new EnglishCues(tokens, gazetteer, candidate);
        cues.before();
        cues.behind();
    }

    private void known() {
        Gazetteer.Match match = gazetteer.longestAt(tokens, candidate.from);
        Token first = tokens.get(candidate.from);
        if (match != null && match.end() == candidate.to) {
            candidate.evidence.add(match.name().type(), match.name().weak() ? 1.2 : 4.5);
        } else if (match != null && !match.name().weak() && match.name().type() == EntityType.LOCATION) {
            organization(0.8);
            person(-0.8);
        }
        Token last = tokens.get(candidate.to - 1);
        if (last.is(WordClass.DEMONYM) || last.is(WordClass.RELIGION)) {
            candidate.evidence.add(EntityType.MISC, 5);
        } else if (first.is(WordClass.DEMONYM)) {
            candidate.evidence.add(EntityType.MISC, 0.5);
        }
    }

    private void words() {
        Token first = tokens.get(candidate.from);
        Token last = tokens.get(candidate.to - 1);
        boolean several = candidate.length() > 1;
        headBeforeOf();
        if (last.is(WordClass.CORP_SUFFIX) && several) {
            organization(4);
        } else if (last.is(WordClass.ORG_HEAD)) {
            organization(several ? 3.5 : 2);
        }
        if (last.is(WordClass.LOCATION_HEAD) && several) {
            location(3.5);
        }
        if (last.is(WordClass.EVENT_HEAD) && several) {
            candidate.evidence.add(EntityType.MISC, 3);
        }
        if (first.is(WordClass.LOCATION_FIRST) && several) {
            location(SURE_FIRST.contains(first.folded()) ? 3 : 1.2);
        }
        if (!several) {
            single(first);
        } else {
            personShape(first, last);
        }
    }

    private void headBeforeOf() {
        for (int i = candidate.from; i + 1 < candidate.to; i++) {
            String next = tokens.get(i + 1).text();
            if (next.equals("of") || next.equals("for")) {
                Token head = tokens.get(i);
                if (head.is(WordClass.ORG_HEAD) || next.equals("for")) {
                    organization(4);
                } else if (head.is(WordClass.LOCATION_HEAD) || head.is(WordClass.LOCATION_FIRST)) {
                    location(4);
                } else {
                    organization(1.5);
                }
                return;
            }
            if (next.equals("&")) {
                organization(2);
            }
        }
    }

    private void single(Token word) {
        if (word.shape() == Token.Shape.UPPER && !hasDigit(word)) {
            organization(word.text().length() <= 6 ? 1.6 : 0.8);
        } else if (hasDigit(word) || Character.isLowerCase(word.text().codePointAt(0))) {
            candidate.evidence.add(EntityType.MISC, 1.3);
        } else if (word.shape() == Token.Shape.MIXED
                && !word.folded().startsWith("mc")
                && !word.folded().startsWith("o'")) {
            organization(1.2);
        } else if (word.is(WordClass.FIRST_NAME)) {
            person(1.2);
        }
    }

    private void personShape(Token first, Token last) {
        int words = 0;
        boolean capitals = true;
        boolean shouting = true;
        for (int i = candidate.from; i < candidate.to; i++) {
            Token token = tokens.get(i);
            if (token.isWord()) {
                words++;
                capitals &= token.shape() == Token.Shape.CAPITALISED
                        || isInitial(token)
                        || token.is(WordClass.PARTICLE)
                        || token.shape() == Token.Shape.MIXED;
                shouting &= token.shape() == Token.Shape.UPPER;
                person(looksLikeNoun(token) ? -0.8 : 0);
                candidate.evidence.add(EntityType.MISC, hasDigit(token) ? 1.5 : 0);
                person(isInitial(token) ? 1.5 : 0);
                person(ARAB_PARTICLES.contains(token.folded()) ? 0.8 : 0);
                organization(token.shape() == Token.Shape.UPPER ? 0.8 : 0);
            }
        }
        if (words < 2 || words > 5 || !(capitals || shouting)) {
            return;
        }
        person(shouting ? 0 : words == 2 ? 1.0 : 0.5);
        if (first.is(WordClass.FIRST_NAME)) {
            person(3);
        }
        if (last.is(WordClass.NAME_SUFFIX)) {
            person(2);
        }
    }

    private void before() {
        int at = candidate.from - 1;
        while (at >= 0 && isQuote(tokens.get(at))) {
            at--;
        }
        Token token = tokenAt(at);
        if (token == null || !token.isWord()) {
            if (token != null && token.isMark("(") && tokens.get(candidate.from).shape() == Token.Shape.UPPER) {
                organization(0.8);
            }
            return;
        }
        if (token.is(WordClass.TITLE) && (token.namey() || token.is(WordClass.PERSON_ROLE))) {
            person(token.namey() ? 4 : 2.5);
            return;
        }
        person(token.is(WordClass.PERSON_ROLE) ? 2.2 : 0);
        person(token.is(WordClass.SPEECH) ? 1.5 : 0);
        location(token.is(WordClass.PLACE_IN) ? 1.7 : 0);
        location(token.is(WordClass.PLACE_TO) ? 0.7 : 0);
        location(token.is(WordClass.PLACE_NOUN) ? 1.8 : 0);
        location(token.is(WordClass.DIRECTION) ? 2 : 0);
        organization(token.is(WordClass.ORG_BEFORE) ? 2 : 0);
        if (token.folded().equals("the")) {
            person(-1.6);
            organization(0.8);
            location(-0.2);
        } else if (token.folded().equals("of")) {
            beforeOf(tokenAt(at - 1));
        }
    }

    private void beforeOf(@Nullable Token noun) {
        if (noun == null) {
            return;
        }
        if (noun.is(WordClass.PLACE_NOUN) && !noun.namey()) {
            location(5);
        } else if (noun.is(WordClass.PERSON_ROLE)) {
            organization(1);
            location(0.8);
        } else {
            location(COMPASS_NOUNS.contains(noun.folded()) ? 1.5 : 0.3);
        }
    }

    private void behind() {
        int at = candidate.to;
        Token token = tokenAt(at);
        if (token != null && token.folded().equals("'s")) {
            return;
        }
        while (token != null && isQuote(token)) {
            token = tokenAt(++at);
        }
        if (token == null) {
            return;
        }
        if (token.isMark(",")) {
            apposition(at + 1);
        } else if (token.isMark("(") && candidate.length() > 1) {
            Token inside = tokenAt(at + 1);
            organization(inside != null && inside.shape() == Token.Shape.UPPER ? 1.5 : 0);
        } else if (token.shape() == Token.Shape.LOWER) {
            person(token.is(WordClass.SPEECH) ? 1.2 : 0);
            organization(token.is(WordClass.SPEECH) ? 0.5 : 0);
            person(token.is(WordClass.PERSON_VERB) ? 2 : 0);
            location(token.is(WordClass.PLACE_AFTER) ? 2.5 : 0);
            organization(token.is(WordClass.ORG_AFTER) ? 2.2 : 0);
        }
    }

    /** {@code X, 45,}, {@code X, who}, {@code X, a lawyer} are persons; {@code X, Iraq} is a place. */
    private void apposition(int at) {
        Token token = tokenAt(at);
        if (token == null) {
            return;
        }
        Token next = tokenAt(at + 1);
        if (token.shape() == Token.Shape.NUMBER && token.text().length() <= 2 && next != null && !next.isWord()) {
            person(2.5);
        } else if (token.text().equals("who") || (token.is(WordClass.PERSON_ROLE) && !token.namey())) {
            person(2);
        } else if ((token.text().equals("a")
                        || token.text().equals("an")
                        || token.text().equals("the"))
                && next != null
                && next.is(WordClass.PERSON_ROLE)) {
            person(2);
        } else if (token.namey()) {
            Gazetteer.Match match = gazetteer.longestAt(tokens, at);
            boolean place = match != null
                    && match.name().type() == EntityType.LOCATION
                    && !match.name().weak();
            location(place ? 1.2 : 0);
        }
    }

    private static boolean isInitial(Token token) {
        return token.shape() == Token.Shape.INITIAL && token.text().endsWith(".");
    }

    private static boolean hasDigit(Token token) {
        return token.text().chars().anyMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean looksLikeNoun(Token token) {
        return !token.is(WordClass.FIRST_NAME)
                && (token.is(WordClass.COMMON) || NOUN_ENDING.stream().anyMatch(token.folded()::endsWith));
    }

    private @Nullable Token tokenAt(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at) : null;
    }

    private static boolean isQuote(Token token) {
        return token.shape() == Token.Shape.MARK && "“”\"'’‘«»".contains(token.text());
    }

    private void person(double weight) {
        candidate.evidence.add(EntityType.PERSON, weight);
    }

    private void organization(double weight) {
        candidate.evidence.add(EntityType.ORGANIZATION, weight);
    }

    private void location(double weight) {
        candidate.evidence.add(EntityType.LOCATION, weight);
    }
}
