package dev.copydesk.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.copydesk.WarcBuilder;
import dev.copydesk.WebStub;
import dev.copydesk.document.SourceAccess;
import dev.copydesk.document.SourceFile;
import dev.copydesk.document.TimeBudget;
import dev.copydesk.document.remote.NetworkFiles;
import dev.copydesk.document.remote.RemoteSettings;
import dev.copydesk.warehouse.DocumentChange;
import dev.copydesk.warehouse.QuarantineFilter;
import dev.copydesk.warehouse.QuarantineStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files behind the network are loaded as those on disk are: once, resumed where the load was, each in one version. */
@Tag("database")
class RemoteLoadTest {

    private static final String URL = "https://a.example/";
    private static final int CHUNK = 8;

    @TempDir
    private Path folder;

    private final WebStub web = new WebStub();
    private NetworkFiles files;
    private TestWarehouse warehouse;

    @BeforeEach
    void open() {
        files = new NetworkFiles(new RemoteSettings(true, () -> folder.resolve("copies"), Duration.ofMillis(1)));
        warehouse = new TestWarehouse(new SourceAccess(files));
    }

    @AfterEach
    void close() throws IOException {
        warehouse.close();
        files.close();
        web.close();
    }

    @Test
    void aFileIsLoadedOnceAndAgainWhenItsServerHasAnotherVersion() throws Exception {
        web.put("/a.html", page("Harbour wall"));
        assertThat(load("/a.html").exitCode()).isZero();
        assertThat(texts("select path || ' ' || digest || ' ' || status || ' ' || loaded from ops.source_file"))
                .containsExactly(
                        web.url("/a.html") + " etag:\"" + WarcBuilder.sha1(page("Harbour wall")) + "\" loaded 1");
        web.requests.clear();

        load("/a.html");

        assertThat(web.requests).as("the one that asks for the version").hasSize(1);
        assertThat(warehouse.count("select unchanged from ops.load_execution order by 1 desc limit 1"))
                .isOne();

        web.put("/a.html", modified("Harbour wall raised", "Tue, 03 Mar 2026 08:15:00 GMT"));
        load("/a.html");

        assertThat(texts("select title || ' ' || revision from warehouse.article"))
                .containsExactly("Harbour wall raised 2");
        web.put("/a.html", modified("Harbour wall", "Wed, 04 Mar 2026 08:15:00 GMT"));
        load("/a.html");
        web.requests.clear();
        load("/a.html");

        assertThat(texts("select title || ' ' || revision from warehouse.article"))
                .containsExactly("Harbour wall 3");
        assertThat(web.requests)
                .as("an old version that is back is known as well")
                .hasSize(1);
    }

    @Test
    void aLoadThatIsKilledGoesOnWhereItWasAndLeavesTheRowsOfALocalOne() throws Exception {
        byte[] bytes = archive(96).gzip();
        web.put("/a.warc.gz", bytes);
        Random random = new Random(20_261_127);
        LoadProcess.killAfter(warehouse.database(), web.url("/a.warc.gz"), CHUNK, 3, random.nextInt(40));
        web.breakOff(2, 10_000);
        LoadProcess.killAfter(warehouse.database(), web.url("/a.warc.gz"), CHUNK, 4, random.nextInt(40));
        long position = warehouse.count("select next_piece from ops.source_file");
        assertThat(position).isBetween(bytes.length / 10L, bytes.length - 1L);
        web.requests.clear();

        LoadResult resumed = warehouse.load(definition("/a.warc.gz"));

        assertThat(resumed.exitCode()).isZero();
        List<WebStub.Request> reads =
                web.requests.stream().filter(request -> request.from() > 0).toList();
        assertThat(reads).isNotEmpty().allMatch(request -> request.from() >= position);
        assertThat(web.requests.stream().filter(request -> request.from() == 0).mapToLong(WebStub.Request::to))
                .as("what tells the version, and how it is packed")
                .allMatch(last -> last < 16 * 1024);
        try (TestWarehouse local = new TestWarehouse()) {
            local.load(JobDefinition.of(
                    "load",
                    List.of(Files.write(folder.resolve("a.warc.gz"), bytes).toString())));
            assertThat(rowsButFile(warehouse)).isEqualTo(rowsButFile(local));
        }
        assertThat(warehouse.count("select sum(read) from ops.load_execution")).isEqualTo(96);
    }

    /** Path and version are those of different places. */
    private static List<String> rowsButFile(TestWarehouse warehouse) {
        return warehouse.rows().stream()
                .map(row -> row.replaceFirst("^(ledger: ).*?(loaded96)", "$1$2"))
                .toList();
    }

    @Test
    void aServerThatIsAwayFailsTheLoadWhichGoesOnOnceItIsBack() throws Exception {
        web.put("/a.warc.gz", archive(96).gzip());
        AtomicBoolean away = new AtomicBoolean();
        web.specially(exchange -> {
            if (away.get()) {
                exchange.sendResponseHeaders(503, -1);
            }
            return away.get();
        });
        LoadResult failed = warehouse
                .launcher()
                .load(TestWarehouse.request(definition("/a.warc.gz"), new AtomicBoolean(), new LoadProgress() {
                    @Override
                    public void loaded(long documents, long bytes) {
                        away.set(true);
                    }
                }));
        assertThat(failed.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(warehouse.count("select count(*) from ops.quarantine")).isZero();
        assertThat(texts("select status from ops.source_file")).containsExactly("pending");
        assertThat(texts("select causes[1] from ops.load_execution where causes is not null"))
                .singleElement()
                .asString()
                .contains("REMOTE_UNAVAILABLE: " + web.url("/a.warc.gz"), "the server answers 503");
        away.set(false);

        assertThat(warehouse.load(definition("/a.warc.gz")).exitCode()).isZero();

        assertThat(texts("select status || ' ' || loaded from ops.source_file")).containsExactly("loaded 96");
        assertThat(warehouse.count("select count(distinct run_id) from ops.load_execution"))
                .isOne();
    }

    @Test
    void anArchiveThatChangesWhileItIsLoadedIsQuarantinedFromThereAndLoadedAnewNextTime() throws Exception {
        web.put("/a.warc.gz", archive(96).gzip());
        warehouse
                .launcher()
                .load(TestWarehouse.request(definition("/a.warc.gz"), new AtomicBoolean(), new LoadProgress() {
                    @Override
                    public void discovered(long documents, long bytes) {
                        web.put("/a.warc.gz", archive(97).gzip());
                    }
                }));
        assertThat(texts("select code from ops.quarantine")).containsExactly("SOURCE_CHANGED");

        assertThat(warehouse.load(definition("/a.warc.gz")).exitCode()).isZero();

        assertThat(warehouse.count("select count(*) from warehouse.article")).isEqualTo(97);
    }

    @Test
    void aFileThatIsNotThereFailsTheLoadBeforeAnythingIsLoaded() throws Exception {
        web.put("/a.html", page("Harbour wall"));

        LoadResult failed =
                warehouse.load(JobDefinition.of("load", List.of(web.url("/a.html"), web.url("/missing.html"))));

        assertThat(failed.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(warehouse.count("select count(*) from warehouse.article")).isZero();
        assertThat(texts("select causes[1] from ops.load_execution where causes is not null"))
                .singleElement()
                .asString()
                .contains("REMOTE_NOT_FOUND: " + web.url("/missing.html"));
    }

    @Test
    void aQuarantinedRecordIsReadAgainWhereItLiesIfThatIsStillTheSame() throws Exception {
        byte[] large = ("<p>nothing" + "x".repeat(2 << 20)).getBytes(UTF_8);
        web.put(
                "/a.warc.gz",
                new WarcBuilder()
                        .page(URL + 1)
                        .response(URL + 2, "Content-Type: text/html", large)
                        .gzip());
        load("/a.warc.gz");
        QuarantineStore quarantine = new QuarantineStore(warehouse.jdbc(), Clock.systemUTC());
        QuarantineStore.Entry entry = quarantine
                .list(new QuarantineFilter(false, null, web.url("/a*"), null, 10))
                .get(0);
        QuarantineReplay replay = new QuarantineReplay(
                warehouse.dataSource(), Clock.systemUTC(), new SourceAccess(files), TimeBudget.DEFAULT);

        assertThat(replay.replay(entry)).isEqualTo(ReplayOutcome.QUARANTINED);

        web.put("/a.warc.gz", archive(1).gzip());
        assertThat(replay.replay(entry)).isEqualTo(ReplayOutcome.NOT_KEPT);
        web.remove("/a.warc.gz");
        assertThat(replay.replay(entry)).isEqualTo(ReplayOutcome.NOT_KEPT);
    }

    @Test
    void filesAreExtractedAgainWhereTheyLie() throws Exception {
        web.put("/a.warc.gz", archive(3).gzip()).put("/b.html", page("Harbour wall"));
        warehouse.load(JobDefinition.of("load", List.of(web.url("/a.warc.gz"), web.url("/b.html"))));
        warehouse.jdbc().update("update ops.source_file set extractor = 'older'");
        web.remove("/b.html");
        Reextraction reextraction =
                new Reextraction(warehouse.dataSource(), Clock.systemUTC(), new SourceAccess(files));

        Reextraction.Summary summary = reextraction.apply(null, new AtomicBoolean(), new Reextraction.Listener() {
            @Override
            public void changed(SourceFile file, DocumentChange change) {
                throw new IllegalStateException(change.toString());
            }

            @Override
            public void unavailable(SourceFile file) {
                assertThat(file.location()).hasToString(web.url("/b.html"));
            }
        });

        assertThat(summary.same()).isEqualTo(3);
        assertThat(summary.unavailable()).isOne();
    }

    private LoadResult load(String path) throws Exception {
        return warehouse.load(JobDefinition.of("load", List.of(web.url(path))));
    }

    private JobDefinition definition(String path) {
        return JobDefinition.of("load", List.of(web.url(path))).withChunks(CHUNK, 2);
    }

    private List<String> texts(String sql) {
        return warehouse.jdbc().queryForList(sql, String.class);
    }

    private static WebStub.Content modified(String title, String time) {
        return new WebStub.Content(page(title), "\"" + WarcBuilder.sha1(page(title)) + "\"", time);
    }

    private static byte[] page(String title) {
        return WarcBuilder.page(URL + "wall", title).getBytes(UTF_8);
    }

    /** Pages with more that cannot be packed, so that an archive takes many requests. */
    private static WarcBuilder archive(int pages) {
        Random random = new Random(20_261_127);
        WarcBuilder warc = new WarcBuilder();
        for (int i = 0; i < pages; i++) {
            byte[] noise = new byte[60_000];
            random.nextBytes(noise);
            String comment = "<!--" + Base64.getEncoder().encodeToString(noise) + "-->";
            warc.response(
                    URL + i,
                    "Content-Type: text/html",
                    (WarcBuilder.page(URL + i, "Story " + i) + comment).getBytes(UTF_8));
        }
        return warc;
    }
}
