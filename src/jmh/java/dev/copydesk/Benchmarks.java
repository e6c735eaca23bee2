package dev.copydesk;

import dev.copydesk.article.dump.DumpBenchmark;
import dev.copydesk.article.html.ExtractionBenchmark;
import dev.copydesk.entity.NameBenchmark;

/** Runs one benchmark. Arguments: {@code load}, {@code archive}, {@code extraction}, {@code dump} or {@code names}; pages to load, or megabytes of the archive; a folder of pages. */
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "load" -> LoadBenchmark.run(Integer.parseInt(args[1]));
            case "archive" -> ArchiveBenchmark.run(Long.parseLong(args[1]));
            case "extraction" ->
                ExtractionBenchmark.run(BenchmarkPages.folder(args[2]).toString());
            case "dump" -> DumpBenchmark.run(BenchmarkPages.folder(args[2]).toString());
            case "names" -> NameBenchmark.run(BenchmarkPages.folder(args[2]).toString());
            default ->
                throw new IllegalArgumentException(
                        "no benchmark " + args[0] + ": load, archive, extraction, dump or names");
        }
    }
}
