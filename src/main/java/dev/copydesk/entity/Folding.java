package dev.copydesk.entity;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Makes spellings of one name equal: case, accents, full stops, Arabic vowel signs, hamza and tatweel, and kinds of
 * apostrophe do not count.
 */
final class Folding {

    private static final int ARABIC_TATWEEL = 0x640;

    private Folding() {}

    static String fold(String text) {
        boolean ascii = true;
        boolean plain = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            ascii &= c < 0x80;
            plain &= c >= 'a' && c <= 'z';
        }
        if (plain) {
            return text;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (ascii) {
            return lower.indexOf('.') < 0 ? lower : lower.replace(".", "");
        }
        String decomposed = Normalizer.normalize(lower, Normalizer.Form.NFD);
        StringBuilder folded = new StringBuilder(decomposed.length());
        decomposed.codePoints().forEach(c -> {
            if (c == 0x2019 || c == 0x2bc) {
                folded.append('\'');
            } else if (c != '.' && c != ARABIC_TATWEEL && Character.getType(c) != Character.NON_SPACING_MARK) {
                folded.appendCodePoint(c);
            }
        });
        return folded.toString();
    }
}
