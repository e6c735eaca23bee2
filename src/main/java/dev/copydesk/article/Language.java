package dev.copydesk.article;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells the language of a text by its script, by letters that only one language has, and by function words. Looks at the
 * first few thousand characters only.
 */
public final class Language {

    private static final int SAMPLE = 6000;
    private static final int FEWEST_LETTERS = 12;

    private Language() {}

    /** ISO 639-1 code in lower case, or null when the text is too short or too mixed to tell. */
    public static @Nullable String detect(String text) {
        String sample = text.length() > SAMPLE ? text.substring(0, SAMPLE) : text;
        ScriptCount scripts = new ScriptCount(sample);
        if (scripts.letters() < (scripts.mostlyIdeographs() ? FEWEST_LETTERS / 3 : FEWEST_LETTERS)) {
            return null;
        }
        Character.UnicodeScript script = scripts.main();
        if (script == null) {
            return null;
        }
        String lower = sample.toLowerCase(Locale.ROOT);
        return switch (script) {
            case LATIN -> FunctionWords.language(lower);
            case CYRILLIC -> SharedScript.cyrillic(lower);
            case ARABIC -> SharedScript.arabic(lower);
            case DEVANAGARI -> SharedScript.devanagari(lower);
            case HAN, HIRAGANA, KATAKANA -> scripts.hasKana() ? "ja" : "zh";
            case HANGUL -> "ko";
            case GREEK -> "el";
            case HEBREW -> "he";
            case THAI -> "th";
            case BENGALI -> "bn";
            case TAMIL -> "ta";
            case TELUGU -> "te";
            case KANNADA -> "kn";
            case MALAYALAM -> "ml";
            case GUJARATI -> "gu";
            case GURMUKHI -> "pa";
            case SINHALA -> "si";
            case GEORGIAN -> "ka";
            case ARMENIAN -> "hy";
            case KHMER -> "km";
            case LAO -> "lo";
            case MYANMAR -> "my";
            case ETHIOPIC -> "am";
            default -> null;
        };
    }

    /** The function words of a language in lower case; empty where none are kept for it. */
    public static Set<String> functionWords(@Nullable String language) {
        return language == null ? Set.of() : FunctionWords.of(language);
    }
}
