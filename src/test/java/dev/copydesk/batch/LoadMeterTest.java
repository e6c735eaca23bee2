package dev.copydesk.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.copydesk.warehouse.LedgerCounts;
import dev.copydesk.warehouse.LoadMeter;
import dev.copydesk.warehouse.LoadTotals;
import dev.copydesk.warehouse.PageTime;
import dev.copydesk.warehouse.RunStore;
import dev.copydesk.warehouse.WrittenChunk;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a load notes of its speed is small and adds up. */
@Tag("database")
class LoadMeterTest {

    private static final String SLOTS = "select second from ops.load_slot order by second";

    @TempDir
    private Path folder;

    private static TestWarehouse warehouse;

    private TestPages pages;

    @BeforeAll
    static void open() {
        warehouse = new TestWarehouse();
    }

    @AfterAll
    static void close() {
        warehouse.close();
    }

    @BeforeEach
    void clear() {
        warehouse.jdbc().update("truncate ops.load_slot, ops.slow_page");
        pages = new TestPages(folder);
    }

    @Test
    void slotsStayFewHoweverLongALoadRunsAndLoseNothing() throws Exception {
        long execution = loadOnePage();
        warehouse.jdbc().update("delete from ops.load_slot");
        LoadMeter meter = new LoadMeter(warehouse.jdbc());

        for (long second = 0; second < 1_000; second += 3) {
            meter.add(execution, Duration.ofSeconds(second), chunkOf(1, 2), 10, List.of());
        }

        List<Long> seconds = warehouse.jdbc().queryForList(SLOTS, Long.class);
        assertThat(seconds)
                .hasSizeLessThanOrEqualTo(120)
                .allMatch(second -> second % 16 == 0)
                .contains(0L, 992L);
        assertThat(warehouse.count("select sum(chunks) from ops.load_slot")).isEqualTo(334);
        assertThat(warehouse.count("select sum(files) from ops.load_slot")).isEqualTo(334);
        assertThat(warehouse.count("select sum(documents) from ops.load_slot")).isEqualTo(668);
        assertThat(warehouse.count("select sum(bytes) from ops.load_slot")).isEqualTo(3_340);
    }

    @Test
    void theSlowestPagesOfAllChunksAreKeptAndNoMore() throws Exception {
        long execution = loadOnePage();
        long file = warehouse.count("select max(source_file_id) from ops.source_file");
        warehouse.jdbc().update("delete from ops.slow_page");
        LoadMeter meter = new LoadMeter(warehouse.jdbc());
        List<Long> micros = new ArrayList<>();

        for (int chunk = 0; chunk < 10; chunk++) {
            List<PageTime> times = new ArrayList<>();
            for (int page = 0; page < 30; page++) {
                long offset = chunk * 30L + page;
                long time = offset * 7919 % 300; // each of 0 to 299 once, in no order
                micros.add(time);
                times.add(new PageTime(file, offset, time, 5));
            }
            meter.add(execution, Duration.ofSeconds(chunk), chunkOf(30, 30), 150, times);
        }

        assertThat(warehouse.jdbc().queryForList("select micros from ops.slow_page order by micros", Long.class))
                .containsExactlyElementsOf(LongStream.range(280, 300).boxed().toList());
        assertThat(micros).hasSize(300).doesNotHaveDuplicates();
    }

    @Test
    void aLoadThatIsStoppedAndResumedNotesEachDocumentOnce() throws Exception {
        for (int i = 0; i < 24; i++) {
            pages.page("p" + i + ".html", "https://a.example/" + i, "Story number " + i, 3);
        }
        AtomicBoolean stop = new AtomicBoolean();
        LoadProgress stopsAfterAChunk = new LoadProgress() {
            @Override
            public void loaded(long files, long bytes) {
                stop.set(true);
            }
        };
        LoadResult stopped = warehouse.launcher().load(TestWarehouse.request(inChunksOf8(), stop, stopsAfterAChunk));
        assertThat(stopped.exitCode()).isEqualTo(ExitCode.STOPPED);

        LoadResult resumed = warehouse.load(inChunksOf8());

        assertThat(resumed.runId()).isEqualTo(stopped.runId());
        assertThat(warehouse.count("select sum(documents) from ops.load_slot")).isEqualTo(24);
        assertThat(warehouse.count("select sum(bytes) from ops.load_slot"))
                .isEqualTo(warehouse.count("select sum(size) from ops.source_file where run_id = " + resumed.runId()));
        assertThat(warehouse.count("select count(*) from ops.slow_page where micros > 0 and bytes > 0"))
                .isBetween(20L, 24L);
        assertThat(warehouse.count("select count(*) from ops.load_execution where chunk_size = 8 and threads = 2"
                        + " and run_id = " + resumed.runId()))
                .isEqualTo(2);
    }

    @Test
    void filesThatSeveralAttemptsFindUnchangedCountOnceInTheTotals() throws Exception {
        for (int i = 0; i < 10; i++) {
            pages.page("p" + i + ".html", "https://b.example/" + i, "Story number " + i, 3);
        }
        warehouse.load(inChunksOf8());
        for (int i = 10; i < 34; i++) {
            pages.page("p" + i + ".html", "https://b.example/" + i, "Story number " + i, 3);
        }
        AtomicBoolean stop = new AtomicBoolean();
        warehouse.launcher().load(TestWarehouse.request(inChunksOf8(), stop, new LoadProgress() {
            @Override
            public void loaded(long files, long bytes) {
                stop.set(true);
            }
        }));
        LoadResult resumed = warehouse.load(inChunksOf8());

        LoadTotals totals = new RunStore(warehouse.jdbc(), Clock.systemUTC()).totals(resumed.runId(), 0);

        assertThat(totals.attempts()).isEqualTo(2);
        assertThat(totals.files()).isEqualTo(34);
        assertThat(totals.counts()).isEqualTo(new LedgerCounts(24, 10, 0, 0));
        assertThat(totals.documentsLoaded()).isEqualTo(24);
        assertThat(totals.articlesNew()).isEqualTo(24);
    }

    @Test
    void aLoadThatFindsNothingNewNotesNothing() throws Exception {
        loadOnePage();
        LoadResult again = warehouse.load(folder);

        assertThat(warehouse
                        .jdbc()
                        .queryForList(
                                "select job_execution_id from ops.load_slot union all select job_execution_id from ops.slow_page",
                                Long.class))
                .doesNotContain(again.jobExecutionId())
                .isNotEmpty();
    }

    private long loadOnePage() throws Exception {
        pages.page("p.html", "https://a.example/1", "Story number one", 3);
        return warehouse.load(folder).jobExecutionId();
    }

    private static WrittenChunk chunkOf(int files, long documents) {
        Set<Long> ids = Set.copyOf(LongStream.range(0, files).boxed().toList());
        return new WrittenChunk(ids, ids.size(), new LedgerCounts(documents, 0, 0, 0), 0, 0, Map.of());
    }

    private JobDefinition inChunksOf8() {
        return JobDefinition.of("load", List.of(folder.toString())).withChunks(8, 2);
    }
}
