package dev.copydesk.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.copydesk.document.SourceAccess;
import dev.copydesk.document.TimeBudget;
import dev.copydesk.warehouse.Ledger;
import dev.copydesk.warehouse.QuarantineFilter;
import dev.copydesk.warehouse.QuarantineStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("database")
class QuarantineReplayTest {

    private static final String MODIFIED = "2026-11-20T06:00:00Z";

    @TempDir
    private Path folder;

    private TestWarehouse warehouse;
    private TestPages pages;

    @BeforeEach
    void open() {
        warehouse = new TestWarehouse();
        pages = new TestPages(folder);
        TestPages.modifiedAt(
                pages.page("known.html", "https://a.example/known", "Harbour wall to be raised", 5), MODIFIED);
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void aDocumentThatTheExtractorTakesNowIsWrittenAsItsLoadWouldHaveWrittenIt() throws Exception {
        LoadResult load = loadWithRejectedPage();
        byte[] good = goodPage();
        // As though the extractor had learned to take the page: what was kept of it is one that it takes.
        warehouse.jdbc().update("update ops.quarantine set payload = ?", (Object) good);

        ReplayOutcome outcome = replay(entry());

        assertThat(outcome).isEqualTo(ReplayOutcome.LOADED);
        assertThat(warehouse.value("select resolution from ops.quarantine", String.class))
                .isEqualTo("loaded");
        assertThat(counts()).isEqualTo("1 1 0 0 0");
        assertThat(new Ledger(warehouse.jdbc()).unbalanced(load.runId())).isEmpty();
        Files.write(folder.resolve("bad.html"), good);
        TestPages.modifiedAt(folder.resolve("bad.html"), MODIFIED);
        try (TestWarehouse undisturbed = new TestWarehouse()) {
            undisturbed.load(folder);
            assertThat(articleRows(warehouse)).isEqualTo(articleRows(undisturbed));
        }
    }

    @Test
    void aDocumentThatFailsAgainStaysInQuarantineWithOneAttemptMore() throws Exception {
        LoadResult load = loadWithRejectedPage();

        assertThat(replay(entry())).isEqualTo(ReplayOutcome.QUARANTINED);

        assertThat(entry().attempts()).isEqualTo(2);
        assertThat(counts()).isEqualTo("1 0 0 0 1");
        assertThat(new Ledger(warehouse.jdbc()).unbalanced(load.runId())).isEmpty();
    }

    @Test
    void aDocumentOfWhichNothingWasKeptIsReadFromItsFileWhileThatIsTheSame() throws Exception {
        loadWithRejectedPage();
        warehouse.jdbc().update("update ops.quarantine set payload = null");
        QuarantineStore.Entry entry = entry();

        assertThat(replay(entry)).isEqualTo(ReplayOutcome.QUARANTINED);
        warehouse.jdbc().update("update ops.quarantine set payload = null");
        Files.writeString(folder.resolve("bad.html"), "something else");
        assertThat(replay(entry)).isEqualTo(ReplayOutcome.NOT_KEPT);
    }

    @Test
    void aDocumentThatTookTooLongIsKeptAndLoadedWhenItIsGivenMoreTime() throws Exception {
        pages.page("slow.html", "https://a.example/slow", "Ferries return to the northern route", 500);
        LoadResult load = warehouse.load(
                JobDefinition.of("load", List.of(folder.toString())).withMaxDocumentTime(Duration.ofMillis(1)));
        QuarantineStore.Entry entry =
                list("TOO_SLOW", folder.resolve("slow.html").toString()).get(0);
        assertThat(entry.message()).contains("1 ms", "quarantine replay --max-document-time");
        assertThat(entry.payloadBytes()).isPositive();

        assertThat(replay(entry)).isEqualTo(ReplayOutcome.LOADED);

        assertThat(warehouse.count("select count(*) from warehouse.article where url = 'https://a.example/slow'"))
                .isOne();
        assertThat(new Ledger(warehouse.jdbc()).unbalanced(load.runId())).isEmpty();
    }

    @Test
    void anEntryThatWasDismissedIsNotReplayedAndTheLedgerStillAddsUp() throws Exception {
        LoadResult load = loadWithRejectedPage();
        QuarantineStore.Entry entry = entry();

        assertThat(store().dismiss(entry.id(), "a test page of the crawler")).isTrue();
        assertThat(store().dismiss(entry.id(), "twice")).isFalse();

        assertThat(replay(entry)).isEqualTo(ReplayOutcome.CLOSED);
        assertThat(store().find(entry.id()).orElseThrow().note()).isEqualTo("a test page of the crawler");
        assertThat(new Ledger(warehouse.jdbc()).unbalanced(load.runId())).isEmpty();
    }

    @Test
    void entriesAreFoundByCodeFileFolderGlobAndTime() throws Exception {
        loadWithRejectedPage();
        String code = entry().code();

        assertThat(list(code, null)).hasSize(1);
        assertThat(list("OTHER", null)).isEmpty();
        assertThat(list(null, folder.resolve("bad.html").toString())).hasSize(1);
        assertThat(list(null, folder.toString())).hasSize(1);
        assertThat(list(null, folder + "/b*.html")).hasSize(1);
        assertThat(list(null, folder + "/b_d.html")).isEmpty();
        assertThat(store().list(new QuarantineFilter(
                        false, null, null, Clock.systemUTC().instant(), 10)))
                .isEmpty();
    }

    private LoadResult loadWithRejectedPage() throws Exception {
        Files.copy(Path.of("src/test/resources/quarantine/login-form.html"), folder.resolve("bad.html"));
        TestPages.modifiedAt(folder.resolve("bad.html"), MODIFIED);
        LoadResult result = warehouse.load(folder);
        assertThat(result.exitCode()).isZero();
        return result;
    }

    private byte[] goodPage() throws IOException {
        Path page = pages.page("good", "https://a.example/good", "Ferries return to the northern route", 6, "/known");
        byte[] bytes = Files.readAllBytes(page);
        Files.delete(page);
        return bytes;
    }

    /** The rows that belong to articles; the stories they are part of are a later step of the next load's. */
    private static List<String> articleRows(TestWarehouse of) {
        return of.rows().stream()
                .filter(row -> !row.startsWith("ledger") && !row.startsWith("story_article"))
                .map(row -> row.replace("\"pending\": true", "\"pending\": false"))
                .toList();
    }

    private String counts() {
        return warehouse.value(
                "select concat_ws(' ', read, loaded, unchanged, filtered, quarantined) from ops.source_file"
                        + " where path like '%bad.html'",
                String.class);
    }

    private ReplayOutcome replay(QuarantineStore.Entry entry) {
        return new QuarantineReplay(warehouse.dataSource(), Clock.systemUTC(), SourceAccess.DISK, TimeBudget.DEFAULT)
                .replay(entry);
    }

    private QuarantineStore.Entry entry() {
        return list(null, null).get(0);
    }

    private List<QuarantineStore.Entry> list(@Nullable String code, @Nullable String file) {
        return store().list(new QuarantineFilter(false, code, file, null, 10));
    }

    private QuarantineStore store() {
        return new QuarantineStore(warehouse.jdbc(), Clock.systemUTC());
    }
}
