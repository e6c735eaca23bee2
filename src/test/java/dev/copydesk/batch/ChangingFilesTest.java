package dev.copydesk.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.copydesk.WarcBuilder;
import dev.copydesk.warehouse.WrittenChunk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that change between the time their digest is taken and the end of reading them. */
@Tag("database")
class ChangingFilesTest {

    private static final String MODIFIED = "2026-11-20T06:00:00Z";

    @TempDir
    private Path folder;

    private TestWarehouse warehouse;
    private TestPages pages;
    private Path file;

    @BeforeEach
    void open() {
        warehouse = new TestWarehouse();
        pages = new TestPages(folder);
        pages.page("good.html", "https://a.example/good", "Fish market opens again", 4);
        file = pages.page("a.html", "https://a.example/one", "Harbour wall to be raised", 4);
        TestPages.modifiedAt(file, MODIFIED);
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void aFileThatGrowsIsSetAsideAndReadByTheNextLoad() throws Exception {
        loadWhile(() -> Files.writeString(file, "<p>More of it.</p>", StandardOpenOption.APPEND));

        isSetAsideAndReadByTheNextLoad("Harbour wall to be raised");
    }

    @Test
    void aFileThatShrinksIsSetAsideAndReadByTheNextLoad() throws Exception {
        loadWhile(() -> Files.writeString(file, Files.readString(file).substring(0, 700)));

        isSetAsideAndReadByTheNextLoad("Harbour wall to be raised");
    }

    @Test
    void aFileThatIsReplacedByOneOfTheSameSizeAndTimeIsSetAsideAndReadByTheNextLoad() throws Exception {
        loadWhile(() -> {
            Path other = Files.writeString(
                    folder.resolve("other"), Files.readString(file).replace("raised", "razed!"));
            Files.setLastModifiedTime(other, FileTime.from(java.time.Instant.parse(MODIFIED)));
            Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
        });

        isSetAsideAndReadByTheNextLoad("Harbour wall to be razed!");
    }

    @Test
    void aFileThatIsOnlyTouchedIsSetAsideAndReadByTheNextLoad() throws Exception {
        loadWhile(() -> TestPages.modifiedAt(file, "2026-11-21T06:00:00Z"));

        isSetAsideAndReadByTheNextLoad("Harbour wall to be raised");
    }

    @Test
    void aFileThatIsDeletedIsSaidToBeGone() throws Exception {
        loadWhile(() -> Files.delete(file));

        assertThat(codes()).containsExactly("FILE_UNREADABLE");
        assertThat(titles()).containsExactly("Fish market opens again");
    }

    @Test
    void anArchiveOfWhichAPartIsLoadedIsReadAnewWhenItWasTouchedMeanwhile() throws Exception {
        Files.delete(file);
        WarcBuilder records = new WarcBuilder();
        for (int i = 0; i < 30; i++) {
            records.page("https://b.example/" + i);
        }
        file = records.write(folder.resolve("crawl.warc.gz"), records.gzip());
        TestPages.modifiedAt(file, MODIFIED);
        AtomicBoolean touched = new AtomicBoolean();
        JobDefinition smallChunks =
                JobDefinition.of("load", List.of(folder.toString())).withChunks(8, 2);

        warehouse.launcher().load(TestWarehouse.request(smallChunks, new AtomicBoolean(), new LoadProgress() {
            @Override
            public void written(WrittenChunk chunk, long bytes, Duration duration) {
                if (!touched.getAndSet(true)) {
                    TestPages.modifiedAt(file, "2026-11-21T06:00:00Z");
                }
            }
        }));

        assertThat(codes()).containsExactly("SOURCE_CHANGED");
        assertThat(titles()).hasSizeBetween(2, 30);
        assertThat(warehouse.load(folder).exitCode()).isZero();
        assertThat(codes()).isEmpty();
        assertThat(titles()).hasSize(31);
    }

    /** Nothing of the first version is in the warehouse under its digest, and the ledger adds up both times. */
    private void isSetAsideAndReadByTheNextLoad(String title) throws Exception {
        assertThat(codes()).containsExactly("SOURCE_CHANGED");
        assertThat(titles()).containsExactly("Fish market opens again");

        assertThat(warehouse.load(folder).exitCode()).isZero();

        assertThat(codes()).isEmpty();
        assertThat(titles()).containsExactly("Fish market opens again", title);
        assertThat(warehouse.value(
                        "select f.digest from ops.capture join ops.source_file f using (source_file_id)"
                                + " where f.path like '%/a.html'",
                        String.class))
                .isEqualTo(FileDigest.of(file));
    }

    private interface Change {
        void make() throws IOException;
    }

    /** Loads the folder, and makes the change when digests are taken and nothing is read yet. */
    private void loadWhile(Change change) throws Exception {
        LoadProgress progress = new LoadProgress() {
            @Override
            public void discovered(long files, long bytes) {
                try {
                    change.make();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
        JobDefinition definition = JobDefinition.of("load", List.of(folder.toString()));
        LoadResult result = warehouse.launcher().load(TestWarehouse.request(definition, new AtomicBoolean(), progress));
        assertThat(result.exitCode()).isZero();
    }

    private List<String> codes() {
        return warehouse.jdbc().queryForList("select code from ops.quarantine where resolved_at is null", String.class);
    }

    private List<String> titles() {
        return warehouse.jdbc().queryForList("select title from warehouse.article order by title", String.class);
    }
}
