package dev.copydesk.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.copydesk.document.PageFileReader;
import dev.copydesk.document.TimeBudget;
import dev.copydesk.warehouse.QualityGate;
import dev.copydesk.warehouse.RunStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("database")
class LoadRestartTest {

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
    void aRunningJobIsNotStartedTwice() throws Exception {
        pages.page("a.html", "https://a.example/one", "Harbour wall to be raised", 5);
        JobDefinition definition = JobDefinition.of("load", List.of(folder.toString()));
        try (JobLock running =
                JobLock.tryAcquire(warehouse.dataSource(), definition.key(null)).orElseThrow()) {
            assertThat(running).isNotNull();
            assertThatThrownBy(() -> warehouse.load(definition))
                    .isInstanceOfSatisfying(
                            LoadRefusedException.class,
                            e -> assertThat(e.exitCode()).isEqualTo(5));
        }
        assertThat(warehouse.load(definition).exitCode()).isZero();
    }

    @Test
    void aStoppedLoadIsResumedAndEndsWithTheSameRows() throws Exception {
        for (int i = 0; i < 40; i++) {
            pages.page("p" + i + ".html", "https://a.example/" + i, "Story number " + i, 4, "/" + (i + 1));
        }
        JobDefinition definition = smallChunks(QuarantineLimit.DEFAULT);
        AtomicBoolean stop = new AtomicBoolean();
        LoadResult stopped = warehouse.launcher().load(TestWarehouse.request(definition, stop, new LoadProgress() {
            @Override
            public void loaded(long files, long bytes) {
                stop.set(true);
            }
        }));
        assertThat(stopped.exitCode()).isEqualTo(4);
        assertThat(warehouse.count("select count(*) from warehouse.article")).isBetween(1L, 39L);

        LoadResult resumed = warehouse.load(definition);

        assertThat(resumed.exitCode()).isZero();
        assertThat(resumed.resumed()).isTrue();
        assertThat(resumed.runId()).isEqualTo(stopped.runId());
        List<String> rows = warehouse.rows();
        try (TestWarehouse undisturbed = new TestWarehouse()) {
            undisturbed.load(definition);
            assertThat(rows).isEqualTo(undisturbed.rows());
        }
    }

    @Test
    void aStopThatIsAskedForInTheDatabaseStopsAtTheEndOfTheChunk() throws Exception {
        for (int i = 0; i < 40; i++) {
            pages.page("p" + i + ".html", "https://a.example/" + i, "Story number " + i, 4);
        }
        RunStore runs = new RunStore(warehouse.jdbc(), Clock.systemUTC());
        LoadResult stopped = warehouse
                .launcher()
                .load(TestWarehouse.request(
                        smallChunks(QuarantineLimit.DEFAULT), new AtomicBoolean(), new LoadProgress() {
                            private long id;

                            @Override
                            public void started(long jobExecutionId) {
                                id = jobExecutionId;
                            }

                            @Override
                            public void loaded(long files, long bytes) {
                                runs.requestStop(id);
                            }
                        }));

        assertThat(stopped.exitCode()).isEqualTo(4);
        assertThat(warehouse.count("select count(*) from warehouse.article")).isEqualTo(8);
        assertThat(execution(stopped).status()).isEqualTo("STOPPED");
    }

    @Test
    void withoutResumeAnUnfinishedRunStandsInTheWay() throws Exception {
        warehouse.load(folder);
        JobDefinition definition = JobDefinition.of("load", List.of(folder.toString()));
        LoadRequest noResume = new LoadRequest(definition, null, false, new LoadProgress() {}, new AtomicBoolean());

        assertThatThrownBy(() -> warehouse.launcher().load(noResume))
                .isInstanceOfSatisfying(
                        LoadRefusedException.class,
                        e -> assertThat(e.exitCode()).isEqualTo(6));
    }

    @Test
    void tooMuchQuarantineFailsTheRunAndKeepsWhatWasLoaded() throws Exception {
        for (int i = 0; i < 16; i++) {
            pages.page("a" + i + ".html", "https://a.example/" + i, "Story number " + i, 4);
            pages.write("b" + i + ".html", "");
        }

        LoadResult result = warehouse.load(smallChunks(new QuarantineLimit(3L, 1, 0)));

        assertThat(result.exitCode()).isEqualTo(7);
        assertThat(result.failure()).hasMessageContaining("quarantine.max_count: 3");
        assertThat(warehouse.count("select count(*) from warehouse.article")).isPositive();
        assertThat(warehouse.load(smallChunks(QuarantineLimit.DEFAULT)).exitCode())
                .isZero();
        assertThat(warehouse.count("select count(*) from warehouse.article")).isEqualTo(16);
    }

    @Test
    void filesThatAnotherRunLeftPendingAreTakenOver() throws Exception {
        for (int i = 0; i < 20; i++) {
            pages.page("sub/p" + i + ".html", "https://a.example/" + i, "Story number " + i, 4);
        }
        AtomicBoolean stop = new AtomicBoolean(true);
        warehouse
                .launcher()
                .load(TestWarehouse.request(smallChunks(QuarantineLimit.DEFAULT), stop, new LoadProgress() {}));

        assertThat(warehouse.load(folder.resolve("sub")).exitCode()).isZero();

        assertThat(warehouse.count("select count(*) from warehouse.article")).isEqualTo(20);
        assertThat(warehouse.load(smallChunks(QuarantineLimit.DEFAULT)).exitCode())
                .isZero();
        assertThat(warehouse.count("select count(*) from ops.source_file where status = 'pending'"))
                .isZero();
    }

    private JobDefinition smallChunks(QuarantineLimit limit) {
        return new JobDefinition(
                "load",
                List.of(folder.toString()),
                8,
                2,
                PageFileReader.DEFAULT_MAX_BYTES,
                TimeBudget.DEFAULT,
                false,
                limit,
                QualityGate.DEFAULT);
    }

    private RunStore.Execution execution(LoadResult result) {
        return new RunStore(warehouse.jdbc(), Clock.systemUTC())
                .execution(result.jobExecutionId())
                .orElseThrow();
    }
}
