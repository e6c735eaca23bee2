package dev.copydesk.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.copydesk.warehouse.LedgerCounts;
import dev.copydesk.warehouse.RunStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("database")
class LoadJobTest {

    @TempDir
    private Path folder;

    private TestWarehouse warehouse;
    private TestPages pages;

    @BeforeEach
    void open() {
        warehouse = new TestWarehouse();
        pages = new TestPages(folder);
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void loadsEveryPageOfAFolder() throws Exception {
        pages.page("a.html", "https://a.example/one", "Harbour wall to be raised", 5);
        pages.page("deep/b.html", "https://a.example/two", "Fish market opens again", 7);

        LoadResult result = warehouse.load(folder);

        assertThat(result.exitCode()).isZero();
        assertThat(warehouse.jdbc().queryForList("select title from warehouse.article order by url", String.class))
                .containsExactly("Harbour wall to be raised", "Fish market opens again");
        assertThat(warehouse.count("select count(*) from warehouse.paragraph where kind = 'body'"))
                .isEqualTo(12);
        assertThat(warehouse.value("select host from warehouse.site", String.class))
                .isEqualTo("a.example");
    }

    @Test
    void filtersAPageThatIsNoArticleAndLoadsItWhenAsked() throws Exception {
        pages.page("a.html", "https://a.example/one", "Harbour wall to be raised", 5);
        pages.shop("lamp.html", "https://a.example/product/brass-lamp");

        LoadResult filtered = warehouse.load(folder);

        assertThat(filtered.exitCode()).isZero();
        assertThat(warehouse.count("select count(*) from warehouse.article")).isOne();
        assertThat(warehouse.value("select reason from ops.filtered", String.class))
                .isEqualTo("PRODUCT_PAGE");
        assertThat(execution(filtered).counts()).isEqualTo(new LedgerCounts(1, 0, 1, 0));

        LoadResult kept = warehouse.load(
                JobDefinition.of("load", List.of(folder.toString())).withKeepNonArticles(true));

        assertThat(kept.exitCode()).isZero();
        assertThat(warehouse.count("select count(*) from warehouse.article")).isEqualTo(2);
        assertThat(warehouse.count("select count(*) from ops.filtered")).isZero();
        assertThat(warehouse.value(
                        "select keep_non_articles from ops.load_run order by run_id desc limit 1", Boolean.class))
                .isTrue();
    }

    @Test
    void aSecondLoadOfTheSameFilesChangesNoRow() throws Exception {
        for (int i = 0; i < 30; i++) {
            pages.page("p" + i + ".html", "https://a.example/" + i, "Story number " + i, 4);
        }
        warehouse.load(folder);
        List<String> before = everyRow();

        LoadResult again = warehouse.load(folder);

        assertThat(again.exitCode()).isZero();
        assertThat(everyRow()).isEqualTo(before);
        RunStore.Execution execution = execution(again);
        assertThat(execution.files()).isEqualTo(30);
        assertThat(execution.counts().unchanged()).isEqualTo(30);
    }

    @Test
    void aFileThatWasOnlyTouchedIsNotReadAgain() throws Exception {
        Path file = pages.page("a.html", "https://a.example/one", "Harbour wall to be raised", 5);
        warehouse.load(folder);
        List<String> before = everyRow();
        TestPages.modifiedAt(file, "2030-01-01T00:00:00Z");

        assertThat(warehouse.load(folder).exitCode()).isZero();

        assertThat(everyRow()).isEqualTo(before);
    }

    @Test
    void theSamePageUnderAnotherNameIsOneArticleWithTwoCaptures() throws Exception {
        Path file = pages.page("a.html", "https://a.example/one", "Harbour wall to be raised", 5);
        warehouse.load(folder);
        Files.copy(file, folder.resolve("copy.html"), StandardCopyOption.COPY_ATTRIBUTES);

        LoadResult second = warehouse.load(folder);

        assertThat(warehouse.count("select count(*) from warehouse.article")).isOne();
        assertThat(warehouse.count("select revision from warehouse.article")).isOne();
        assertThat(warehouse.count("select count(*) from ops.capture")).isEqualTo(2);
        assertThat(execution(second).counts().loaded()).isZero();
    }

    @Test
    void aPageThatChangedBecomesANewRevisionAndTheOldTextStays() throws Exception {
        Path file = pages.page("a.html", "https://a.example/one", "Harbour wall to be raised", 3);
        TestPages.modifiedAt(file, "2026-01-01T00:00:00Z");
        warehouse.load(folder);
        pages.page("a.html", "https://a.example/one", "Harbour wall will not be raised", 2);
        TestPages.modifiedAt(file, "2026-01-02T00:00:00Z");

        warehouse.load(folder);

        assertThat(warehouse.value("select title || ' ' || revision from warehouse.article", String.class))
                .isEqualTo("Harbour wall will not be raised 2");
        assertThat(warehouse.count("select count(*) from warehouse.paragraph")).isEqualTo(2);
        assertThat(warehouse.value("select title || ' ' || revision from warehouse.article_revision", String.class))
                .isEqualTo("Harbour wall to be raised 1");
        assertThat(warehouse.value("select text from warehouse.article_revision", String.class))
                .startsWith("Paragraph 1 of Harbour wall to be raised.")
                .contains("\n\nParagraph 3 of");
    }

    @Test
    void anOlderCaptureDoesNotReplaceANewerText() throws Exception {
        Path newer = pages.page("a.html", "https://a.example/one", "Harbour wall will not be raised", 2);
        TestPages.modifiedAt(newer, "2026-01-02T00:00:00Z");
        warehouse.load(folder);
        Path older = pages.page("older.html", "https://a.example/one", "Harbour wall to be raised", 3);
        TestPages.modifiedAt(older, "2026-01-01T00:00:00Z");

        warehouse.load(folder);

        assertThat(warehouse.value("select title || ' ' || revision from warehouse.article", String.class))
                .isEqualTo("Harbour wall will not be raised 2");
        assertThat(warehouse.value("select title || ' ' || revision from warehouse.article_revision", String.class))
                .isEqualTo("Harbour wall to be raised 1");
        assertThat(warehouse.value("select first_seen_at::date::text from warehouse.article", String.class))
                .isEqualTo("2026-01-01");
    }

    @Test
    void aFileThatGoesBackToAnEarlierContentIsANewRevision() throws Exception {
        Path file = pages.page("a.html", "https://a.example/one", "Harbour wall to be raised", 3);
        TestPages.modifiedAt(file, "2026-01-01T00:00:00Z");
        warehouse.load(folder);
        pages.page("a.html", "https://a.example/one", "Harbour wall will not be raised", 2);
        TestPages.modifiedAt(file, "2026-01-02T00:00:00Z");
        warehouse.load(folder);
        pages.page("a.html", "https://a.example/one", "Harbour wall to be raised", 3);
        TestPages.modifiedAt(file, "2026-01-03T00:00:00Z");

        warehouse.load(folder);

        assertThat(warehouse.value("select title || ' ' || revision from warehouse.article", String.class))
                .isEqualTo("Harbour wall to be raised 3");
        assertThat(warehouse.count("select count(*) from warehouse.article_revision"))
                .isEqualTo(2);
    }

    @Test
    void twoPagesWithTheSameUrlInOneChunkAreTwoRevisions() throws Exception {
        TestPages.modifiedAt(
                pages.page("a.html", "https://a.example/one", "Harbour wall to be raised", 3), "2026-01-01T00:00:00Z");
        TestPages.modifiedAt(
                pages.page("b.html", "https://a.example/one", "Harbour wall will not be raised", 2),
                "2026-01-02T00:00:00Z");

        warehouse.load(folder);

        assertThat(warehouse.value("select title || ' ' || revision from warehouse.article", String.class))
                .isEqualTo("Harbour wall will not be raised 2");
    }

    @Test
    void aBadPageGoesToQuarantineAndTheRestIsLoaded() throws Exception {
        pages.page("good.html", "https://a.example/one", "Harbour wall to be raised", 5);
        pages.write("empty.html", "");
        pages.write("form.html", "<html><body><form><input name=user></form></body></html>");
        Files.write(
                folder.resolve("picture.html"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13});

        LoadResult result = warehouse.load(folder);

        assertThat(result.exitCode()).isZero();
        assertThat(warehouse.jdbc().queryForList("select code from ops.quarantine order by code", String.class))
                .containsExactly("EMPTY", "NOT_TEXT", "NO_ARTICLE_TEXT");
        assertThat(warehouse.value(
                        "select convert_from(payload, 'UTF8') from ops.quarantine where payload is not null",
                        String.class))
                .contains("<input name=user>");
        assertThat(execution(result).counts().read()).isEqualTo(4);
        assertThat(execution(result).counts().quarantined()).isEqualTo(3);
    }

    @Test
    void aMendedFileClosesItsQuarantine() throws Exception {
        pages.write("a.html", "");
        warehouse.load(folder);
        pages.page("a.html", "https://a.example/one", "Harbour wall to be raised", 5);

        warehouse.load(folder);

        assertThat(warehouse.count("select count(*) from ops.quarantine where resolved_at is null"))
                .isZero();
        assertThat(warehouse.value("select resolution from ops.quarantine", String.class))
                .isEqualTo("superseded");
    }

    @Test
    void aDocumentWhoseRowsTheDatabaseRefusesIsQuarantinedAlone() throws Exception {
        warehouse
                .jdbc()
                .execute("alter table warehouse.paragraph add constraint test check (text not like '%cursed%')");
        pages.page("a.html", "https://a.example/one", "Harbour wall to be raised", 5);
        pages.page("b.html", "https://a.example/two", "A cursed harbour wall", 5);
        pages.page("c.html", "https://a.example/three", "Fish market opens again", 5);

        LoadResult result = warehouse.load(folder);

        assertThat(result.exitCode()).isZero();
        assertThat(warehouse.count("select count(*) from warehouse.article")).isEqualTo(2);
        assertThat(warehouse.value("select stage || ' ' || code from ops.quarantine", String.class))
                .isEqualTo("write ROW_REFUSED");
        assertThat(warehouse.count("select paragraphs from ops.load_execution")).isEqualTo(10);
    }

    @Test
    void relatedLinksLeadToLoadedArticlesWhicheverCameFirst() throws Exception {
        pages.page("a.html", "https://a.example/one", "Harbour wall to be raised", 5, "/two", "/nowhere");
        warehouse.load(folder);
        pages.page("b.html", "https://a.example/two", "Fish market opens again", 5, "/one");

        warehouse.load(folder);

        assertThat(warehouse.jdbc().queryForList("""
                                select a.url || ' -> ' || coalesce(t.url, 'unknown')
                                from warehouse.related_link r join warehouse.article a using (article_id)
                                left join warehouse.article t on t.article_id = r.target_article_id
                                order by a.url, r.ordinal""", String.class))
                .containsExactly(
                        "https://a.example/one -> https://a.example/two",
                        "https://a.example/one -> unknown",
                        "https://a.example/two -> https://a.example/one");
    }

    @Test
    void theManifestBesideAFileGivesItsUrlAndCaptureDate() throws Exception {
        pages.write(
                "a.html",
                Files.readString(pages.page("a.html", "x", "Harbour wall to be raised", 5))
                        .replace("<link rel=\"canonical\" href=\"x\">", ""));
        pages.write(
                "manifest.jsonl",
                "{\"file\": \"a.html\", \"url\": \"https://a.example/m\", \"captured_at\": \"2026-01-02T03:04:05Z\"}\n");

        warehouse.load(folder);

        assertThat(warehouse.value("select url from warehouse.article", String.class))
                .isEqualTo("https://a.example/m");
        assertThat(warehouse.value("select captured_at::text from ops.capture", String.class))
                .startsWith("2026-01-02");
        assertThat(warehouse.value("select first_seen_at = last_seen_at from warehouse.article", Boolean.class))
                .isTrue();
    }

    @Test
    void anEmptyFolderFailsAndSaysSo() throws Exception {
        LoadResult result = warehouse.load(folder);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.failure()).isInstanceOf(NothingToLoadException.class).hasMessageContaining(folder.toString());
    }

    private RunStore.Execution execution(LoadResult result) {
        return new RunStore(warehouse.jdbc(), Clock.systemUTC())
                .execution(result.jobExecutionId())
                .orElseThrow();
    }

    /** Every row of the warehouse as it is, surrogate keys and row versions included. */
    private List<String> everyRow() {
        return warehouse.jdbc().queryForList("""
                        select table_name from information_schema.tables
                        where table_schema = 'warehouse' and table_type = 'BASE TABLE' order by 1""", String.class).stream()
                .flatMap(table -> warehouse
                        .jdbc()
                        .queryForList(
                                "select ctid::text || xmin::text || to_jsonb(t)::text from warehouse." + table
                                        + " t order by 1",
                                String.class)
                        .stream())
                .toList();
    }
}
