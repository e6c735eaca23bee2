package dev.copydesk.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A mention's words as the linker compares them.
 *
 * @param plain the surface without article, possessive and doubled blanks
 * @param key the words folded, hyphens as blanks
 * @param words the words of the key without particles such as {@code al}, {@code bin}, {@code van}
 */
record SurfaceForm(String plain, String key, List<String> words) {

    private static final Set<String> PARTICLES = Set.of(
            "al", "el", "ul", "bin", "ibn", "bint", "van", "von", "der", "den", "de", "la", "le", "du", "da", "di",
            "dos");
    private static final Set<String> SMALL_WORDS = Set.of("of", "for", "and", "the", "in", "on");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int MAX_WORDS = 16;

    static SurfaceForm of(String surface) {
        String plain = BLANKS.matcher(surface.strip()).replaceAll(" ");
        if (plain.regionMatches(true, 0, "the ", 0, 4) && plain.length() > 4) {
            plain = plain.substring(4);
        }
        for (String possessive : List.of(" 's", " ’s", "'s", "’s")) {
            if (plain.endsWith(possessive)) {
                plain = plain.substring(0, plain.length() - possessive.length());
            }
        }
        List<String> all = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (Token token : NameTokeniser.tokenise(plain, false)) {
            if (token.shape() != Token.Shape.MARK && all.size() < MAX_WORDS) {
                all.add(token.folded());
                if (!PARTICLES.contains(token.folded())) {
                    words.add(token.folded());
                }
            }
        }
        String key = all.isEmpty() ? Folding.fold(plain) : String.join(" ", all);
        return new SurfaceForm(plain, key, List.copyOf(words));
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
