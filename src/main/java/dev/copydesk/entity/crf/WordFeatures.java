package dev.copydesk.entity.crf;

import java.util.List;

/**
 * The features of the words of a sentence, each as one hash: the word, its neighbours, spelling and cluster, and the lists of
 * names that it stands in.
 */
public final class WordFeatures {

    private static final int[] PATHS = {4, 6, 10, 20};
    private static final int[] NEIGHBOUR_PATHS = {6, 12};
    private static final int LONGEST_PHRASE = 4;
    private static final int CAPACITY = 64;
    private static final int NONE = 0x51ed27;

    private final WordKnowledge knowledge;
    private final WordHashes[] words;
    private final int[] rows;
    private final int[] places;
    private final boolean shouted;
    private final int[] buffer = new int[CAPACITY];
    private int size;

    private WordFeatures(List<String> sentence, WordKnowledge knowledge) {
        this.knowledge = knowledge;
        this.words = new WordHashes[sentence.size()];
        this.rows = new int[words.length];
        this.places = new int[words.length];
        int letters = 0;
        int capitals = 0;
        for (int i = 0; i < words.length; i++) {
            words[i] = new WordHashes(sentence.get(i));
            rows[i] = knowledge.row(words[i].lower);
            letters += words[i].letter ? 1 : 0;
            capitals += words[i].letter && words[i].capital ? 1 : 0;
        }
        this.shouted = letters >= 4 && capitals * 10 >= letters * 8;
        for (int i = 0; i < words.length; i++) {
            markPlace(i);
        }
    }

    /** The hashes for each word. */
    public static int[][] of(List<String> sentence, WordKnowledge knowledge) {
        WordFeatures features = new WordFeatures(sentence, knowledge);
        int[][] result = new int[features.words.length][];
        for (int i = 0; i < result.length; i++) {
            result[i] = features.at(i);
        }
        return result;
    }

    /** Marks the words of the longest place name of several words that begins at a word: 1 its first, 2 the others. */
    private void markPlace(int at) {
        if (!words[at].capital || (knowledge.lists(rows[at]) & WordKnowledge.CITY_BEGINS) == 0) {
            return;
        }
        int phrase = words[at].lower;
        for (int length = 2; length <= LONGEST_PHRASE && at + length <= words.length; length++) {
            phrase = phrase(phrase, words[at + length - 1].lower);
            if (knowledge.isPlace(phrase)) {
                places[at] = places[at] == 2 ? 2 : 1;
                for (int i = at + 1; i < at + length; i++) {
                    places[i] = 2;
                }
            }
        }
    }

    /** The hash of a phrase with one more word. */
    static int phrase(int phrase, int word) {
        return phrase * 1_000_003 + word;
    }

    private int[] at(int i) {
        size = 0;
        WordHashes word = words[i];
        int before = lower(i - 1);
        int behind = lower(i + 1);
        add(1, word.lower);
        add(2, word.exact);
        add(3, before);
        add(4, behind);
        add(5, lower(i - 2));
        add(6, lower(i + 2));
        add(7, before * 31 + word.lower);
        add(8, word.lower * 31 + behind);
        add(9, before * 31 + behind);
        int shape = word.shape;
        add(10, shape);
        add(11, shape(i - 1) * 31 + shape);
        add(12, shape * 31 + shape(i + 1));
        add(13, (shape(i - 1) * 31 + shape) * 31 + shape(i + 1));
        add(14, before * 31 + shape);
        add(15, shape * 31 + behind);
        add(16, lower(i - 2) * 961 + before * 31 + shape);
        add(17, shape * 961 + behind * 31 + lower(i + 2));
        for (int length = 0; length < word.prefixes.length; length++) {
            add(20 + length, word.prefixes[length]);
            add(25 + length, word.suffixes[length]);
        }
        for (int turns : PATHS) {
            addPath(30, i, turns);
        }
        for (int turns : NEIGHBOUR_PATHS) {
            addPath(31, i - 1, turns);
            addPath(32, i + 1, turns);
        }
        addPath(33, i - 2, 8);
        addPath(34, i + 2, 8);
        add(35, path(i - 1, 10) * 31 + path(i, 10));
        add(36, path(i, 10) * 31 + path(i + 1, 10));
        add(37, (path(i - 1, 6) * 961 + path(i, 6) * 31) + path(i + 1, 6));
        add(38, path(i - 1, 10) * 31 + shape);
        add(39, shape * 31 + path(i + 1, 10));
        int lists = knowledge.lists(rows[i]) & ~WordKnowledge.CITY_BEGINS;
        int capital = word.capital ? 1 : 0;
        add(40, lists * 2 + capital);
        add(41, (list(i - 1) * 64 + lists) * 2 + capital);
        add(42, (lists * 64 + list(i + 1)) * 2 + capital);
        add(43, places[i] * 2 + capital);
        int start = i == 0 ? 1 : 0;
        add(44, (start * 2 + (shouted ? 1 : 0)) * 31 + shape);
        add(45, (shouted ? 1 : 0) * 31 + knowledge.path(rows[i], 10));
        if (i == 0) {
            add(46, word.lower);
        }
        if (word.capital) {
            add(47, lastLower(i));
            add(48, nextLower(i));
            add(49, lastLower(i) * 31 + nextLower(i));
        }
        add(50, 0);
        int[] row = new int[size];
        System.arraycopy(buffer, 0, row, 0, size);
        return row;
    }

    private int path(int at, int turns) {
        return at < 0 || at >= words.length ? -1 : knowledge.path(rows[at], turns);
    }

    private void addPath(int template, int at, int turns) {
        int path = path(at, turns);
        if (path >= 0) {
            add(template * 64 + turns, path);
        }
    }

    /** The last word ahead that has no capital, as in {@code town of} Abu Kamal. */
    private int lastLower(int at) {
        int i = at - 1;
        while (i >= 0 && words[i].capital && at - i < 6) {
            i--;
        }
        return lower(i);
    }

    private int nextLower(int at) {
        int i = at + 1;
        while (i < words.length && words[i].capital && i - at < 6) {
            i++;
        }
        return lower(i);
    }

    private int list(int at) {
        return at < 0 || at >= words.length ? 32 : knowledge.lists(rows[at]) & ~WordKnowledge.CITY_BEGINS;
    }

    private int lower(int at) {
        return at < 0 ? NONE + Math.max(at, -2) : at >= words.length ? NONE * 3 : words[at].lower;
    }

    private int shape(int at) {
        return at < 0 || at >= words.length ? NONE : words[at].shape;
    }

    private void add(int template, int value) {
        int hash = (value + template * 0x3c6ef372) * 0x85ebca6b;
        hash = (hash ^ (hash >>> 15)) * 0xc2b2ae35;
        buffer[size++] = hash ^ (hash >>> 16);
    }
}
