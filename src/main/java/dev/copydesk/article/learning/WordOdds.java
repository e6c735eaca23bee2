package dev.copydesk.article.learning;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much more often a word or a pair of words stands in short blocks of articles than in a page's furniture, as
 * log-odds. Words are known by a hash alone. Immutable and thread-safe.
 */
public final class WordOdds {

    /** Longer blocks are judged by their shape; their words say little. */
    public static final int MAX_LENGTH = 400;

    private static final int MAX_WORDS = 80;

    private final int[] hashes;
    private final byte[] odds;

    /** The places of the hashes plus one, by the hash's low bits, and where these are alike, in the next free slot. */
    private final int[] slots;

    /**
     * The odds of words.
     *
     * @param odds log-odds by the hash of a word or pair, from -8 to 8
     */
    public WordOdds(Map<Integer, Float> odds) {
        TreeMap<Integer, Float> sorted = new TreeMap<>(odds);
        this.hashes = sorted.keySet().stream().mapToInt(Integer::intValue).toArray();
        this.odds = new byte[hashes.length];
        int i = 0;
        for (float value : sorted.values()) {
            this.odds[i++] = (byte) Math.round(Math.max(-8, Math.min(8, value)) * 15);
        }
        this.slots = slots(hashes);
    }

    private WordOdds(int[] hashes, byte[] odds) {
        this.hashes = hashes;
        this.odds = odds;
        this.slots = slots(hashes);
    }

    /** At most a quarter of the slots is taken. */
    private static int[] slots(int[] hashes) {
        int[] slots = new int[Integer.highestOneBit(Math.max(1, hashes.length)) * 8];
        for (int i = 0; i < hashes.length; i++) {
            int slot = hashes[i] & (slots.length - 1);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = i + 1;
        }
        return slots;
    }

    /** The log-odds of a word; 0 when it is unknown. */
    public float of(int hash) {
        for (int slot = hash & (slots.length - 1); slots[slot] != 0; slot = (slot + 1) & (slots.length - 1)) {
            int at = slots[slot] - 1;
            if (hashes[at] == hash) {
                return odds[at] / 15f;
            }
        }
        return 0;
    }

    /**
     * Hashes of the words of a text in lower case and of each two in a row; digits are all alike, a Han or kana sign is a
     * word.
     */
    public static int[] hashes(String text) {
        return hashes(text, MAX_WORDS);
    }

    /** The same for so many words at most. */
    public static int[] hashes(String text, int maxWords) {
        int[] found = new int[2 * maxWords];
        int count = 0;
        int last = 1;
        int hash = 0;
        int words = 0;
        for (int i = 0; i <= text.length() && words < maxWords; i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            boolean wide = TextProfile.isWide(c);
            if (Character.isLetterOrDigit(c) && !wide) {
                hash = hash * 31 + (Character.isDigit(c) ? '0' : Character.toLowerCase(c));
                continue;
            }
            if (hash != 0) {
                found[count++] = mix(hash);
                found[count++] = mix(last * 961 + hash);
                last = hash;
                hash = 0;
                words++;
            }
            if (wide && words < maxWords) {
                found[count++] = mix(c);
                found[count++] = mix(last * 961 + c);
                last = c;
                words++;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private static int mix(int hash) {
        int mixed = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        return mixed ^ (mixed >>> 13);
    }

    public static WordOdds read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        int[] hashes = new int[data.readInt()];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = data.readInt();
        }
        byte[] odds = new byte[hashes.length];
        data.readFully(odds);
        return new WordOdds(hashes, odds);
    }

    public void write(OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(hashes.length);
        for (int hash : hashes) {
            data.writeInt(hash);
        }
        data.write(odds);
        data.flush();
    }
}
