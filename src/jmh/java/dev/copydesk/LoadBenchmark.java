package dev.copydesk;

import dev.copydesk.batch.JobDefinition;
import dev.copydesk.batch.LoadContext;
import dev.copydesk.batch.LoadProgress;
import dev.copydesk.batch.LoadRequest;
import dev.copydesk.batch.LoadResult;
import dev.copydesk.warehouse.Schema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * End to end: how many copies of the samples a load brings into a fresh database in a second, first as new pages, then as
 * known ones under other names.
 */
final class LoadBenchmark {

    private static final int CORES = Runtime.getRuntime().availableProcessors();

    private LoadBenchmark() {}

    static void run(int pages) throws Exception {
        Path work = Files.createTempDirectory(Path.of("target"), "benchmark");
        SampleCopies.write(Files.createDirectory(work.resolve("warm-up")), 1_000);
        SampleCopies.write(Files.createDirectory(work.resolve("new")), pages);
        SampleCopies.write(Files.createDirectory(work.resolve("known")), pages);
        try (TestDatabase warmUp = TestDatabase.create();
                TestDatabase database = TestDatabase.create()) {
            load(warmUp, work.resolve("warm-up"), "warm-up", 1_000);
            load(database, work.resolve("new"), "new", pages);
            load(database, work.resolve("known"), "known", pages);
            load(database, work.resolve("known"), "unchanged files", pages);
        }
    }

    private static void load(TestDatabase database, Path folder, String what, int pages) throws Exception {
        DriverManagerDataSource dataSource =
                new DriverManagerDataSource(database.url(), database.username(), database.password());
        new Schema(dataSource).migrate();
        try (LoadContext context = LoadContext.start(dataSource)) {
            long start = System.nanoTime();
            LoadResult result = context.launcher()
                    .load(new LoadRequest(
                            JobDefinition.of("load", List.of(folder.toString())),
                            null,
                            true,
                            new LoadProgress() {},
                            new AtomicBoolean()));
            double seconds = (System.nanoTime() - start) / 1e9;
            if (result.exitCode() != 0) {
                throw new IllegalStateException("the load failed", result.failure());
            }
            System.out.printf(
                    Locale.ROOT,
                    "%-16s %,7d pages %7.1f s %8.0f pages/s %8.0f pages/s per core, heap at most %d MB%n",
                    what,
                    pages,
                    seconds,
                    pages / seconds,
                    pages / seconds / CORES,
                    Runtime.getRuntime().maxMemory() >> 20);
        }
    }
}
