package dev.copydesk.entity;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Known names in one language, found by their folded words: countries and cities of the CLDR and the curated list, whose
 * unmarked aliases hold in every language. Built on first use of a language and shared afterwards.
 */
final class Gazetteer {

    /**
     * A known name in a row of tokens.
     *
     * @param end index behind its last token
     */
    record Match(KnownName name, int end) {}

    private static final Map<String, Gazetteer> BY_LANGUAGE = new ConcurrentHashMap<>();
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final int MAX_ACRONYM = 5;

    private final Map<String, KnownName> names = new HashMap<>();
    private final Map<String, Integer> longestByFirstWord = new HashMap<>();
    private final boolean elision;

    private Gazetteer(String language) {
        this.elision = Languages.elides(language);
        CuratedNames curated = CuratedNames.shared();
        for (CuratedNames.Entry entry : curated.entries()) {
            for (String alias : entry.aliases()) {
                addCurated(entry, alias, language);
            }
        }
        CldrNames.regions(language, (region, name) -> {
            String canonical = curated.canonicalRegion(region, CldrNames.englishRegion(region));
            add(name, regionType(region), canonical, curated.isWeakLocation(name));
        });
        CldrNames.cities(language, (english, name) -> {
            boolean weak = curated.isWeakLocation(english) || curated.isWeakLocation(name);
            add(name, EntityType.LOCATION, curated.canonicalLocation(english), weak);
        });
    }

    /** The gazetteer of an ISO 639-1 language; that of English for null and for unknown codes. */
    static Gazetteer of(@Nullable String language) {
        String known = language != null && LANGUAGES.contains(language) ? language : "en";
        return BY_LANGUAGE.computeIfAbsent(known, Gazetteer::new);
    }

    /** The longest known name that begins at a token. */
    @Nullable
    Match longestAt(List<Token> tokens, int from) {
        Token first = tokens.get(from);
        Integer longest = longestByFirstWord.get(first.folded());
        return longest == null ? null : longestAt(tokens, from, first.folded(), longest);
    }

    /** As {@link #longestAt(List, int)}, with another word in the place of the first token's. */
    @Nullable
    Match longestAt(List<Token> tokens, int from, String firstWord) {
        Integer longest = longestByFirstWord.get(firstWord);
        return longest == null ? null : longestAt(tokens, from, firstWord, longest);
    }

    private @Nullable Match longestAt(List<Token> tokens, int from, String firstWord, int longest) {
        Match best = null;
        StringBuilder key = new StringBuilder(firstWord);
        int words = 1;
        for (int next = from + 1; ; next++) {
            KnownName name = names.get(key.toString());
            if (name != null && wellWritten(name, tokens.get(from), next == from + 1)) {
                best = new Match(name, next);
            }
            if (next < tokens.size() && isJoin(tokens, next)) {
                next++;
            }
            if (words == longest || next >= tokens.size() || !isPart(tokens.get(next))) {
                return best;
            }
            key.append(' ').append(word(tokens.get(next)));
            words++;
        }
    }

    /** What is known of a phrase, however it is written in capitals. */
    @Nullable
    KnownName find(String phrase) {
        return names.get(key(phrase));
    }

    /** The CLDR counts two organisations among its regions. */
    static EntityType regionType(String region) {
        return region.equals("UN") || region.equals("EU") ? EntityType.ORGANIZATION : EntityType.LOCATION;
    }

    private void addCurated(CuratedNames.Entry entry, String alias, String language) {
        String name = CuratedNames.withoutLanguage(alias);
        if (name.length() == alias.length() || alias.startsWith(language)) {
            add(name, entry.type(), entry.canonicalName(), entry.weak());
        }
    }

    private void add(String alias, EntityType type, String canonicalName, boolean weak) {
        List<Token> tokens = NameTokeniser.tokenise(alias, elision);
        String key = key(tokens);
        if (key.isEmpty()) {
            return;
        }
        String letters = alias.replace(".", "");
        boolean acronym = letters.length() <= MAX_ACRONYM
                && letters.equals(letters.toUpperCase(Locale.ROOT))
                && !letters.equals(letters.toLowerCase(Locale.ROOT));
        boolean lowerStart = tokens.get(0).shape() == Token.Shape.LOWER;
        KnownName name = new KnownName(type, canonicalName, weak, acronym, lowerStart);
        // The first meaning stays: curated before region before city.
        names.merge(key, name, (old, added) -> old.canonicalName().equals(added.canonicalName()) ? old.or(added) : old);
        int words = (int) key.chars().filter(c -> c == ' ').count() + 1;
        longestByFirstWord.merge(word(tokens.get(0)), words, Math::max);
    }

    private String key(String phrase) {
        return key(NameTokeniser.tokenise(phrase, elision));
    }

    private static String key(List<Token> tokens) {
        StringBuilder key = new StringBuilder();
        for (Token token : tokens) {
            if (isPart(token)) {
                key.append(key.isEmpty() ? "" : " ").append(word(token));
            }
        }
        return key.toString();
    }

    private static boolean wellWritten(KnownName name, Token first, boolean single) {
        return switch (first.shape()) {
            case LOWER -> name.lowerStart();
            case CAPITALISED, MIXED -> !(single && name.acronym());
            case MARK, NUMBER -> false;
            default -> true;
        };
    }

    private static boolean isPart(Token token) {
        return token.isWord() || token.shape() == Token.Shape.NUMBER || token.isMark("&");
    }

    private static boolean isJoin(List<Token> tokens, int at) {
        return tokens.get(at).isMark("-")
                && !tokens.get(at).spaced()
                && at + 1 < tokens.size()
                && !tokens.get(at + 1).spaced();
    }

    private static String word(Token token) {
        return token.isMark("&") ? "and" : token.folded();
    }
}
