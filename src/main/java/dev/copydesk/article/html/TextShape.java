package dev.copydesk.article.html;

/** How a text looks: its weight across scripts, whether it reads like sentences. */
final class TextShape {

    private static final String SENTENCE_ENDS = ".!?…:;\"”“»'’)。！？」』）؟۔।";

    private TextShape() {}

    /** Length in letters; a Han, kana or Hangul sign says as much as two and a half letters. */
    static int weight(String text) {
        int wide = 0;
        for (int i = 0; i < text.length(); i++) {
            wide += isWide(text.charAt(i)) ? 1 : 0;
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
            wide += isWide(c) ? 1 : 0;
        }
        return words + wide / 2;
    }

    /** Letters and digits in lower case and nothing else, for comparing texts across spellings. */
    static String loose(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                out.append(Character.toLowerCase(c));
            }
        }
        return out.toString();
    }

    private static boolean isWide(char c) {
        return (c >= '\u3040' && c <= '\u30ff') || (c >= '\u3400' && c <= '\u9fff') || (c >= '\uac00' && c <= '\ud7a3');
    }
}
