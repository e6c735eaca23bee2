package dev.copydesk.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mention's words as the linker compares them.
 *
 * @param plain the surface without article, possessive and doubled blanks
 * @param key the words folded, hyphens as blanks
 * @param words the words of the key without particles such as {@code al}, {@code bin}, {@code van}, a person's titles and
 *     degrees, and what says only that a place is a city or an island
 */
record SurfaceForm(String plain, String key, List<String> words) {

    private static final Set<String> PARTICLES = Set.of(
            "al", "el", "ul", "bin", "ibn", "bint", "van", "von", "der", "den", "de", "la", "le", "du", "da", "di",
            "dos");
    private static final Set<String> SMALL_WORDS = Set.of("of", "for", "and", "the", "in", "on");
    private static final Set<String> ISLANDS = Set.of("island", "islands", "isles");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern SPACED_INITIALS = Pattern.compile("(?<![\\p{L}.])((?:\\p{Lu}\\.? ?){2,5})(?=\\s|$)");
    private static final Pattern DEGREE = Pattern.compile("(?:\\p{Lu}\\.?){2,4}|PhD|Ph\\.D\\.");
    private static final int MAX_WORDS = 16;

    /** The form of a mention of some type. */
    static SurfaceForm of(String surface, EntityType type) {
        String plain = BLANKS.matcher(surface.strip()).replaceAll(" ");
        if (plain.regionMatches(true, 0, "the ", 0, 4) && plain.length() > 4) {
            plain = plain.substring(4);
        }
        for (String possessive : List.of(" 's", " ’s", "'s", "’s")) {
            if (plain.endsWith(possessive)) {
                plain = plain.substring(0, plain.length() - possessive.length());
            }
        }
        if (type != EntityType.PERSON) {
            plain = joinedInitials(plain);
        }
        List<Token> tokens = NameTokeniser.tokenise(plain, false).stream()
                .filter(token -> token.shape() != Token.Shape.MARK)
                .limit(MAX_WORDS)
                .toList();
        List<String> words = new ArrayList<>();
        for (Token token : type == EntityType.PERSON ? withoutTitles(tokens) : tokens) {
            if (!PARTICLES.contains(token.folded())) {
                words.add(token.folded());
            }
        }
        if (type == EntityType.LOCATION) {
            dropKindOfPlace(words);
        }
        String key = tokens.isEmpty()
                ? Folding.fold(plain)
                : String.join(" ", tokens.stream().map(Token::folded).toList());
        return new SurfaceForm(plain, key, List.copyOf(words));
    }

    /** {@code U. S.} and {@code U.S} as {@code U.S.} is written. */
    private static String joinedInitials(String plain) {
        Matcher initials = SPACED_INITIALS.matcher(plain);
        return initials.matches() && (plain.indexOf('.') > 0 || plain.indexOf(' ') > 0)
                ? plain.replaceAll("(\\p{Lu})\\.? ?", "$1.")
                : plain;
    }

    private static List<Token> withoutTitles(List<Token> tokens) {
        int from = 0;
        int to = tokens.size();
        boolean shouted = tokens.stream().allMatch(token -> token.shape() == Token.Shape.UPPER);
        while (to - from > 1 && tokens.get(from).is(WordClass.TITLE)) {
            from++;
        }
        while (to - from > 1 && isDegree(tokens.get(to - 1), shouted || to - from == 2)) {
            to--;
        }
        return tokens.subList(from, to);
    }

    /** Whether a word behind a name is no part of it; a family name may be in capitals behind a given name. */
    private static boolean isDegree(Token token, boolean perhapsName) {
        return token.is(WordClass.NAME_SUFFIX)
                || (!perhapsName && DEGREE.matcher(token.text()).matches());
    }

    /** {@code City of Kelmor} and {@code Kelmor Island} are Kelmor, {@code Kelmor Islands} the Kelmors. */
    private static void dropKindOfPlace(List<String> words) {
        int last = words.size() - 1;
        if (words.size() > 2
                && words.get(1).equals("of")
                && Lexicon.shared().classesOf(words.get(0)).contains(WordClass.PLACE_NOUN)) {
            words.subList(0, 2).clear();
        } else if (last == 1 && ISLANDS.contains(words.get(last))) {
            String islands = words.remove(last);
            if (!islands.equals("island") && !words.get(0).endsWith("s")) {
                words.set(0, words.get(0) + "s");
            }
        }
    }

    /** Whether both have the same words in whatever order. */
    boolean sameWords(SurfaceForm other) {
        return words.size() == other.words.size() && words.containsAll(other.words);
    }

    /** Whether the words stand in a row at the beginning or the end of a longer name, or end its head: Observatory for … */
    boolean isPartOf(SurfaceForm longer) {
        int rest = longer.words.size() - words.size();
        for (int from = 0; rest > 0 && from <= rest; from++) {
            int to = from + words.size();
            boolean atEdge = from == 0 || from == rest || SMALL_WORDS.contains(longer.words.get(to));
            if (atEdge && longer.words.subList(from, to).equals(words)) {
                return true;
            }
        }
        return false;
    }

    /** The initials of a long name, {@code sohr} for the Syrian Observatory for Human Rights. */
    String initials() {
        StringBuilder initials = new StringBuilder();
        for (String word : words) {
            if (!word.isEmpty() && !SMALL_WORDS.contains(word)) {
                initials.appendCodePoint(word.codePointAt(0));
            }
        }
        return initials.toString();
    }

    /** Whether this is an acronym whose letters stand in the long name in this order, the first one first. */
    boolean abbreviates(SurfaceForm longName) {
        if (!isAcronym()
                || longName.words().size() < 2
                || key.charAt(0) != longName.key().charAt(0)) {
            return false;
        }
        int at = -1;
        for (int i = 0; i < key.length(); i++) {
            at = longName.key().indexOf(key.charAt(i), at + 1);
            if (at < 0) {
                return false;
            }
        }
        return true;
    }

    boolean isAcronym() {
        return words.size() == 1
                && plain.length() >= 2
                && plain.length() <= 8
                && plain.equals(plain.toUpperCase(Locale.ROOT))
                && !plain.equals(plain.toLowerCase(Locale.ROOT));
    }
}
