package dev.copydesk.article.html;

import dev.copydesk.article.learning.WordOdds;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Weighs the words of whole pages by logistic regression with a quadratic penalty, trained by AdaGrad on all pages at once. */
final class WordRegression {

    private static final int FEWEST_PAGES = 3;
    private static final int ROUNDS = 60;
    private static final double RATE = 0.15;
    private static final double BIAS_RATE = 0.5;
    private static final double PENALTY = 3e-4;
    private static final double TINY = 1e-12;
    private static final double RANGE = 8;
    private static final double LEAST = 0.1;

    private final List<PageTraining.Sample> samples;
    private final int[] known;
    private final int[][] rows;
    private final double[] weights;
    private double bias;

    private WordRegression(List<PageTraining.Sample> samples) {
        this.samples = samples;
        this.known = known(samples);
        this.weights = new double[known.length];
        this.rows = samples.stream()
                .map(sample -> Arrays.stream(sample.words)
                        .map(hash -> Arrays.binarySearch(known, hash))
                        .filter(word -> word >= 0)
                        .toArray())
                .toArray(int[][]::new);
    }

    /** Weights of words, positive for those of articles, up to a common scale. */
    static WordOdds weights(List<PageTraining.Sample> samples) {
        WordRegression regression = new WordRegression(samples);
        regression.train();
        return regression.odds();
    }

    private static int[] known(List<PageTraining.Sample> samples) {
        Map<Integer, Integer> pages = new HashMap<>();
        for (PageTraining.Sample sample : samples) {
            for (int hash : sample.words) {
                pages.merge(hash, 1, Integer::sum);
            }
        }
        pages.values().removeIf(count -> count < FEWEST_PAGES);
        return pages.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    private void train() {
        double total = samples.stream().mapToDouble(sample -> sample.weight).sum();
        double[] squares = new double[known.length];
        for (int round = 0; round < ROUNDS; round++) {
            double[] gradient = new double[known.length];
            double biasGradient = 0;
            for (int i = 0; i < rows.length; i++) {
                PageTraining.Sample sample = samples.get(i);
                double scale = 1 / Math.sqrt(Math.max(1, rows[i].length));
                double logOdds = bias;
                for (int word : rows[i]) {
                    logOdds += weights[word] * scale;
                }
                double error = sample.weight * (1 / (1 + Math.exp(-logOdds)) - (sample.article ? 1 : 0));
                biasGradient += error;
                for (int word : rows[i]) {
                    gradient[word] += error * scale;
                }
            }
            bias -= BIAS_RATE * biasGradient / total;
            for (int word = 0; word < known.length; word++) {
                double slope = gradient[word] / total + weights[word] * PENALTY;
                squares[word] += slope * slope;
                weights[word] -= RATE * slope / Math.sqrt(squares[word] + TINY);
            }
        }
    }

    private WordOdds odds() {
        double most = Arrays.stream(weights).map(Math::abs).max().orElse(1);
        Map<Integer, Float> odds = new HashMap<>();
        for (int word = 0; word < known.length; word++) {
            float value = (float) (weights[word] / most * RANGE);
            if (Math.abs(value) > LEAST) {
                odds.put(known[word], value);
            }
        }
        return new WordOdds(odds);
    }
}
