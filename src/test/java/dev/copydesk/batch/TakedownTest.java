package dev.copydesk.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.copydesk.document.SourceLocation;
import dev.copydesk.warehouse.Takedown;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Tag("database")
class TakedownTest {

    private static final String GONE = "https://a.example/gone";
    private static final String STAYS = "https://a.example/stays";

    @TempDir
    private Path folder;

    private TestWarehouse warehouse;
    private Takedown takedown;
    private TestPages pages;

    @BeforeEach
    void open() throws Exception {
        warehouse = new TestWarehouse();
        takedown = new Takedown(
                warehouse.jdbc(),
                new TransactionTemplate(new JdbcTransactionManager(warehouse.dataSource())),
                Clock.systemUTC());
        pages = new TestPages(folder);
        TestPages.modifiedAt(
                pages.page("gone.html", GONE, "Minister Zdravko Belić resigns", 4), "2020-05-01T00:00:00Z");
        pages.page("stays.html", STAYS, "Fish market opens again", 4, GONE);
        warehouse.load(folder);
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void aRemovedArticleGoesWithAllItsRowsAndItsFileStillAddsUp() {
        assertThat(rowsNamingTheMinister()).doesNotContain(0L);

        assertThat(takedown.remove(GONE, "court order 12/26", "ana")).isEqualTo(Takedown.Removal.REMOVED);

        assertThat(urls()).containsExactly(STAYS);
        assertThat(rowsNamingTheMinister()).containsOnly(0L);
        assertThat(takedown.tombstones())
                .extracting(Takedown.Tombstone::articleKey, Takedown.Tombstone::reason, Takedown.Tombstone::removedBy)
                .containsExactly(tuple(GONE, "court order 12/26", "ana"));
        assertLedgerAddsUp();
        assertThat(warehouse.count("select filtered from ops.source_file where path like '%gone.html'"))
                .isOne();
    }

    @Test
    void noLaterLoadBringsARemovedArticleBack() throws Exception {
        takedown.remove(GONE, "court order 12/26", "ana");
        List<String> before = warehouse.rows();

        warehouse.load(folder);

        assertThat(warehouse.rows()).isEqualTo(before);
        pages.page("gone.html", GONE, "Minister Zdravko Belić resigns at last", 5);
        pages.page("copy.html", GONE + "#top", "Minister Zdravko Belić resigns", 4);

        LoadResult changed = warehouse.load(folder);

        assertThat(changed.exitCode()).isZero();
        assertThat(urls()).containsExactly(STAYS);
        assertThat(warehouse.jdbc().queryForList("select distinct reason from ops.filtered", String.class))
                .containsExactly("REMOVED");
        assertThat(warehouse.count("select max(filtered) from ops.load_execution"))
                .isEqualTo(2);
        assertLedgerAddsUp();
    }

    @Test
    void aRestoredArticleComesBackWithTheNextLoadOfItsFile() throws Exception {
        List<String> before = rowsButQuality();
        takedown.remove(GONE, "by mistake", "ana");

        assertThat(takedown.restore(GONE)).contains(List.of(new SourceLocation.Disk(folder.resolve("gone.html"))));
        warehouse.load(folder);

        assertThat(rowsButQuality()).isEqualTo(before);
        assertThat(takedown.tombstones()).isEmpty();
        assertThat(takedown.restore(GONE)).isEmpty();
        assertLedgerAddsUp();
    }

    /** A document that is read a second time counts with that run too. */
    private List<String> rowsButQuality() {
        return warehouse.rows().stream()
                .filter(row -> !row.startsWith("site_quality"))
                .toList();
    }

    @Test
    void anArticleCanBeKeptOutBeforeItIsLoaded() throws Exception {
        String later = "https://a.example/later";
        assertThat(takedown.remove(later, "embargo", "ana")).isEqualTo(Takedown.Removal.KEPT_OUT);
        assertThat(takedown.remove(later, "embargo", "ana")).isEqualTo(Takedown.Removal.REMOVED_BEFORE);
        pages.page("later.html", later, "Embargoed story of the harbour", 4);

        warehouse.load(folder);

        assertThat(urls()).containsExactly(GONE, STAYS);
        assertLedgerAddsUp();
    }

    @Test
    void expiredArticlesGoAndStayAway() throws Exception {
        Instant limit = Instant.parse("2021-01-01T00:00:00Z");
        assertThat(takedown.expiring(limit))
                .extracting(Takedown.Expiring::site, Takedown.Expiring::articles)
                .containsExactly(tuple("a.example", 1L));
        assertThat(urls()).containsExactly(GONE, STAYS);

        assertThat(takedown.expire(limit, "older than 5y", "ana")).isOne();
        TestPages.modifiedAt(
                pages.page("gone.html", GONE, "Minister Zdravko Belić resigns at last", 4), "2020-06-01T00:00:00Z");
        warehouse.load(folder);

        assertThat(urls()).containsExactly(STAYS);
        assertThat(warehouse.jdbc().queryForList("select distinct reason from ops.filtered", String.class))
                .containsExactly("EXPIRED");
        assertThat(takedown.expiring(limit)).isEmpty();
        assertLedgerAddsUp();
    }

    @Test
    void articlesThatAreRemovedWhileALoadBringsThemDoNotStay() throws Exception {
        int count = 96;
        Path folder = Files.createDirectory(this.folder.resolve("many"));
        TestPages many = new TestPages(folder);
        for (int i = 0; i < count; i++) {
            many.page(i + ".html", "https://b.example/" + i, "Harbour report number " + i, 2);
        }
        Map<Integer, Takedown.Removal> removals = new ConcurrentHashMap<>();
        CountDownLatch begun = new CountDownLatch(1);
        LoadProgress progress = new LoadProgress() {
            @Override
            public void loaded(long files, long bytes) {
                begun.countDown();
            }
        };
        ExecutorService operator = Executors.newSingleThreadExecutor();
        try {
            Future<?> removing = operator.submit(() -> {
                begun.await();
                for (int i = 0; i < count; i += 2) {
                    int next = i % 4 == 0 ? i : count - i;
                    removals.put(next, takedown.remove("https://b.example/" + next, "court order", "ana"));
                }
                return null;
            });
            LoadResult result = warehouse
                    .launcher()
                    .load(TestWarehouse.request(
                            JobDefinition.of("load", List.of(folder.toString())).withChunks(4, 2),
                            new AtomicBoolean(),
                            progress));
            assertThat(result.exitCode()).isZero();
            removing.get();
        } finally {
            operator.shutdownNow();
        }

        assertThat(removals).hasSize(count / 2);
        assertThat(removals.values()).contains(Takedown.Removal.REMOVED, Takedown.Removal.KEPT_OUT);
        assertThat(warehouse.jdbc().queryForList("""
                        select replace(article_key, 'https://b.example/', '')::int from warehouse.article
                        where article_key like 'https://b.example/%'""", Integer.class))
                .hasSize(count / 2)
                .doesNotContainAnyElementsOf(removals.keySet());
        assertLedgerAddsUp();
    }

    private List<String> urls() {
        return warehouse.jdbc().queryForList("select url from warehouse.article order by url", String.class);
    }

    /** Counts of paragraphs, of entities. */
    private List<Long> rowsNamingTheMinister() {
        return List.of(
                warehouse.count("select count(*) from warehouse.paragraph where text like '%Zdravko Belić%'"),
                warehouse.count("select count(*) from warehouse.entity where canonical_name like '%Zdravko Belić%'"));
    }

    private void assertLedgerAddsUp() {
        assertThat(warehouse.jdbc().queryForList("""
                        select path from ops.source_file f where status <> 'loaded'
                            or filtered <> (select count(*) from ops.filtered n where n.source_file_id = f.source_file_id)
                            or loaded + unchanged
                                <> (select count(*) from ops.capture c where c.source_file_id = f.source_file_id)""", String.class)).isEmpty();
    }
}
