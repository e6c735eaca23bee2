package dev.copydesk.article.html;

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

/** Trains the classifiers of the HTML extractor on development pages. */
public final class HtmlTraining {

    /** So many parts of the sites; each is read by classifiers trained on the others. */
    public static final int FOLDS = 5;

    private static final Path RESOURCES = Path.of("src/main/resources/dev/copydesk/article/html");
    private static final Set<String> ARTICLES = Set.of("scrapinghub", "fundus-testdata", "wcxb", "trafilatura-eval");

    private final List<TrainingPage> blocks;
    private final List<PageTraining.Sample> pages;

    public HtmlTraining(DevelopmentPages development) {
        List<Truth> truths = development.truths().stream()
                .filter(truth -> {
                    RawDocument document = development.documents().get(truth.id());
                    return document != null && document.format() == DocumentFormat.HTML;
                })
                .toList();
        HtmlArticleExtractor reader = untrained();
        blocks = truths.parallelStream()
                .filter(truth -> ARTICLES.contains(truth.set()))
                .map(truth -> BlockPage.of(truth, FOLDS, read(reader, development, truth)))
                .filter(Objects::nonNull)
                .toList();
        pages = truths.parallelStream()
                .map(truth -> new PageTraining.Sample(truth, FOLDS, read(reader, development, truth)))
                .toList();
    }

    private static PageReading read(HtmlArticleExtractor reader, DevelopmentPages development, Truth truth) {
        RawDocument document = Objects.requireNonNull(development.documents().get(truth.id()));
        try {
            return reader.read(document);
        } catch (MarkupException e) {
            throw new IllegalStateException(truth.id() + ": " + e.reason(), e);
        }
    }

    /** What reads pages up to their features, with no need of what is yet to be trained. */
    private static HtmlArticleExtractor untrained() {
        TreeEnsemble none = new TreeEnsemble.Builder(1, 0).build();
        WordOdds noWords = new WordOdds(Map.of());
        return new HtmlArticleExtractor(
                new PageClassifier(noWords, none), new TwoPassClassifier(noWords, none, none), true);
    }

    /** For each fold an extractor that was trained on the pages of all others. */
    public List<ArticleExtractor> crossValidated() {
        List<ArticleExtractor> extractors = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            extractors.add(new HtmlArticleExtractor(
                    PageTraining.train(
                            pages.stream().filter(page -> page.fold != left).toList()),
                    TwoPassTraining.train(
                            blocks.stream().filter(page -> page.fold() != left).toList()),
                    false));
        }
        return extractors;
    }

    /** Trains on all pages and writes what the build carries. */
    public void writeModels() throws IOException {
        PageClassifier pageClassifier = PageTraining.train(pages);
        try (OutputStream out = resource(PageClassifier.RESOURCE)) {
            pageClassifier.write(out);
        }
        TwoPassClassifier blockClassifier = TwoPassTraining.train(blocks);
        try (OutputStream out = resource(BlockClassifier.RESOURCE)) {
            blockClassifier.write(out);
        }
    }

    private static OutputStream resource(String name) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(RESOURCES.resolve(name)));
    }

    /** The part that a page belongs to. */
    public static int fold(Truth truth) {
        return truth.fold(FOLDS);
    }
}
