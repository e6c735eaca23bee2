package dev.copydesk.article.learning;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Trains classifiers of two passes. The second pass learns from first scores of pages that the first pass was not trained
 * on, as it will meet them on new sites.
 */
public final class TwoPassTraining {

    private static final int DEPTH = 5;
    private static final int FIRST_TREES = 120;
    private static final int SECOND_TREES = 160;
    private static final double RATE = 0.1;
    private static final double LEAST_WEIGHT = 20;
    private static final double SHARE = 0.3;

    private TwoPassTraining() {}

    /** The classifier that these pages teach; changes their rows on the way. */
    public static TwoPassClassifier train(List<TrainingPage> pages) {
        WordTraining words = new WordTraining(pages);
        words.setWords();
        int alone = features(pages);
        Set<Integer> folds =
                new TreeSet<>(pages.stream().map(TrainingPage::fold).toList());
        Map<Integer, TreeEnsemble> others = folds.parallelStream()
                .collect(Collectors.toMap(
                        fold -> fold,
                        fold -> trees(
                                pages.stream()
                                        .filter(page -> page.fold() != fold)
                                        .toList(),
                                alone,
                                FIRST_TREES)));
        TreeEnsemble first = trees(pages, alone, FIRST_TREES);
        pages.forEach(page -> page.setContext(Objects.requireNonNull(others.get(page.fold()))));
        return new TwoPassClassifier(words.odds(), first, trees(pages, features(pages), SECOND_TREES));
    }

    private static int features(List<TrainingPage> pages) {
        return pages.stream().mapToInt(TrainingPage::features).max().orElseThrow();
    }

    private static TreeEnsemble trees(List<TrainingPage> pages, int features, int count) {
        TreeTraining training = new TreeTraining(features);
        pages.forEach(page -> page.addTo(training));
        return training.train(count, DEPTH, RATE, LEAST_WEIGHT, SHARE);
    }
}
