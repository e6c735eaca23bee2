package dev.copydesk.article.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Phrases that texts may begin with, found by their first letters. */
final class Openings {

    /** So many letters of a phrase are looked up; shorter phrases say too little to open a sentence. */
    private static final int LETTERS = 7;

    private final Map<String, List<String>> byLetters = new HashMap<>();

    /** Openings of these phrases, but for the short ones. */
    static Openings of(List<String> phrases) {
        Openings openings = new Openings();
        for (String phrase : phrases) {
            if (phrase.length() >= LETTERS) {
                openings.byLetters
                        .computeIfAbsent(phrase.substring(0, LETTERS), letters -> new ArrayList<>(1))
                        .add(phrase);
            }
        }
        return openings;
    }

    /** Openings of these phrases where another word follows. */
    static Openings ofWords(List<String> phrases) {
        return of(phrases.stream().map(phrase -> phrase + " ").toList());
    }

    /** Whether one of the phrases opens the text, which is in lower case as they are. */
    boolean open(String text) {
        if (text.length() >= LETTERS) {
            for (String phrase : byLetters.getOrDefault(text.substring(0, LETTERS), List.of())) {
                if (text.startsWith(phrase)) {
                    return true;
                }
            }
        }
        return false;
    }
}
