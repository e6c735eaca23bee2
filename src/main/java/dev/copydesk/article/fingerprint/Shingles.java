package dev.copydesk.article.fingerprint;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * Hashes of all runs of three words in a text. Words are runs of letters and digits in lower case (Unicode NFKC); a character
 * of a script that sets no blanks between words is a word of its own. Runs go on over the ends of paragraphs, which sites set
 * as they like.
 */
final class Shingles {

    private static final int WORDS = 3;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final long[] lastWords = new long[WORDS];
    private int words;
    private long[] found = new long[256];
    private int count;

    void add(String text) {
        String folded = Normalizer.isNormalized(text, Normalizer.Form.NFKC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFKC);
        long word = FNV_OFFSET;
        boolean inWord = false;
        for (int i = 0; i < folded.length(); ) {
            int c = folded.codePointAt(i);
            i += Character.charCount(c);
            boolean alone = standsAlone(c);
            boolean partOfWord = !alone && Character.isLetterOrDigit(c);
            if (inWord && !partOfWord) {
                word(word);
                word = FNV_OFFSET;
            }
            inWord = partOfWord;
            if (alone) {
                word((FNV_OFFSET ^ c) * FNV_PRIME);
            } else if (partOfWord) {
                word = (word ^ Character.toLowerCase(c)) * FNV_PRIME;
            }
        }
        if (inWord) {
            word(word);
        }
    }

    /** The different hashes, in no order that means anything. */
    long[] distinct() {
        Arrays.sort(found, 0, count);
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || found[i] != found[i - 1]) {
                found[distinct++] = found[i];
            }
        }
        return Arrays.copyOf(found, distinct);
    }

    /** Finaliser of SplitMix64 (G. Steele, D. Lea, C. Flood, 2014): every bit of the result depends on every bit given. */
    static long mixed(long value) {
        long mixed = value + 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    private void word(long hash) {
        lastWords[words++ % WORDS] = hash;
        if (words < WORDS) {
            return;
        }
        long shingle = 0;
        for (int i = 0; i < WORDS; i++) {
            shingle = mixed(shingle ^ lastWords[(words + i) % WORDS]);
        }
        if (count == found.length) {
            found = Arrays.copyOf(found, count * 2);
        }
        found[count++] = shingle;
    }

    private static boolean standsAlone(int c) {
        if (c < 0x2E80) {
            return false;
        }
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        return script == Character.UnicodeScript.HAN
                || script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA;
    }
}
