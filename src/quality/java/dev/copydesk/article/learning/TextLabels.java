package dev.copydesk.article.learning;

import dev.copydesk.quality.Truth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tells which pieces of a page, its blocks or lines, stand in the text that is known to be the article's, by aligning their
 * words. Long ones are found by runs of four words and put in order; short ones count where they stand between their neighbours.
 */
public final class TextLabels {

    /** A label of a piece about which the truth does not tell. */
    public static final float UNKNOWN = -1;

    private static final int RUN = 4;
    private static final int LONG = 7;
    private static final int SLACK = 12;

    private TextLabels() {}

    /** Labels by what is known of a page: its whole text or, where that is not known, snippets. */
    public static float[] of(List<String> texts, Truth truth) {
        return truth.text().isEmpty()
                ? of(texts, truth.strings("with"), truth.strings("without"))
                : of(texts, truth.text());
    }

    /** 1 for a piece of the article, 0 for another, {@link #UNKNOWN}. */
    private static float[] of(List<String> texts, String truth) {
        List<String> words = words(truth);
        Map<String, List<Integer>> runs = new HashMap<>();
        for (int i = 0; i + RUN <= words.size(); i++) {
            runs.computeIfAbsent(String.join(" ", words.subList(i, i + RUN)), k -> new ArrayList<>(1))
                    .add(i);
        }
        float[] labels = new float[texts.size()];
        int[] starts = new int[texts.size()];
        int[] lengths = new int[texts.size()];
        Arrays.fill(starts, -1);
        for (int i = 0; i < texts.size(); i++) {
            List<String> own = words(texts.get(i));
            lengths[i] = own.size();
            if (own.size() >= LONG) {
                place(i, own, runs, starts, labels);
            }
        }
        int[] order = inOrder(starts, lengths);
        int from = 0;
        for (int i = 0; i < labels.length; i++) {
            if (order[i] == 1) {
                from = starts[i] + lengths[i];
                labels[i] = labels[i] == UNKNOWN ? UNKNOWN : 1;
            } else if (starts[i] >= 0) {
                labels[i] = starts[i] >= from ? UNKNOWN : 0;
            } else if (lengths[i] > 0 && lengths[i] < LONG) {
                int to = words.size();
                for (int j = i + 1; j < labels.length; j++) {
                    if (order[j] == 1) {
                        to = starts[j];
                        break;
                    }
                }
                int end = find(words(texts.get(i)), words, from, Math.min(to, from + SLACK * 4));
                if (end >= 0) {
                    labels[i] = 1;
                    from = end;
                }
            }
        }
        return labels;
    }

    private static int find(List<String> own, List<String> words, int from, int to) {
        for (int at = from; at + own.size() <= to; at++) {
            if (words.subList(at, at + own.size()).equals(own)) {
                return at + own.size();
            }
        }
        return -1;
    }

    private static void place(
            int index, List<String> own, Map<String, List<Integer>> runs, int[] starts, float[] labels) {
        Map<Integer, Integer> votes = new HashMap<>();
        int best = -1;
        int most = 0;
        int found = 0;
        for (int i = 0; i + RUN <= own.size(); i++) {
            List<Integer> places = runs.get(String.join(" ", own.subList(i, i + RUN)));
            if (places == null) {
                continue;
            }
            found++;
            for (int place : places) {
                int offset = place - i;
                int count = votes.merge(offset, 1, Integer::sum);
                if (count > most) {
                    most = count;
                    best = offset;
                }
            }
        }
        double share = found / (double) (own.size() - RUN + 1);
        if (share >= 0.35) {
            starts[index] = Math.max(0, best);
            labels[index] = share >= 0.65 ? 1 : UNKNOWN;
        }
    }

    /** Which of the placed pieces stand in order: those of the heaviest rising sequence of starts. */
    private static int[] inOrder(int[] starts, int[] lengths) {
        int n = starts.length;
        long[] weight = new long[n];
        int[] before = new int[n];
        int best = -1;
        for (int i = 0; i < n; i++) {
            before[i] = -1;
            if (starts[i] < 0) {
                continue;
            }
            long top = 0;
            for (int j = 0; j < i; j++) {
                if (starts[j] >= 0 && starts[j] + lengths[j] / 2 < starts[i] + 1 && weight[j] > top) {
                    top = weight[j];
                    before[i] = j;
                }
            }
            weight[i] = top + lengths[i];
            if (best < 0 || weight[i] > weight[best]) {
                best = i;
            }
        }
        int[] in = new int[n];
        for (int i = best; i >= 0; i = before[i]) {
            in[i] = 1;
        }
        return in;
    }

    /** Labels by snippets that must and must not be in the article; all else is unknown. */
    private static float[] of(List<String> texts, List<String> with, List<String> without) {
        float[] labels = new float[texts.size()];
        Arrays.fill(labels, UNKNOWN);
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i).toLowerCase(Locale.ROOT);
            for (String snippet : without) {
                labels[i] = matches(text, snippet) ? 0 : labels[i];
            }
            for (String snippet : with) {
                labels[i] = matches(text, snippet) ? 1 : labels[i];
            }
        }
        return labels;
    }

    private static boolean matches(String text, String snippet) {
        String key = snippet.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        return key.length() > 2
                && (text.contains(key)
                        || (text.length() > 20 && text.length() * 3 > key.length() && key.contains(text)));
    }

    /** Words in lower case; signs of Han and kana stand for themselves. */
    public static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            boolean wide = TextProfile.isWide(c);
            if (!wide && Character.isLetterOrDigit(c)) {
                word.append(Character.toLowerCase(c));
                continue;
            }
            if (c == '\u00ad') {
                continue;
            }
            if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
            if (wide) {
                words.add(String.valueOf(c));
            }
        }
        return words;
    }
}
