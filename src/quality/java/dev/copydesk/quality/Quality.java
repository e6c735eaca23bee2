package dev.copydesk.quality;

import dev.copydesk.article.ArticleExtractor;
import dev.copydesk.article.dump.DumpTraining;
import dev.copydesk.article.extraction.PageExtractor;
import dev.copydesk.article.html.HtmlTraining;
import dev.copydesk.cli.ExtractedLine;
import dev.copydesk.document.DocumentFormat;
import dev.copydesk.document.RawDocument;
import dev.copydesk.entity.NameQuality;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * {@code Quality measure|train|measure-names|train-names PAGES NAMES}: scores the extractor over a folder of pages with their truth, once with the
 * classifiers that the build carries and once with classifiers that never saw the page's site; or trains those of the build.
 */
public final class Quality {

    private static final Path OUT = Path.of("target/quality");

    private Quality() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "measure-names" -> NameQuality.measure(Path.of(arguments[2]));
            case "train-names" -> NameQuality.train(Path.of(arguments[2]));
            case "measure", "train" -> articles(arguments[0], folder);
            default ->
                throw new IllegalArgumentException(
                        "-Dquality.do takes measure, train, measure-names or train-names, not " + arguments[0]);
        }
    }

    private static void articles(String task, Path folder) throws IOException, InterruptedException {
        if (!Files.exists(folder.resolve("truth.jsonl"))) {
            System.out.println("quality: skipped, as there are no pages with their truth at " + folder);
            return;
        }
        DevelopmentPages pages = DevelopmentPages.read(folder);
        if (task.equals("measure")) {
            measure(pages, folder);
        } else {
            new HtmlTraining(pages).writeModels();
            new DumpTraining(pages, HtmlTraining.FOLDS).writeModel();
        }
    }

    private static void measure(DevelopmentPages pages, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(OUT);
        ArticleExtractor shipped = new PageExtractor(false);
        List<ArticleExtractor> unseenHtml = new HtmlTraining(pages).crossValidated();
        List<ArticleExtractor> unseenDumps = new DumpTraining(pages, HtmlTraining.FOLDS).crossValidated();
        Map<String, Truth> truths = pages.truthById();
        extract(pages, "shipped.jsonl", id -> shipped);
        extract(pages, "unseen.jsonl", id -> {
            Truth truth = truths.get(id);
            RawDocument document = pages.documents().get(id);
            if (truth == null || document == null) {
                return shipped;
            }
            List<ArticleExtractor> unseen = document.format() == DocumentFormat.HTML ? unseenHtml : unseenDumps;
            return unseen.get(HtmlTraining.fold(truth));
        });
        Process table = new ProcessBuilder("python3", "-B", "src/quality/table.py", folder.toString(), OUT.toString())
                .inheritIO()
                .start();
        if (table.waitFor() != 0) {
            throw new IllegalStateException("src/quality/table.py failed");
        }
    }

    private static void extract(DevelopmentPages pages, String file, Function<String, ArticleExtractor> extractors)
            throws IOException {
        List<String> lines = pages.documents().entrySet().parallelStream()
                .map(page -> ExtractedLine.of(
                        page.getKey(), extractors.apply(page.getKey()).extract(page.getValue())))
                .toList();
        Files.write(OUT.resolve(file), lines);
    }
}
