package dev.copydesk.article.dump;

import dev.copydesk.article.ArticleExtractor;
import dev.copydesk.article.learning.TrainingPage;
import dev.copydesk.article.learning.TreeEnsemble;
import dev.copydesk.article.learning.TwoPassClassifier;
import dev.copydesk.article.learning.TwoPassTraining;
import dev.copydesk.article.learning.WordOdds;
import dev.copydesk.document.DocumentFormat;
import dev.copydesk.document.RawDocument;
import dev.copydesk.quality.DevelopmentPages;
import dev.copydesk.quality.Truth;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Trains the classifier of the dump extractor on development dumps and on dumps made of development pages. */
public final class DumpTraining {

    private static final Path RESOURCES = Path.of("src/main/resources/dev/copydesk/article/dump");
    private static final Set<String> ARTICLES = Set.of("scrapinghub", "fundus-testdata", "wcxb", "trafilatura-eval");

    private final int folds;
    private final List<TrainingPage> pages;

    public DumpTraining(DevelopmentPages development, int folds) {
        this.folds = folds;
        DumpArticleExtractor reader = untrained();
        Stream<TrainingPage> dumps = development.truths().stream()
                .filter(truth -> truth.set().endsWith("-textdump")
                        && development.documents().containsKey(truth.id()))
                .map(truth -> LinePage.of(
                        truth,
                        folds,
                        reader.read(
                                Objects.requireNonNull(development.documents().get(truth.id())))));
        Stream<TrainingPage> made = development.truths().parallelStream()
                .filter(truth -> ARTICLES.contains(truth.set()) && isHtml(development, truth))
                .map(truth -> LinePage.of(truth, folds, reader.read(made(development, truth))));
        pages = Stream.concat(dumps, made).toList();
    }

    private static boolean isHtml(DevelopmentPages development, Truth truth) {
        RawDocument document = development.documents().get(truth.id());
        return document != null && document.format() == DocumentFormat.HTML;
    }

    private static RawDocument made(DevelopmentPages development, Truth truth) {
        RawDocument page = Objects.requireNonNull(development.documents().get(truth.id()));
        return Dumper.dump(page, truth.id().hashCode());
    }

    private static DumpArticleExtractor untrained() {
        TreeEnsemble none = new TreeEnsemble.Builder(1, 0).build();
        return new DumpArticleExtractor(new TwoPassClassifier(new WordOdds(Map.of()), none, none));
    }

    /** For each fold an extractor that was trained on the dumps of all others. */
    public List<ArticleExtractor> crossValidated() {
        List<ArticleExtractor> extractors = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            int left = fold;
            extractors.add(new DumpArticleExtractor(TwoPassTraining.train(
                    pages.stream().filter(page -> page.fold() != left).toList())));
        }
        return extractors;
    }

    /** Trains on all dumps and writes what the build carries. */
    public void writeModel() throws IOException {
        try (OutputStream out =
                new BufferedOutputStream(Files.newOutputStream(RESOURCES.resolve(LineClassifier.RESOURCE)))) {
            TwoPassTraining.train(pages).write(out);
        }
    }
}
