package dev.copydesk.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.copydesk.document.SourceAccess;
import dev.copydesk.document.SourceFile;
import dev.copydesk.warehouse.DocumentChange;
import dev.copydesk.warehouse.DocumentChange.Kind;
import dev.copydesk.warehouse.FieldChange;
import dev.copydesk.warehouse.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The present extractor cannot be changed in a test; so it is the stored rows that are made what an older one left. */
@Tag("database")
class ReextractionTest {

    private static final String MODIFIED = "2026-11-20T06:00:00Z";
    private static final String WALL = "https://a.example/wall";

    @TempDir
    private Path folder;

    private TestWarehouse warehouse;
    private TestPages pages;
    private final List<DocumentChange> changes = new ArrayList<>();
    private final List<SourceFile> unavailable = new ArrayList<>();

    @BeforeEach
    void open() {
        warehouse = new TestWarehouse();
        pages = new TestPages(folder);
        write("wall.html", WALL, "Harbour wall to be raised");
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void aTextThatReadsOtherwiseBecomesARevisionWhoseCauseIsTheExtractor() throws Exception {
        LoadResult load = warehouse.load(folder);
        List<String> loaded = articles();
        sql("update warehouse.article set title = 'Old reading', content_digest = 'old'");
        older();

        Reextraction.Summary summary = apply();

        assertThat(summary.changes()).isEqualTo(Map.of(Kind.CHANGED, 1L));
        assertThat(changes.get(0).fields())
                .containsExactly(
                        new FieldChange("title", List.of("Old reading"), List.of("Harbour wall to be raised")));
        assertThat(articles()).isEqualTo(loaded);
        assertThat(warehouse.value(
                        "select title || ' ' || revision || ' ' || cause from warehouse.article_revision",
                        String.class))
                .isEqualTo("Old reading 1 extractor");
        assertThat(warehouse.count("select revision from warehouse.article")).isEqualTo(2);
        assertSound(load);
        assertThat(apply().files()).as("files of a second re-extraction").isZero();
    }

    @Test
    void aDiffShowsWhatWouldChangeAndWritesNothing() throws Exception {
        warehouse.load(folder);
        sql("update warehouse.paragraph set text = 'old' where ordinal = 2");
        sql("update warehouse.article set content_digest = 'old'");
        older();
        List<String> rows = warehouse.rows();

        Reextraction.Summary summary = reextraction().compare(null, new AtomicBoolean(), listener());

        assertThat(summary.changes()).isEqualTo(Map.of(Kind.CHANGED, 1L));
        assertThat(changes.get(0).fields()).singleElement().satisfies(field -> {
            assertThat(field.field()).isEqualTo("paragraphs");
            assertThat(field.removed()).containsExactly("body: old");
            assertThat(field.added()).hasSize(1);
        });
        assertThat(warehouse.rows()).isEqualTo(rows);
    }

    @Test
    void linksAndMentionsThatReadOtherwiseAreNoRevision() throws Exception {
        write("gate.html", "https://a.example/gate", "Gate to be closed");
        TestPages.modifiedAt(
                pages.page("links.html", "https://a.example/links", "Where to read on", 4, "https://a.example/gate"),
                MODIFIED);
        warehouse.load(folder);
        List<String> loaded = warehouse.rows();
        sql("delete from warehouse.related_link");
        sql("delete from warehouse.entity_mention");
        sql("update warehouse.article set description = 'made up'");
        older();

        Reextraction.Summary summary = apply();

        assertThat(summary.changes()).isEqualTo(Map.of(Kind.CHANGED, 3L));
        assertThat(warehouse.rows()).isEqualTo(loaded);
    }

    @Test
    void aPageThatGivesTheSameCostsNoRow() throws Exception {
        warehouse.load(folder);
        List<String> loaded = warehouse.rows();
        older();

        assertThat(apply().same()).isEqualTo(1);

        assertThat(warehouse.rows()).isEqualTo(loaded);
    }

    @Test
    void whatIsNoArticleAnyMoreGoesAndStaysInTheLedgerAsFiltered() throws Exception {
        TestPages.modifiedAt(pages.shop("lamp.html", "https://shop.example/lamp"), MODIFIED);
        LoadResult load = warehouse.load(
                JobDefinition.of("load", List.of(folder.toString())).withKeepNonArticles(true));
        assertThat(warehouse.count("select count(*) from warehouse.article")).isEqualTo(2);
        sql("update ops.load_run set keep_non_articles = false");
        older();

        assertThat(apply().changes()).isEqualTo(Map.of(Kind.FILTERED, 1L));

        assertThat(warehouse.value("select article_key from warehouse.article", String.class))
                .isEqualTo(WALL);
        assertThat(warehouse.value("select reason from ops.filtered", String.class))
                .isNotEmpty();
        assertSound(load);
    }

    @Test
    void whatWasFilteredAndIsAnArticleNowIsLoaded() throws Exception {
        TestPages.modifiedAt(pages.shop("lamp.html", "https://shop.example/lamp"), MODIFIED);
        LoadResult load = warehouse.load(folder);
        sql("update ops.load_run set keep_non_articles = true");
        older();

        assertThat(apply().changes()).isEqualTo(Map.of(Kind.ADDED, 1L));

        assertThat(warehouse.count("select count(*) from ops.filtered")).isZero();
        assertSound(load);
        try (TestWarehouse undisturbed = new TestWarehouse()) {
            undisturbed.load(
                    JobDefinition.of("load", List.of(folder.toString())).withKeepNonArticles(true));
            assertThat(articles()).isEqualTo(articles(undisturbed));
        }
    }

    @Test
    void anArticleWhoseAddressReadsOtherwiseKeepsItsId() throws Exception {
        LoadResult load = warehouse.load(folder);
        sql("update warehouse.article set article_key = 'digest:old', url = null, site_id = null");
        older();
        long id = warehouse.count("select article_id from warehouse.article");

        assertThat(apply().changes()).isEqualTo(Map.of(Kind.CHANGED, 1L));

        assertThat(warehouse.value(
                        "select article_id || ' ' || article_key || ' ' || url || ' ' || host from warehouse.article"
                                + " join warehouse.site using (site_id)",
                        String.class))
                .isEqualTo(id + " " + WALL + " " + WALL + " a.example");
        assertSound(load);
    }

    @Test
    void aPageThatTurnsOutToBeOfAnotherArticleJoinsIt() throws Exception {
        write("copy.html", WALL, "Harbour wall to be raised");
        LoadResult load = warehouse.load(folder);
        sql("""
                insert into warehouse.article (article_key, word_count, content_digest, first_seen_at, last_seen_at)
                select 'digest:old', word_count, 'old', first_seen_at, last_seen_at from warehouse.article""");
        sql("""
                update ops.capture c set article_id = (select article_id from warehouse.article where article_key = 'digest:old')
                from ops.source_file f where f.source_file_id = c.source_file_id and f.path like '%copy.html'""");
        older();

        assertThat(apply().changes()).isEqualTo(Map.of(Kind.MERGED, 1L));

        assertThat(warehouse.value("select article_key from warehouse.article", String.class))
                .isEqualTo(WALL);
        assertThat(warehouse.count("select count(*) from ops.capture join warehouse.article using (article_id)"))
                .isEqualTo(2);
        assertSound(load);
    }

    @Test
    void anArticleOnWhichThePresentExtractorFailsStays() throws Exception {
        LoadResult load = warehouse.load(folder);
        Path login = folder.resolve("wall.html");
        Files.copy(
                Path.of("src/test/resources/quarantine/login-form.html"),
                login,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        sql("update ops.source_file set digest = '" + FileDigest.of(login) + "'");
        older();
        List<String> before = articles();

        assertThat(apply().changes()).isEqualTo(Map.of(Kind.FAILS, 1L));

        assertThat(articles()).isEqualTo(before);
        assertThat(changes.get(0).detail()).contains(": ");
        assertSound(load);
    }

    @Test
    void aTextOfThePastStaysAsItWasRead() throws Exception {
        warehouse.load(folder);
        pages.page("wall.html", WALL, "Harbour wall was raised", 5);
        TestPages.modifiedAt(folder.resolve("wall.html"), "2026-11-21T06:00:00Z");
        warehouse.load(folder);
        assertThat(warehouse.value("select cause from warehouse.article_revision", String.class))
                .isEqualTo("page");
        sql("update warehouse.article_revision set title = 'as it was read'");
        older();

        Reextraction.Summary summary = apply();

        assertThat(summary.files()).as("the latest version of the file").isEqualTo(1);
        assertThat(summary.same()).isEqualTo(1);
        assertThat(warehouse.value("select title from warehouse.article_revision", String.class))
                .isEqualTo("as it was read");
    }

    @Test
    void aFileThatIsGoneOrHasChangedIsToldOfAndStaysToBeDone() throws Exception {
        write("gone.html", "https://a.example/gone", "Ferry is gone");
        write("other.html", "https://a.example/other", "Ferry is another");
        warehouse.load(folder);
        Files.delete(folder.resolve("gone.html"));
        Files.writeString(folder.resolve("other.html"), "<p>something else</p>");
        older();

        Reextraction.Summary summary = apply();

        assertThat(summary.unavailable()).isEqualTo(2);
        assertThat(unavailable)
                .extracting(file -> file.location().name())
                .containsExactlyInAnyOrder("gone.html", "other.html");
        assertThat(apply().unavailable()).isEqualTo(2);
        assertThat(warehouse.count("select count(*) from warehouse.article")).isEqualTo(3);
    }

    @Test
    void aReextractionThatWasStoppedGoesOnWhereItWas() throws Exception {
        for (int i = 0; i < 70; i++) {
            write("page-" + i + ".html", "https://a.example/" + i, "Ferry " + i + " is late");
        }
        warehouse.load(folder);
        older();
        AtomicBoolean stop = new AtomicBoolean();
        sql("update warehouse.article set section = 'old'");

        Reextraction.Summary first = reextraction().apply(null, stop, stopping(stop));

        assertThat(first.stopped()).isTrue();
        assertThat(first.files()).isLessThan(71);
        Reextraction.Summary second = apply();
        assertThat(first.files() + second.files()).isEqualTo(71);
        assertThat(warehouse.count("select count(*) from warehouse.article where section = 'old'"))
                .isZero();
    }

    @Test
    void onlyFilesLoadedSinceATimeAreDone() throws Exception {
        warehouse.load(folder);
        older();

        assertThat(reextraction()
                        .apply(Instant.now().plus(Duration.ofHours(1)), new AtomicBoolean(), listener())
                        .files())
                .isZero();
        assertThat(reextraction()
                        .apply(Instant.now().minus(Duration.ofHours(1)), new AtomicBoolean(), listener())
                        .files())
                .isEqualTo(1);
    }

    @Test
    void aLoadTellsAPageThatChangedFromAnExtractorThatDid() throws Exception {
        write("gate.html", "https://a.example/gate", "Gate to be closed");
        warehouse.load(folder);
        older();
        sql("update warehouse.article set content_digest = 'old'");
        Path later = Files.createDirectory(folder.resolve("later"));
        Files.copy(folder.resolve("wall.html"), later.resolve("same.html"));
        new TestPages(later).page("gate.html", "https://a.example/gate", "Gate is closed", 5);
        TestPages.modifiedAt(later.resolve("same.html"), "2026-11-21T06:00:00Z");
        TestPages.modifiedAt(later.resolve("gate.html"), "2026-11-21T06:00:00Z");

        warehouse.load(later);

        assertThat(warehouse
                        .jdbc()
                        .queryForList(
                                "select title || ': ' || cause from warehouse.article_revision order by 1",
                                String.class))
                .containsExactly("Gate to be closed: page_or_extractor", "Harbour wall to be raised: extractor");
    }

    private void write(String name, String url, String title) {
        TestPages.modifiedAt(pages.page(name, url, title, 5), MODIFIED);
    }

    private void sql(String statement) {
        warehouse.jdbc().update(statement);
    }

    private void older() {
        sql("update ops.source_file set extractor = 'older'");
    }

    private Reextraction reextraction() {
        return new Reextraction(warehouse.dataSource(), Clock.systemUTC(), SourceAccess.DISK);
    }

    private Reextraction.Summary apply() {
        changes.clear();
        return reextraction().apply(null, new AtomicBoolean(), listener());
    }

    private void assertSound(LoadResult load) {
        assertThat(new Ledger(warehouse.jdbc()).unbalanced(load.runId())).isEmpty();
        assertThat(warehouse.count("select count(*) from ops.source_file where extractor = 'older'"))
                .isZero();
    }

    private List<String> articles() throws IOException {
        return articles(warehouse);
    }

    /** The rows that analysts read, less the number of the revision. */
    private static List<String> articles(TestWarehouse warehouse) {
        return warehouse.jdbc().queryForList("""
                select (to_jsonb(a) - 'article_id' - 'site_id' - 'revision')::text || (
                    select jsonb_agg(p.text order by p.ordinal) from warehouse.paragraph p where p.article_id = a.article_id)
                    || (select jsonb_agg(m.surface_form order by m.paragraph_ordinal, m.start_offset)::text
                        from warehouse.entity_mention m where m.article_id = a.article_id)
                from warehouse.article a order by article_key""", String.class);
    }

    private Reextraction.Listener listener() {
        return stopping(new AtomicBoolean());
    }

    /** A listener that asks for a stop at the first change. */
    private Reextraction.Listener stopping(AtomicBoolean stop) {
        return new Reextraction.Listener() {
            @Override
            public void changed(SourceFile file, DocumentChange change) {
                changes.add(change);
                stop.set(true);
            }

            @Override
            public void unavailable(SourceFile file) {
                unavailable.add(file);
            }
        };
    }
}
