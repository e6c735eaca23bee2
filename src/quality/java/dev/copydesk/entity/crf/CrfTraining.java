package dev.copydesk.entity.crf;

import dev.copydesk.entity.crf.ConllFile.Sentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Maximises the likelihood of the labels of sentences, by AdaGrad (Duchi, Hazan and Singer 2011) on one sentence after the
 * other, with a quadratic penalty; then keeps the features that matter. The same sentences give the same model.
 */
final class CrfTraining {

    private static final int LABELS = Labels.COUNT;
    private static final float RATE = 0.08f;
    private static final float PENALTY = 2e-4f;
    private static final float TINY = 1e-6f;
    private static final float IMPOSSIBLE = -1e4f;
    private static final int SEED = 7;

    private final WordKnowledge knowledge;
    private final List<int[][]> features = new ArrayList<>();
    private final List<int[]> labels = new ArrayList<>();
    private final List<Float> importance = new ArrayList<>();
    private HashTable table = new HashTable(new int[0]);
    private float[] weights = new float[0];
    private float[] squares = new float[0];
    private float[] sums = new float[0];
    private final float[] transitionSums = new float[LABELS * LABELS];
    private final float[] transitions = new float[LABELS * LABELS];
    private final float[] transitionSquares = new float[LABELS * LABELS];

    CrfTraining(WordKnowledge knowledge) {
        this.knowledge = knowledge;
    }

    /** Adds a sentence, unless it is not annotated throughout; {@code weight} is how much it counts. */
    void add(Sentence sentence, float weight) {
        if (sentence.isAnnotated()) {
            features.add(WordFeatures.of(sentence.words(), knowledge));
            labels.add(sentence.labels().stream().mapToInt(Integer::intValue).toArray());
            importance.add(weight);
        }
    }

    /**
     * @param fewest times that a feature must be seen
     * @param kept the greatest number of features to keep
     */
    CrfModel train(int rounds, int fewest, int kept) {
        index(fewest);
        weights = new float[table.size() * LABELS];
        squares = new float[table.size() * LABELS];
        for (int before = 0; before < LABELS; before++) {
            for (int label = 0; label < LABELS; label++) {
                transitions[before * LABELS + label] = Labels.follows(before, label) ? 0 : IMPOSSIBLE;
            }
        }
        int[] order = new int[features.size()];
        Arrays.setAll(order, i -> i);
        Random random = new Random(SEED);
        for (int round = 0; round < rounds; round++) {
            for (int i = order.length - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                int swap = order[i];
                order[i] = order[other];
                order[other] = swap;
            }
            for (int sentence : order) {
                learn(features.get(sentence), labels.get(sentence), importance.get(sentence));
            }
            if (round >= rounds / 2) {
                snapshot();
            }
        }
        average(rounds - rounds / 2);
        return model(kept);
    }

    /** Replaces hashes by rows; those seen too seldom go. */
    private void index(int fewest) {
        Map<Integer, int[]> counts = new HashMap<>();
        for (int[][] sentence : features) {
            for (int[] word : sentence) {
                for (int hash : word) {
                    counts.computeIfAbsent(hash, key -> new int[1])[0]++;
                }
            }
        }
        table = new HashTable(counts.entrySet().stream()
                .filter(count -> count.getValue()[0] >= fewest)
                .mapToInt(Map.Entry::getKey)
                .sorted()
                .toArray());
        for (int[][] sentence : features) {
            for (int i = 0; i < sentence.length; i++) {
                sentence[i] = Arrays.stream(sentence[i])
                        .map(table::row)
                        .filter(row -> row >= 0)
                        .toArray();
            }
        }
    }

    private void snapshot() {
        if (sums.length == 0) {
            sums = new float[weights.length];
        }
        for (int i = 0; i < weights.length; i++) {
            sums[i] += weights[i];
        }
        for (int i = 0; i < transitions.length; i++) {
            transitionSums[i] += transitions[i];
        }
    }

    /** Takes the mean of the weights of the later rounds, which swings less than the last ones. */
    private void average(int snapshots) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] = sums[i] / snapshots;
        }
        for (int i = 0; i < transitions.length; i++) {
            transitions[i] = transitionSums[i] / snapshots;
        }
    }

    private void learn(int[][] rows, int[] truth, float weight) {
        int length = rows.length;
        float[][] score = new float[length][LABELS];
        for (int i = 0; i < length; i++) {
            for (int row : rows[i]) {
                for (int label = 0; label < LABELS; label++) {
                    score[i][label] += weights[row * LABELS + label];
                }
            }
        }
        for (int label = 0; label < LABELS; label++) {
            score[0][label] += Labels.follows(Labels.OUTSIDE, label) ? 0 : IMPOSSIBLE;
        }
        double[][] forward = forward(score);
        double[][] backward = backward(score);
        double total = logSum(forward[length - 1]);
        float[] gradient = new float[LABELS];
        for (int i = 0; i < length; i++) {
            boolean any = false;
            for (int label = 0; label < LABELS; label++) {
                float expected = (float) Math.exp(forward[i][label] + backward[i][label] - total);
                gradient[label] = weight * ((label == truth[i] ? 1 : 0) - expected);
                any |= Math.abs(gradient[label]) > 1e-4f;
            }
            if (any) {
                for (int row : rows[i]) {
                    for (int label = 0; label < LABELS; label++) {
                        step(weights, squares, row * LABELS + label, gradient[label]);
                    }
                }
            }
            if (i > 0) {
                pairs(forward[i - 1], backward[i], score[i], total, truth[i - 1], truth[i], weight);
            }
        }
    }

    private void pairs(
            double[] forward, double[] backward, float[] score, double total, int before, int label, float weight) {
        float[] gradient = new float[LABELS * LABELS];
        for (int a = 0; a < LABELS; a++) {
            for (int b = 0; b < LABELS; b++) {
                double expected = Math.exp(forward[a] + transitions[a * LABELS + b] + score[b] + backward[b] - total);
                gradient[a * LABELS + b] = weight * (float) ((a == before && b == label ? 1 : 0) - expected);
            }
        }
        for (int a = 0; a < LABELS; a++) {
            for (int b = 0; b < LABELS; b++) {
                if (Labels.follows(a, b)) {
                    step(transitions, transitionSquares, a * LABELS + b, gradient[a * LABELS + b]);
                }
            }
        }
    }

    private static void step(float[] values, float[] squares, int at, float gradient) {
        float slope = gradient - PENALTY * values[at];
        squares[at] += slope * slope;
        values[at] += RATE * slope / (float) Math.sqrt(squares[at] + TINY);
    }

    private double[][] forward(float[][] score) {
        double[][] sums = new double[score.length][LABELS];
        double[] terms = new double[LABELS];
        for (int label = 0; label < LABELS; label++) {
            sums[0][label] = score[0][label];
        }
        for (int i = 1; i < score.length; i++) {
            for (int label = 0; label < LABELS; label++) {
                for (int before = 0; before < LABELS; before++) {
                    terms[before] = sums[i - 1][before] + transitions[before * LABELS + label];
                }
                sums[i][label] = logSum(terms) + score[i][label];
            }
        }
        return sums;
    }

    private double[][] backward(float[][] score) {
        double[][] sums = new double[score.length][LABELS];
        double[] terms = new double[LABELS];
        for (int i = score.length - 2; i >= 0; i--) {
            for (int label = 0; label < LABELS; label++) {
                for (int next = 0; next < LABELS; next++) {
                    terms[next] = transitions[label * LABELS + next] + score[i + 1][next] + sums[i + 1][next];
                }
                sums[i][label] = logSum(terms);
            }
        }
        return sums;
    }

    private static double logSum(double[] terms) {
        double most = terms[0];
        for (double term : terms) {
            most = Math.max(most, term);
        }
        double sum = 0;
        for (double term : terms) {
            double less = term - most;
            sum += less < -30 ? 0 : Math.exp(less);
        }
        return most + Math.log(sum);
    }

    /** The features whose weights differ most between labels, in bytes. */
    private CrfModel model(int kept) {
        float[] spread = new float[table.size()];
        for (int row = 0; row < spread.length; row++) {
            for (int label = 0; label < LABELS; label++) {
                spread[row] = Math.max(spread[row], Math.abs(weights[row * LABELS + label]));
            }
        }
        float[] sorted = spread.clone();
        Arrays.sort(sorted);
        float least = sorted[Math.max(0, sorted.length - kept)];
        float scale = sorted[sorted.length - 1] / 127;
        int[] keys = table.keys();
        int[] rows = IntStream.range(0, keys.length)
                .filter(row -> spread[row] > least)
                .toArray();
        byte[] bytes = new byte[rows.length * LABELS];
        for (int i = 0; i < rows.length; i++) {
            for (int label = 0; label < LABELS; label++) {
                bytes[i * LABELS + label] = (byte) Math.round(weights[rows[i] * LABELS + label] / scale);
            }
        }
        int[] hashes = Arrays.stream(rows).map(row -> keys[row]).toArray();
        return new CrfModel(knowledge, new HashTable(hashes), bytes, scale, transitions);
    }
}
