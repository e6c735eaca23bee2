package dev.copydesk.article.dump;

import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Word sets of lines and of addresses, to compare them with each other. */
final class Tokens {

    private static final int FEWEST_SLUG_WORDS = 3;

    private static final Pattern SITE = Pattern.compile("^[a-zA-Z]+://[^/]*");
    private static final Pattern QUERY = Pattern.compile("[?#].*$");
    private static final Pattern SUFFIX = Pattern.compile("\\.[a-z]{2,5}$");

    private Tokens() {}

    static Set<String> of(String plain) {
        Set<String> tokens = new HashSet<>();
        for (String token : plain.split(" ", -1)) {
            if (token.length() > 1) {
                tokens.add(token);
            }
        }
        return tokens;
    }

    /** The words of the longest hyphenated part of an address's path; empty when it has none. */
    static Set<String> slug(@Nullable String url) {
        if (url == null) {
            return Set.of();
        }
        String path = QUERY.matcher(SITE.matcher(url).replaceFirst("")).replaceFirst("");
        String longest = "";
        for (String part : path.split("/", -1)) {
            longest = part.length() > longest.length() && words(part).size() >= FEWEST_SLUG_WORDS ? part : longest;
        }
        return words(longest);
    }

    /** How alike two sets are: the harmonic mean of the shares that they have in common, 0 to 1. */
    static double alike(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        return 2.0 * shared(one, other) / (one.size() + other.size());
    }

    static int shared(Set<String> one, Set<String> other) {
        int shared = 0;
        for (String token : one) {
            shared += other.contains(token) ? 1 : 0;
        }
        return shared;
    }

    /** The host's own name without {@code www.} and top level, as in {@code example} for {@code www.example.co.uk}. */
    static @Nullable String hostName(@Nullable String url) {
        if (url == null) {
            return null;
        }
        String host;
        try {
            host = URI.create(QUERY.matcher(url).replaceFirst("")).getHost();
        } catch (IllegalArgumentException e) {
            return null; // an address that cannot be parsed names no host; the page may still be an article
        }
        if (host == null) {
            return null;
        }
        String[] labels = host.toLowerCase(Locale.ROOT).split("\\.", -1);
        int last = labels.length - 2;
        if (last > 0 && labels[last].length() <= 3 && labels[last + 1].length() == 2) {
            last--;
        }
        return last >= 0 ? labels[last].replace("-", "") : null;
    }

    private static Set<String> words(String part) {
        String bare = SUFFIX.matcher(part).replaceFirst("");
        Set<String> words = of(TextLine.plain(bare));
        words.removeIf(word -> word.chars().allMatch(Character::isDigit) && word.length() > 4);
        return words;
    }
}
