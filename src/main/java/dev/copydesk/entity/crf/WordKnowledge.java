package dev.copydesk.entity.crf;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * What is known of words before training: their cluster among words of like use, and the lists of names that they stand in.
 * Words are known by their hash. Immutable and thread-safe.
 */
public final class WordKnowledge {

    static final int FIRST_NAME = 1;
    static final int LAST_NAME = 2;
    static final int CITY = 4;
    static final int COUNTRY = 8;
    /** A word with which a city's name of several words begins. */
    static final int CITY_BEGINS = 16;

    private final HashTable words;
    private final short[] clusters;
    private final byte[] lists;
    private final int[] paths;
    private final byte[] lengths;
    private final HashTable phrases;

    /**
     * @param words hashes of the words
     * @param clusters of each word, or -1
     * @param lists of each word, a sum of this class's constants
     * @param paths of each cluster from the root of the tree of clusters, first turn in the highest bit
     * @param lengths of the paths in bits
     * @param phrases hashes of place names of several words
     */
    WordKnowledge(HashTable words, short[] clusters, byte[] lists, int[] paths, byte[] lengths, HashTable phrases) {
        this.words = words;
        this.clusters = clusters;
        this.lists = lists;
        this.paths = paths;
        this.lengths = lengths;
        this.phrases = phrases;
    }

    /** The row of a word in lower case, or -1. */
    int row(int hash) {
        return words.row(hash);
    }

    int lists(int row) {
        return row < 0 ? 0 : lists[row];
    }

    /** The first turns of a word's path with their number, or -1 when it has no cluster. */
    int path(int row, int turns) {
        int cluster = row < 0 ? -1 : clusters[row];
        if (cluster < 0) {
            return -1;
        }
        int kept = Math.min(turns, lengths[cluster]);
        return (paths[cluster] >>> (32 - kept)) * 32 + kept;
    }

    boolean isPlace(int phrase) {
        return phrases.row(phrase) >= 0;
    }

    static WordKnowledge read(DataInputStream in) throws IOException {
        HashTable words = HashTable.read(in);
        short[] clusters = new short[words.size()];
        ByteBuffer.wrap(in.readNBytes(clusters.length * Short.BYTES))
                .asShortBuffer()
                .get(clusters);
        byte[] lists = new byte[words.size()];
        in.readFully(lists);
        int[] paths = new int[in.readInt()];
        for (int i = 0; i < paths.length; i++) {
            paths[i] = in.readInt();
        }
        byte[] lengths = new byte[paths.length];
        in.readFully(lengths);
        return new WordKnowledge(words, clusters, lists, paths, lengths, HashTable.read(in));
    }

    void write(DataOutputStream out) throws IOException {
        words.write(out);
        for (short cluster : clusters) {
            out.writeShort(cluster);
        }
        out.write(lists);
        out.writeInt(paths.length);
        for (int path : paths) {
            out.writeInt(path);
        }
        out.write(lengths);
        phrases.write(out);
    }
}
