package dev.copydesk.article.learning;

/**
 * What one pass over a block's text counts. Lengths are in UTF-16 units.
 *
 * @param letters letters of any script
 * @param words runs of letters and digits
 * @param shortWords words of one to three letters, most of them function words
 * @param capitalised words that begin with a capital
 * @param capitals capital letters
 * @param digits decimal digits
 * @param ends full stops, exclamation and question marks of any script
 * @param commas commas and semicolons of any script
 * @param marks other signs that are neither letter, digit nor space
 * @param wide Han, kana and Hangul signs
 */
public record TextProfile(
        int length,
        int letters,
        int words,
        int shortWords,
        int capitalised,
        int capitals,
        int digits,
        int ends,
        int commas,
        int marks,
        int wide) {

    private static final String ENDS = ".!?…。！？؟۔।";
    private static final String COMMAS = ",;，；、،؛";

    public static TextProfile of(String text) {
        int letters = 0;
        int words = 0;
        int shortWords = 0;
        int capitalised = 0;
        int capitals = 0;
        int digits = 0;
        int ends = 0;
        int commas = 0;
        int marks = 0;
        int wide = 0;
        int inWord = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean lower = c >= 'a' && c <= 'z';
            if (lower || Character.isLetter(c)) {
                letters++;
                boolean capital = !lower && Character.isUpperCase(c);
                capitals += capital ? 1 : 0;
                capitalised += capital && inWord == 0 ? 1 : 0;
                wide += !lower && TextProfile.isWide(c) ? 1 : 0;
                words += inWord == 0 ? 1 : 0;
                inWord++;
                continue;
            }
            if (Character.isDigit(c)) {
                digits++;
                words += inWord == 0 ? 1 : 0;
                inWord += 4;
                continue;
            }
            shortWords += inWord > 0 && inWord <= 3 ? 1 : 0;
            inWord = 0;
            if (c == ' ') {
                continue;
            }
            if (ENDS.indexOf(c) >= 0) {
                ends++;
            } else if (COMMAS.indexOf(c) >= 0) {
                commas++;
            } else {
                marks++;
            }
        }
        shortWords += inWord > 0 && inWord <= 3 ? 1 : 0;
        return new TextProfile(
                text.length(), letters, words, shortWords, capitalised, capitals, digits, ends, commas, marks, wide);
    }

    /** Length in letters of an alphabet; a Han, kana or Hangul sign says as much as two and a half letters. */
    public int weight() {
        return length + wide * 3 / 2;
    }

    /** Whether a sign is of a script that writes no spaces between words, or of Hangul. */
    public static boolean isWide(char c) {
        return (c >= '\u3040' && c <= '\u30ff') || (c >= '\u3400' && c <= '\u9fff') || (c >= '\uac00' && c <= '\ud7a3');
    }
}
