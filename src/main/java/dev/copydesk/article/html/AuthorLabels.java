package dev.copydesk.article.html;

import java.util.List;
import java.util.Locale;

/** The words that lead a byline, such as {@code By}, {@code Von} and {@code Author:}. */
final class AuthorLabels {

    private static final List<String> LABELS = List.of(
            "posted by",
            "written by",
            "published by",
            "words by",
            "story by",
            "article by",
            "text by",
            "by",
            "ein beitrag von",
            "geschrieben von",
            "verfasst von",
            "erstellt von",
            "veröffentlicht von",
            "alle beiträge von",
            "beiträge von",
            "alles von",
            "von",
            "vom",
            "écrit par",
            "publié par",
            "rédigé par",
            "par",
            "escrito por",
            "publicado por",
            "por",
            "scritto da",
            "di",
            "authors:",
            "author:",
            "autoren:",
            "autorin:",
            "autor:",
            "auteur:",
            "text:",
            "redaktion:",
            "geschreven door",
            "door",
            "skriven av",
            "skrevet av",
            "skrevet af",
            "av",
            "af",
            "napisane przez",
            "автор:",
            "yazan:");

    private AuthorLabels() {}

    /** The text behind its label; the text itself when no label leads it. */
    static String without(String text) {
        String stripped = text.strip();
        int length = length(stripped);
        return length == 0 || length == stripped.length()
                ? stripped
                : stripped.substring(length).strip();
    }

    /** Whether a label leads the text and something follows. */
    static boolean leads(String text) {
        String stripped = text.strip();
        int length = length(stripped);
        return length > 0 && stripped.length() > length + 1;
    }

    /** Whether the text is a label and nothing else. */
    static boolean is(String text) {
        String stripped = text.strip();
        return !stripped.isEmpty()
                && (length(stripped) == stripped.length() || LABELS.contains(stripped.toLowerCase(Locale.ROOT) + ':'));
    }

    /** Characters of the label with its colon, or 0. */
    private static int length(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.length() != text.length()) {
            return 0;
        }
        for (String label : LABELS) {
            if (lower.startsWith(label)) {
                int end = label.length();
                boolean colon = end < lower.length() && lower.charAt(end) == ':';
                if (label.endsWith(":") || colon || end == lower.length() || lower.charAt(end) == ' ') {
                    return colon ? end + 1 : end;
                }
            }
        }
        return 0;
    }
}
