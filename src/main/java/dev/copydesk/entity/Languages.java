package dev.copydesk.entity;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the recogniser has to know of a language before it reads a word of it. */
enum Languages {
    ENGLISH,
    /** Latin-script languages that write names, not nouns, with a capital. */
    NAMES_CAPITALISED,
    NOUNS_CAPITALISED,
    /** Arabic writes conjunctions and prepositions as one word with the name. */
    PREFIXED,
    /** Nothing is known that would allow more than matches of known names. */
    OTHER;

    private static final Set<String> ELIDING = Set.of("fr", "it", "ca", "oc");
    private static final Set<String> CAPITALISING =
            Set.of("fr", "es", "it", "pt", "nl", "sv", "da", "no", "nb", "nn", "ca", "ro", "fi", "gl");
    private static final Set<String> ENGLISH_WORDS = Set.of(
            "the", "of", "and", "to", "in", "is", "was", "that", "for", "with", "his", "has", "by", "at", "from");

    static boolean elides(@Nullable String language) {
        return language != null && ELIDING.contains(language);
    }

    /** The kind of a language; that of a text without one is told from its commonest words. */
    static Languages of(@Nullable String language, List<List<Token>> paragraphs) {
        if (language == null) {
            return readsLikeEnglish(paragraphs) ? ENGLISH : OTHER;
        }
        return switch (language) {
            case "en" -> ENGLISH;
            case "de", "lb" -> NOUNS_CAPITALISED;
            case "ar" -> PREFIXED;
            default -> CAPITALISING.contains(language) ? NAMES_CAPITALISED : OTHER;
        };
    }

    private static boolean readsLikeEnglish(List<List<Token>> paragraphs) {
        int words = 0;
        int english = 0;
        for (List<Token> tokens : paragraphs) {
            for (Token token : tokens) {
                words += token.isWord() ? 1 : 0;
                english += ENGLISH_WORDS.contains(token.folded()) ? 1 : 0;
            }
        }
        // One word in eight is one of these in English prose; in other languages hardly one in thirty.
        return english * 10 >= words && words > 0;
    }
}
