package dev.copydesk;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.copydesk.batch.JobDefinition;
import dev.copydesk.batch.LoadContext;
import dev.copydesk.batch.LoadProgress;
import dev.copydesk.batch.LoadRequest;
import dev.copydesk.batch.LoadResult;
import dev.copydesk.document.ArchivePosition;
import dev.copydesk.document.ArchiveReader;
import dev.copydesk.document.SourceAccess;
import dev.copydesk.document.SourceFile;
import dev.copydesk.document.SourceFormat;
import dev.copydesk.warehouse.Schema;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * One large archive: cut into records only, then loaded. As in a crawl, there is a request and a picture for each page, and a
 * page is mostly script: 60 kB of it beside the sample.
 */
final class ArchiveBenchmark {

    private static final int SCRIPT = 60_000;
    private static final int PICTURE = 60_000;

    private ArchiveBenchmark() {}

    static void run(long megabytes) throws Exception {
        Path work = Files.createTempDirectory(Path.of("target"), "benchmark");
        Path archive = work.resolve("large.warc.gz");
        long pages = write(archive, work, megabytes * 1_000_000);
        long size = Files.size(archive);
        System.out.printf(Locale.ROOT, "%,d pages, %,d MB%n", pages, size / 1_000_000);
        long start = System.nanoTime();
        long records = 0;
        SourceFile file = new SourceFile(archive, SourceFormat.WARC, true, size, Instant.EPOCH, null, null);
        try (ArchiveReader reader = ArchiveReader.open(file, ArchivePosition.START, 20 << 20, SourceAccess.DISK)) {
            while (reader.next() != null) {
                records++;
            }
        }
        print("cut " + records, start, pages, size);
        try (TestDatabase database = TestDatabase.create()) {
            DriverManagerDataSource source =
                    new DriverManagerDataSource(database.url(), database.username(), database.password());
            new Schema(source).migrate();
            try (LoadContext context = LoadContext.start(source)) {
                start = System.nanoTime();
                LoadResult result = context.launcher()
                        .load(new LoadRequest(
                                JobDefinition.of(
                                        "load", List.of(archive.toAbsolutePath().toString())),
                                null,
                                true,
                                new LoadProgress() {},
                                new AtomicBoolean()));
                print("load, exit code " + result.exitCode(), start, pages, size);
            }
        }
    }

    private static void print(String what, long start, long pages, long size) {
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%-24s %7.1f s %8.0f pages/s %8.1f MB/s, heap at most %d MB%n",
                what,
                seconds,
                pages / seconds,
                size / 1e6 / seconds,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    /** Writes an archive of so many bytes and returns how many pages are in it. */
    private static long write(Path archive, Path work, long bytes) throws IOException {
        Path folder = Files.createDirectory(work.resolve("pages"));
        SampleCopies.write(folder, 400);
        List<Path> samples;
        try (Stream<Path> files = Files.list(folder)) {
            samples = files.filter(page -> page.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        }
        Random random = new Random(7);
        byte[] picture = new byte[PICTURE];
        long pages = 0;
        long written = 0;
        try (OutputStream out = Files.newOutputStream(archive)) {
            while (written < bytes) {
                byte[] sample = Files.readAllBytes(samples.get((int) (pages % samples.size())));
                byte[] script = ("\n<script>var x = '"
                                + random.ints(SCRIPT, 'a', 'z' + 1)
                                        .collect(
                                                StringBuilder::new,
                                                StringBuilder::appendCodePoint,
                                                StringBuilder::append)
                                + "'</script><p hidden>" + pages + "</p>")
                        .getBytes(UTF_8);
                random.nextBytes(picture);
                String url = "https://large.example/" + pages;
                byte[] records = new WarcBuilder()
                        .record("request", Map.of("WARC-Target-URI", url), "GET / HTTP/1.1\r\n\r\n".getBytes(UTF_8))
                        .response(url, "Content-Type: text/html", WarcBuilder.joined(withUrl(sample, url), script))
                        .response(url + ".png", "Content-Type: image/png", picture)
                        .gzip();
                out.write(records);
                written += records.length;
                pages++;
            }
        }
        return pages;
    }

    /** Bytes are taken for Latin-1, whatever they are, so that all of them come through. */
    private static byte[] withUrl(byte[] page, String url) {
        return new String(page, java.nio.charset.StandardCharsets.ISO_8859_1)
                .replaceAll("<link rel=\"canonical\"[^>]*>", "<link rel=\"canonical\" href=\"" + url + "\">")
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    }
}
