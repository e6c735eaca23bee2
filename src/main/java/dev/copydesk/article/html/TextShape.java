package dev.copydesk.article.html;

import dev.copydesk.article.learning.TextProfile;

/** How a text looks: its weight across scripts, whether it reads like sentences. */
final class TextShape {

    private static final String SENTENCE_ENDS = ".!?…:;\"”“»'’)。！？」』）؟۔।";

    /** Letters and digits of ASCII in lower case; 0 for everything else. */
    private static final char[] LOOSE_ASCII = new char[128];

    static {
        for (char c = 0; c < LOOSE_ASCII.length; c++) {
            LOOSE_ASCII[c] = Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : 0;
        }
    }

    private TextShape() {}

    /** Length in letters; a Han, kana or Hangul sign says as much as two and a half letters. */
    static int weight(String text) {
        int wide = 0;
        for (int i = 0; i < text.length(); i++) {
            wide += TextProfile.isWide(text.charAt(i)) ? 1 : 0;
        }
        return text.length() + wide * 3 / 2;
    }

    static boolean endsSentence(String text) {
        return !text.isEmpty() && SENTENCE_ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    static int words(String text) {
        int words = 0;
        boolean inWord = false;
        int wide = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = Character.isLetterOrDigit(c) || c == '\'' || c == '’';
            if (letter && !inWord) {
                words++;
            }
            inWord = letter;
            wide += TextProfile.isWide(c) ? 1 : 0;
        }
        return words + wide / 2;
    }

    /** Letters and digits in lower case and nothing else, for comparing texts across spellings. */
    static String loose(String text) {
        char[] loose = new char[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 128) {
                c = LOOSE_ASCII[c];
                loose[length] = c;
                length += c == 0 ? 0 : 1;
            } else if (Character.isLetterOrDigit(c)) {
                loose[length++] = Character.toLowerCase(c);
            }
        }
        return new String(loose, 0, length);
    }
}
