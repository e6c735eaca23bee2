package dev.copydesk.entity;

import dev.copydesk.BenchmarkPages;
import dev.copydesk.Measurement;
import dev.copydesk.article.Article;
import dev.copydesk.article.Extraction;
import dev.copydesk.article.Paragraph;
import dev.copydesk.article.extraction.PageExtractor;
import dev.copydesk.document.DocumentFormat;
import dev.copydesk.document.RawDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** How fast names are found in the English articles of pages, one thread. */
@State(Scope.Thread)
public class NameBenchmark {

    @Param("samples")
    public String folder = "";

    private final Recogniser recogniser = new LearnedRecogniser();
    private List<List<String>> articles = List.of();

    @Setup
    public void read() {
        articles = articles(folder);
    }

    private static List<List<String>> articles(String folder) {
        PageExtractor extractor = new PageExtractor(true);
        List<List<String>> articles = new ArrayList<>();
        for (RawDocument page : BenchmarkPages.read(folder, DocumentFormat.HTML)) {
            if (extractor.extract(page) instanceof Extraction.Extracted extracted
                    && "en".equals(extracted.article().language())) {
                Article article = extracted.article();
                articles.add(article.paragraphs().stream().map(Paragraph::text).toList());
            }
        }
        return articles;
    }

    @Benchmark
    public void recognise(Blackhole sink) {
        for (List<String> paragraphs : articles) {
            sink.consume(recogniser.recognise(paragraphs, "en"));
        }
    }

    /** Measures and prints tokens a second. */
    public static void run(String folder) throws Exception {
        double seconds = Measurement.of(NameBenchmark.class, folder).seconds("recognise");
        long tokens = articles(folder).stream()
                .flatMap(List::stream)
                .mapToLong(paragraph -> NameTokeniser.tokenise(paragraph, false).size())
                .sum();
        System.out.printf(Locale.ROOT, "%nrecognise  %.0f tokens/s of %d tokens%n", tokens / seconds, tokens);
    }
}
