package dev.copydesk.article.dump;

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

/** How fast articles come out of text dumps, from bytes to article, one thread. */
@State(Scope.Thread)
public class DumpBenchmark {

    @Param("samples")
    public String folder = "";

    private final DumpArticleExtractor extractor = new DumpArticleExtractor();
    private List<RawDocument> dumps = List.of();

    @Setup
    public void read() {
        dumps = BenchmarkPages.read(folder, DocumentFormat.TEXT);
    }

    @Benchmark
    public void extract(Blackhole sink) {
        for (RawDocument dump : dumps) {
            sink.consume(extractor.extract(dump));
        }
    }

    /** Measures and prints megabytes and dumps a second. */
    public static void run(String folder) throws Exception {
        double seconds = Measurement.of(DumpBenchmark.class, folder).seconds("extract");
        List<RawDocument> dumps = BenchmarkPages.read(folder, DocumentFormat.TEXT);
        System.out.printf(
                Locale.ROOT,
                "%nextract  %.1f MB/s, %.0f dumps/s of %d dumps%n",
                BenchmarkPages.megabytes(dumps) / seconds,
                dumps.size() / seconds,
                dumps.size());
    }
}
