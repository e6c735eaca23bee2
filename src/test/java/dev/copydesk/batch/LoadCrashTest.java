package dev.copydesk.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.copydesk.SampleCopies;
import dev.copydesk.WarcBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A load that is killed at any moment and resumed leaves the same rows as one that was never disturbed.
 *
 * <p>{@code -Dcopydesk.test.kills=20 -Dcopydesk.test.pages=2000} kills more often over more pages.
 */
@Tag("database")
class LoadCrashTest {

    private static final int KILLS = Integer.getInteger("copydesk.test.kills", 6);
    private static final int PAGES = Integer.getInteger("copydesk.test.pages", 240);
    private static final int CHUNK = 16;

    @TempDir
    private Path folder;

    @Test
    void aLoadThatIsKilledAgainAndAgainLeavesTheRowsOfAnUndisturbedOne() throws Exception {
        SampleCopies.write(folder, PAGES);
        for (int i = 0; i < PAGES; i += 40) {
            Files.writeString(folder.resolve("empty" + i + ".html"), "");
        }
        leavesTheRowsOfAnUndisturbedLoad(KILLS, PAGES, countFiles());
    }

    @Test
    void aLoadThatIsKilledWithinAnArchiveGoesOnThere() throws Exception {
        int pages = PAGES / 2;
        Path copies = Files.createDirectory(folder.resolve("pages"));
        SampleCopies.write(copies, pages);
        WarcBuilder warc = new WarcBuilder();
        try (Stream<Path> files = Files.list(copies)) {
            for (Path page : files.filter(file -> !file.endsWith("manifest.jsonl"))
                    .sorted()
                    .toList()) {
                String url = "https://a.example/" + page.getFileName();
                String type = page.toString().contains(".txt") ? "text/plain" : "text/html";
                String coding = page.toString().endsWith(".gz") ? "\nContent-Encoding: gzip" : "";
                warc.response(url, "Content-Type: " + type + coding, Files.readAllBytes(page))
                        .revisit(url, "2026-04-01T00:00:00Z", "sha1:NONE", url, WarcBuilder.DATE);
                Files.delete(page);
            }
        }
        warc.write(folder.resolve("a.warc.gz"), warc.gzip());
        leavesTheRowsOfAnUndisturbedLoad(KILLS / 2, pages, 2 * pages);
    }

    private void leavesTheRowsOfAnUndisturbedLoad(int kills, int articles, int documents) throws Exception {
        Random random = new Random(20_261_125);
        try (TestWarehouse disturbed = new TestWarehouse();
                TestWarehouse undisturbed = new TestWarehouse()) {
            int chunks = Math.max(1, articles / CHUNK / kills);
            for (int kill = 0; kill < kills; kill++) {
                // The first dies as it starts, the second among its first chunks, and so on.
                LoadProcess.killAfter(
                        disturbed.database(),
                        folder.toString(),
                        CHUNK,
                        kill == 0 ? 1 : 2 + random.nextInt(chunks),
                        random.nextInt(40));
            }
            assertThat(disturbed.count("select count(*) from warehouse.article"))
                    .isBetween(1L, articles - 1L);

            LoadResult resumed = disturbed.load(folder);

            assertThat(resumed.exitCode()).isZero();
            assertThat(disturbed.count("select count(distinct run_id) from ops.load_execution"))
                    .isOne();
            undisturbed.load(folder);
            assertThat(disturbed.rows()).isEqualTo(undisturbed.rows());
            assertThat(disturbed.count("select sum(read) from ops.load_execution"))
                    .isEqualTo((long) documents);
        }
    }

    private int countFiles() {
        return PAGES + (PAGES + 39) / 40;
    }
}
