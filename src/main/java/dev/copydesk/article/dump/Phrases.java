package dev.copydesk.article.dump;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A list of phrases, looked up as a whole line, as its beginning, or anywhere in it. Phrases are in plain lower case, as
 * {@link TextLine#plain} makes it, and are found at word boundaries; those of scripts without spaces only as whole words.
 */
final class Phrases {

    private final Set<String> exact = new HashSet<>();
    private final Map<String, List<String>> byFirstWord = new HashMap<>();

    private Phrases() {}

    /** Phrases parted by a vertical bar. */
    static Phrases of(String barred) {
        Phrases phrases = new Phrases();
        for (String phrase : barred.split("\\|", -1)) {
            phrases.exact.add(phrase);
            phrases.byFirstWord
                    .computeIfAbsent(firstWord(phrase, 0), word -> new ArrayList<>(2))
                    .add(phrase);
        }
        return phrases;
    }

    boolean is(String plain) {
        return exact.contains(plain);
    }

    boolean begins(String plain) {
        return at(plain, 0) > 0;
    }

    boolean in(String plain) {
        for (int start = 0; start < plain.length(); start = plain.indexOf(' ', start) + 1) {
            if (at(plain, start) > 0) {
                return true;
            }
            if (plain.indexOf(' ', start) < 0) {
                return false;
            }
        }
        return false;
    }

    /** Length of the phrase at a word's start, or 0. */
    private int at(String plain, int start) {
        List<String> candidates = byFirstWord.get(firstWord(plain, start));
        if (candidates == null) {
            return 0;
        }
        int longest = 0;
        for (String phrase : candidates) {
            int end = start + phrase.length();
            boolean whole = end == plain.length() || (end < plain.length() && plain.charAt(end) == ' ');
            if (whole && phrase.length() > longest && plain.startsWith(phrase, start)) {
                longest = phrase.length();
            }
        }
        return longest;
    }

    private static String firstWord(String plain, int start) {
        int space = plain.indexOf(' ', start);
        return plain.substring(start, space < 0 ? plain.length() : space);
    }
}
