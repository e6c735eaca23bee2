package dev.copydesk.article;

/** Tells apart the languages that write one script other than Latin. */
final class SharedScript {

    private SharedScript() {}

    static String cyrillic(String lower) {
        if (has(lower, "әғқңұһ")) {
            return "kk";
        }
        if (has(lower, "ў")) {
            return "be";
        }
        if (has(lower, "іїєґ")) {
            return "uk";
        }
        if (has(lower, "ѓќѕ")) {
            return "mk";
        }
        if (has(lower, "ђјљњћџ")) {
            return "sr";
        }
        return has(lower, "ыэё") ? "ru" : bulgarianOrRussian(lower);
    }

    /** Bulgarian writes neither ы nor э; a short Russian text may happen to lack them. */
    private static String bulgarianOrRussian(String lower) {
        String padded = ' ' + lower.replace('\n', ' ') + ' ';
        int bulgarian = occurrences(padded, " се ") + occurrences(padded, " от ") + occurrences(padded, " са ");
        bulgarian += occurrences(padded, "ът ") + occurrences(padded, "та ");
        int russian = occurrences(padded, " в ") + occurrences(padded, " и ") + occurrences(padded, "ь");
        return bulgarian > russian ? "bg" : "ru";
    }

    static String arabic(String lower) {
        if (has(lower, "ٹڈڑےں")) {
            return "ur";
        }
        if (has(lower, "ۆێڵڕ")) {
            return "ku";
        }
        int persian = letters(lower, "پچژگی");
        int arabic = letters(lower, "ةيىإأ");
        return persian > arabic ? "fa" : "ar";
    }

    static String devanagari(String lower) {
        if (lower.contains("आहे") || lower.contains("ळ")) {
            return "mr";
        }
        return lower.contains("छ") && !lower.contains(" है") ? "ne" : "hi";
    }

    /** Whether these letters are more than a foreign name in the text. */
    private static boolean has(String text, String letters) {
        return letters(text, letters) * 200 > text.length();
    }

    private static int letters(String text, String wanted) {
        int found = 0;
        for (int i = 0; i < text.length(); i++) {
            if (wanted.indexOf(text.charAt(i)) >= 0) {
                found++;
            }
        }
        return found;
    }

    private static int occurrences(String text, String part) {
        int found = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
            found++;
        }
        return found;
    }
}
