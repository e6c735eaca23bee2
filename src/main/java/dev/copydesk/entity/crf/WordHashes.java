package dev.copydesk.entity.crf;

/** Hashes of a word's spelling, read off in one pass. */
final class WordHashes {

    private static final int AFFIX = 4;
    private static final int MAX_SHAPE = 10;

    final int lower;
    final int exact;
    final int shape;
    /** Hashes of the first one to four characters, of the whole word where it is shorter. */
    final int[] prefixes = new int[AFFIX];

    final int[] suffixes = new int[AFFIX];
    final boolean capital;
    final boolean upper;
    final boolean digit;
    final boolean letter;

    WordHashes(String word) {
        int length = word.length();
        int lowerHash = 7;
        int exactHash = 7;
        int shapeHash = 7;
        char lastShape = 0;
        int shapes = 0;
        boolean anyLower = false;
        boolean anyDigit = false;
        boolean anyLetter = false;
        boolean anyUpper = false;
        for (int i = 0; i < length; i++) {
            char c = word.charAt(i);
            char small = c < 128 ? (c >= 'A' && c <= 'Z' ? (char) (c + 32) : c) : Character.toLowerCase(c);
            boolean isUpper = c < 128 ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c);
            boolean isDigit = c >= '0' && c <= '9';
            boolean isLetter = isUpper || (c < 128 ? c >= 'a' && c <= 'z' : Character.isLetter(c));
            anyUpper |= isUpper;
            anyLetter |= isLetter;
            anyLower |= isLetter && !isUpper;
            anyDigit |= isDigit;
            char normal = isDigit ? '0' : small;
            lowerHash = lowerHash * 31 + normal;
            exactHash = exactHash * 31 + (isDigit ? '0' : c);
            char sign = isUpper ? 'X' : isLetter ? 'x' : isDigit ? '0' : c;
            if (sign != lastShape && shapes < MAX_SHAPE) {
                shapeHash = shapeHash * 31 + sign;
                shapes++;
            }
            lastShape = sign;
            if (i < AFFIX) {
                prefixes[i] = lowerHash;
            }
        }
        for (int i = length; i < AFFIX; i++) {
            prefixes[i] = lowerHash;
        }
        int suffix = 7;
        for (int i = 0; i < AFFIX; i++) {
            int at = length - 1 - i;
            if (at >= 0) {
                char c = word.charAt(at);
                suffix = suffix * 31 + (c >= '0' && c <= '9' ? '0' : Character.toLowerCase(c));
            }
            suffixes[i] = suffix;
        }
        lower = lowerHash;
        exact = exactHash;
        shape = shapeHash;
        capital = length > 0 && Character.isUpperCase(word.charAt(0));
        upper = anyUpper && !anyLower && length > 1;
        digit = anyDigit;
        letter = anyLetter;
    }
}
