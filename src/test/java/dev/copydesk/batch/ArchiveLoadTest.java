package dev.copydesk.batch;

import static dev.copydesk.WarcBuilder.DATE;
import static dev.copydesk.WarcBuilder.sha1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.copydesk.WarcBuilder;
import dev.copydesk.document.SourceAccess;
import dev.copydesk.document.TimeBudget;
import dev.copydesk.warehouse.QuarantineFilter;
import dev.copydesk.warehouse.QuarantineStore;
import dev.copydesk.warehouse.Takedown;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Loads of archives: what is written of their records, and that loads go on within them. */
@Tag("database")
class ArchiveLoadTest {

    private static final String URL = "https://a.example/";
    private static final String LATER = "2026-03-05T10:00:00Z";

    @TempDir
    private Path folder;

    private TestWarehouse warehouse;

    @BeforeEach
    void open() {
        warehouse = new TestWarehouse();
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void everyRecordIsAnArticleOrFilteredOrQuarantined() throws Exception {
        byte[] page = WarcBuilder.page(URL + 2, "Fish market opens").getBytes(UTF_8);
        WarcBuilder warc = new WarcBuilder()
                .record("warcinfo", Map.of(), "software: none".getBytes(UTF_8))
                .page(URL + 1)
                .record("request", Map.of("WARC-Target-URI", URL + 1), "GET /1 HTTP/1.1\r\n\r\n".getBytes(UTF_8))
                .raw("rubbish\r\n\r\n".getBytes(UTF_8))
                .http(URL + "gone", "HTTP/1.1 404 Not Found", "Content-Type: text/html", page, Map.of())
                .response(URL + "i.png", "Content-Type: image/png", new byte[100])
                .http(
                        URL + 2,
                        "HTTP/1.1 200 OK",
                        "Content-Type: text/html",
                        page,
                        Map.of("WARC-Payload-Digest", sha1(new byte[1])));
        warc.write(folder.resolve("a.warc.gz"), warc.gzip());

        LoadResult result = warehouse.load(folder);

        assertThat(result.exitCode()).isZero();
        assertThat(counts()).isEqualTo("loaded 7 2 0 4 1");
        assertThat(texts("select reason from ops.filtered order by record_offset"))
                .containsExactly("WARC_WARCINFO", "WARC_REQUEST", "HTTP_404", "CONTENT_TYPE");
        assertThat(texts(
                        "select target_url || ' ' || record_digest || ' ' || warnings::text || ' ' || extract(epoch from captured_at)::bigint"
                                + " from ops.capture order by record_offset"))
                .containsExactly(
                        URL + "1 "
                                + sha1(WarcBuilder.page(URL + 1, "The story at " + URL + 1)
                                        .getBytes(UTF_8)) + " {} 1772439300",
                        URL + "2 " + sha1(page) + " {PAYLOAD_DIGEST_WRONG} 1772439300");
        assertThat(warehouse.load(folder).exitCode()).isZero();
        assertThat(counts()).isEqualTo("loaded 7 2 0 4 1");
    }

    @Test
    void manySmallArchivesShareAChunkAndALargeOneTakesSeveral() throws Exception {
        WarcBuilder large = new WarcBuilder();
        for (int i = 0; i < 40; i++) {
            large.page(URL + "large/" + i);
            WarcBuilder small = new WarcBuilder().page(URL + "small/" + i);
            small.write(folder.resolve("small" + i + ".warc"), small.plain());
        }
        large.write(folder.resolve("large.warc.gz"), large.gzip());

        assertThat(warehouse.load(definition(16)).exitCode()).isZero();

        assertThat(warehouse.count("select count(*) from warehouse.article")).isEqualTo(80);
        assertThat(warehouse.count("select write_count from batch.batch_step_execution where step_name = 'load'"))
                .as("slices of two documents")
                .isBetween(40L, 48L);
        assertThat(warehouse.count("select sum(read) from ops.load_execution")).isEqualTo(80);
        assertThat(warehouse.count("select sum(files) from ops.load_execution")).isEqualTo(41);
    }

    @Test
    void aLoadThatIsStoppedWithinAnArchiveGoesOnThere() throws Exception {
        loadTheFirstChunkOfAnArchive(40);
        assertThat(counts()).isEqualTo("pending 8 8 0 0 0");

        assertThat(warehouse.load(definition(8)).exitCode()).isZero();

        assertThat(counts()).isEqualTo("loaded 40 40 0 0 0");
        assertThat(warehouse.count("select sum(read) from ops.load_execution")).isEqualTo(40);
    }

    @Test
    void aRevisitIsACaptureOfTheArticleItRefersTo() throws Exception {
        byte[] page = WarcBuilder.page(URL, "Harbour wall").getBytes(UTF_8);
        WarcBuilder warc = new WarcBuilder()
                .revisit(URL, LATER, sha1(page), URL, DATE)
                .response(URL, "Content-Type: text/html", page)
                .revisit(URL, LATER, sha1(new byte[0]), URL, DATE)
                .revisit(URL + "other", LATER, sha1(page), URL + "unknown", DATE)
                .revisit(URL, LATER, sha1(new byte[0]), URL, LATER);
        warc.write(folder.resolve("a.warc.gz"), warc.gzip());

        warehouse.load(folder);

        assertThat(counts()).isEqualTo("loaded 5 1 2 2 0");
        assertThat(texts("select distinct reason from ops.filtered")).containsExactly("REVISIT_ORIGINAL_UNKNOWN");
        assertThat(
                        texts(
                                "select target_url from ops.capture c where original_file_id = source_file_id and original_offset ="
                                        + " (select record_offset from ops.capture where original_file_id is null) order by record_offset"))
                .containsExactly(URL, URL + "other");
        assertThat(warehouse.value("select last_seen_at = '" + LATER + "' from warehouse.article", Boolean.class))
                .isTrue();
    }

    @Test
    void aRecordInQuarantineIsReplayedWithItsUrlAndCaptureDate() throws Exception {
        byte[] page = "<html><title>x</title><p>Nothing to read here.</p></html>".getBytes(UTF_8);
        WarcBuilder warc = new WarcBuilder()
                .page(URL + 1)
                .response(URL + 2, "Content-Type: text/html; charset=utf-8", page)
                .response(URL + 3, "Content-Type: text/html", new byte[0])
                .page(URL + 4);
        warc.write(folder.resolve("a.warc.gz"), warc.gzip());
        warehouse.load(folder);
        QuarantineStore quarantine = new QuarantineStore(warehouse.jdbc(), Clock.systemUTC());
        assertThat(
                        texts(
                                "select code || coalesce(url, '') || coalesce(content_type, '') from ops.quarantine order by 1"))
                .containsExactly("EMPTY", "NO_ARTICLE_TEXT" + URL + "2text/html; charset=utf-8");
        // as though the extractor had not understood them then
        warehouse
                .jdbc()
                .update(
                        "update ops.quarantine set payload = ? where code = 'NO_ARTICLE_TEXT'",
                        WarcBuilder.page("", "Fish market")
                                .replace("<link rel=canonical href=''>", "")
                                .getBytes(UTF_8));
        List<ReplayOutcome> outcomes = quarantine.list(new QuarantineFilter(false, null, null, null, 10)).stream()
                .map(new QuarantineReplay(
                        warehouse.dataSource(), Clock.systemUTC(), SourceAccess.DISK, TimeBudget.DEFAULT)::replay)
                .toList();

        assertThat(outcomes).containsExactlyInAnyOrder(ReplayOutcome.QUARANTINED, ReplayOutcome.LOADED);
        assertThat(warehouse.value(
                        "select url || ' ' || (first_seen_at = '" + DATE + "') from warehouse.article"
                                + " where title = 'Fish market'",
                        String.class))
                .isEqualTo(URL + "2 true");
        assertThat(counts()).isEqualTo("loaded 4 3 0 0 1");
    }

    @Test
    void anArticleOfAHalfLoadedArchiveCanBeRemovedAndLetBackIn() throws Exception {
        loadTheFirstChunkOfAnArchive(24);
        Takedown takedown = new Takedown(
                warehouse.jdbc(),
                new TransactionTemplate(new JdbcTransactionManager(warehouse.dataSource())),
                Clock.systemUTC());
        takedown.remove(URL + 1, "by mistake", "ana");
        assertThat(counts()).isEqualTo("pending 8 7 0 1 0");
        assertThat(warehouse.load(definition(8)).exitCode()).isZero();
        assertThat(counts()).isEqualTo("loaded 24 23 0 1 0");

        takedown.restore(URL + 1);
        assertThat(warehouse.load(definition(8)).exitCode()).isZero();

        assertThat(counts()).isEqualTo("loaded 24 1 23 0 0");
    }

    /** Of an archive with this many pages. */
    private void loadTheFirstChunkOfAnArchive(int pages) throws Exception {
        WarcBuilder warc = new WarcBuilder();
        for (int i = 0; i < pages; i++) {
            warc.page(URL + i);
        }
        warc.write(folder.resolve("a.warc.gz"), warc.gzip());
        AtomicBoolean stop = new AtomicBoolean();
        warehouse.launcher().load(TestWarehouse.request(definition(8), stop, new LoadProgress() {
            @Override
            public void loaded(long files, long bytes) {
                stop.set(true);
            }
        }));
    }

    private JobDefinition definition(int chunkSize) {
        return JobDefinition.of("load", List.of(folder.toString())).withChunks(chunkSize, 2);
    }

    private List<String> texts(String sql) {
        return warehouse.jdbc().queryForList(sql, String.class);
    }

    private String counts() {
        return warehouse.value(
                "select concat_ws(' ', status, read, loaded, unchanged, filtered, quarantined)"
                        + " from ops.source_file",
                String.class);
    }
}
