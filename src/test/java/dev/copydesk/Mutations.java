package dev.copydesk;

import dev.copydesk.article.ArticleExtractor;
import dev.copydesk.article.Extraction;
import dev.copydesk.article.extraction.PageExtractor;
import dev.copydesk.document.PageFileReader;
import dev.copydesk.document.RawDocument;
import dev.copydesk.document.Reading;
import dev.copydesk.document.SourceFile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Spoils pages in every way that {@link PageMutation} knows, one or two at once, reads and extracts each from a file as a
 * load does, and counts what comes of it. An error, or more than a second of CPU time for a megabyte, keeps the page in
 * {@code target/mutations} and makes the program fail. Arguments: a folder of pages, how many mutations, the first seed.
 * Run by {@code mvn -Pmutations -DskipTests verify}.
 */
public final class Mutations {

    private static final double MEGABYTE = 1 << 20;
    private static final List<PageMutation> MUTATIONS = List.of(PageMutation.values());

    /** Below it, compiling and collecting drown the rest. */
    private static final double LEAST_MEGABYTES = 0.25;

    private static final int WARM_UP = 200;
    private static final Path KEPT = Path.of("target", "mutations");

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final PageFileReader reader = new PageFileReader();
    private final ArticleExtractor extractor = new PageExtractor(false);
    private final List<SourceFile> pages;
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final Map<PageMutation, Slowest> slowest = new TreeMap<>();
    private int failures;

    private record Slowest(double secondsPerMegabyte, double seconds, long seed) {}

    private Mutations(List<SourceFile> pages) {
        this.pages = pages;
    }

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        if (!Files.isDirectory(folder)) {
            System.out.println("mutations: skipped, as there are no pages at " + folder);
            return;
        }
        Mutations mutations = new Mutations(PageList.of(folder.toString()));
        Files.createDirectories(KEPT);
        long first = Long.parseLong(args[2]);
        long end = first + Long.parseLong(args[1]);
        mutations.warmUp();
        for (long seed = first; seed < end; seed++) {
            mutations.run(seed);
        }
        mutations.report(end - first);
        if (mutations.failures > 0) {
            throw new IllegalStateException(mutations.failures + " spoiled pages failed; they are in " + KEPT);
        }
    }

    /** Has the code compiled, so that the first mutations are not the slowest. */
    private void warmUp() {
        for (SourceFile page : pages.subList(0, Math.min(pages.size(), WARM_UP))) {
            outcome(page);
        }
    }

    private void run(long seed) throws IOException {
        Random random = new Random(seed);
        SourceFile page = pages.get(random.nextInt(pages.size()));
        byte[] bytes = bytes(page);
        PageMutation mutation = MUTATIONS.get(random.nextInt(MUTATIONS.size()));
        byte[] spoiled = mutation.of(bytes, random);
        if (random.nextInt(4) == 0) {
            mutation = MUTATIONS.get(random.nextInt(MUTATIONS.size()));
            spoiled = mutation.of(spoiled, random);
        }
        Path file = KEPT.resolve(page.gzipped() ? "page.html" : page.location().name());
        Files.write(file, spoiled);
        SourceFile source = new SourceFile(
                file.toAbsolutePath(), page.format(), false, spoiled.length, page.modifiedAt(), page.url(), null);
        double megabytes = Math.max(spoiled.length / MEGABYTE, LEAST_MEGABYTES);
        long start = threads.getCurrentThreadCpuTime();
        String outcome = outcome(source);
        double seconds = (threads.getCurrentThreadCpuTime() - start) / 1e9;
        if (seconds > megabytes) { // perhaps the code was compiled meanwhile
            start = threads.getCurrentThreadCpuTime();
            outcome = outcome(source);
            seconds = Math.min(seconds, (threads.getCurrentThreadCpuTime() - start) / 1e9);
        }
        outcomes.merge(outcome, 1, Integer::sum);
        slowest.merge(
                mutation,
                new Slowest(seconds / megabytes, seconds, seed),
                (a, b) -> a.secondsPerMegabyte() >= b.secondsPerMegabyte() ? a : b);
        boolean slow = seconds > megabytes;
        if (slow || outcome.startsWith("!")) {
            failures++;
            Files.write(KEPT.resolve(seed + "-" + mutation + ".html"), spoiled);
            System.out.printf(
                    Locale.ROOT,
                    "seed=%d mutation=%s bytes=%d seconds=%.2f outcome=%s page=%s%n",
                    seed,
                    mutation,
                    spoiled.length,
                    seconds,
                    outcome,
                    page.location().name());
        }
        Files.delete(file);
    }

    private byte[] bytes(SourceFile page) {
        List<byte[]> payload = new ArrayList<>();
        reader.read(page, reading -> {
            if (reading instanceof Reading.Read read) {
                payload.add(read.document().payload());
            }
        });
        return payload.isEmpty() ? new byte[0] : payload.get(0);
    }

    /** What became of it, with an exclamation mark ahead of what must not be. */
    private String outcome(SourceFile source) {
        String[] outcome = {"!nothing"};
        try {
            reader.read(source, reading -> outcome[0] = outcome(reading));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            StackTraceElement[] trace = e.getStackTrace();
            for (int i = 0; i < Math.min(trace.length, 12); i++) {
                System.out.println("    at " + trace[i]);
            }
            return "!" + e.getClass().getSimpleName();
        }
        return outcome[0];
    }

    private String outcome(Reading reading) {
        if (reading instanceof Reading.Unreadable unreadable) {
            return unreadable.code();
        }
        RawDocument document = ((Reading.Read) reading).document();
        Extraction extraction = extractor.extract(document);
        if (extraction instanceof Extraction.Rejected rejected) {
            return rejected.code();
        }
        return extraction instanceof Extraction.Filtered filtered ? filtered.reason() : "article";
    }

    private void report(long mutations) {
        System.out.printf(
                Locale.ROOT,
                "%,d mutations of %,d pages, %,d failed: %s%n",
                mutations,
                pages.size(),
                failures,
                outcomes);
        slowest.forEach((mutation, slow) -> System.out.printf(
                Locale.ROOT,
                "%-20s slowest %5.2f s/MB %6.2f s, seed %d%n",
                mutation,
                slow.secondsPerMegabyte(),
                slow.seconds(),
                slow.seed()));
    }
}
