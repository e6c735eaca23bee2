package dev.copydesk.article.html;

import dev.copydesk.BenchmarkPages;
import dev.copydesk.Measurement;
import dev.copydesk.document.DocumentFormat;
import dev.copydesk.document.RawDocument;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What extraction costs beside the parse that it includes, one thread over the same pages: {@code parse} is jsoup's parse
 * of the page's text alone, {@code extract} goes from the page's bytes to the article.
 */
@State(Scope.Thread)
public class ExtractionBenchmark {

    @Param("samples")
    public String folder = "";

    private final HtmlArticleExtractor extractor = new HtmlArticleExtractor(false);
    private List<RawDocument> pages = List.of();
    private List<String> texts = List.of();

    @Setup
    public void read() {
        pages = BenchmarkPages.read(folder, DocumentFormat.HTML);
        texts = pages.stream().map(RawDocument::text).toList();
    }

    @Benchmark
    public void parse(Blackhole sink) {
        for (String text : texts) {
            sink.consume(MarkupParser.parser().parseInput(text, ""));
        }
    }

    @Benchmark
    public void extract(Blackhole sink) {
        for (RawDocument page : pages) {
            sink.consume(extractor.extract(page));
        }
    }

    /** Measures and prints pages a second and the ratio. */
    public static void run(String folder) throws Exception {
        Measurement measurement = Measurement.of(ExtractionBenchmark.class, folder);
        int pages = BenchmarkPages.read(folder, DocumentFormat.HTML).size();
        double parse = measurement.seconds("parse");
        double extract = measurement.seconds("extract");
        System.out.printf(Locale.ROOT, "%nparse    %6.0f pages/s of %d pages%n", pages / parse, pages);
        System.out.printf(Locale.ROOT, "extract  %6.0f pages/s, parse included%n", pages / extract);
        System.out.printf(
                Locale.ROOT,
                "extract / parse = %.2f (%.2f of the fastest iterations)%n",
                extract / parse,
                measurement.fastest("extract") / measurement.fastest("parse"));
    }
}
