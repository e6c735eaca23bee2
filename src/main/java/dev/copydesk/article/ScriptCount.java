package dev.copydesk.article;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many letters of which script a text has. */
final class ScriptCount {

    private static final double CLEAR_SHARE = 0.5;
    private static final double KANA_SHARE = 0.05;

    private final Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
    private final int letters;

    ScriptCount(String text) {
        int found = 0;
        int ascii = 0;
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (c < 128) {
                ascii += Character.isLetter(c) ? 1 : 0;
            } else if (Character.isLetter(c)) {
                counts.merge(UnicodeScript.of(c), 1, Integer::sum);
                found++;
            }
        }
        if (ascii > 0) {
            counts.merge(UnicodeScript.LATIN, ascii, Integer::sum);
        }
        letters = found + ascii;
    }

    int letters() {
        return letters;
    }

    /** The script that most letters are of, kana and ideographs counted together; null when there is none. */
    @Nullable
    UnicodeScript main() {
        if (mostlyIdeographs()) {
            return UnicodeScript.HAN;
        }
        for (Map.Entry<UnicodeScript, Integer> entry : counts.entrySet()) {
            if (entry.getValue() > CLEAR_SHARE * letters) {
                return entry.getKey();
            }
        }
        return null;
    }

    /** A third is enough: an ideograph stands for a word where other scripts need five letters. */
    boolean mostlyIdeographs() {
        return letters > 0 && 3 * ideographs() >= letters;
    }

    boolean hasKana() {
        return of(UnicodeScript.HIRAGANA) + of(UnicodeScript.KATAKANA) > KANA_SHARE * ideographs();
    }

    private int ideographs() {
        return of(UnicodeScript.HAN) + of(UnicodeScript.HIRAGANA) + of(UnicodeScript.KATAKANA);
    }

    private int of(UnicodeScript script) {
        return counts.getOrDefault(script, 0);
    }
}
