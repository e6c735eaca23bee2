package dev.copydesk.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.copydesk.warehouse.RunStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;

@Tag("database")
class RecoveryTest {

    @TempDir
    private Path folder;

    private TestWarehouse warehouse;
    private RunStore runs;

    @BeforeEach
    void open() {
        warehouse = new TestWarehouse();
        runs = new RunStore(warehouse.jdbc(), Clock.systemUTC());
        TestPages pages = new TestPages(folder);
        for (int i = 0; i < 24; i++) {
            pages.page("p" + i + ".html", "https://a.example/" + i, "Story number " + i, 4);
        }
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void aLiveRunIsNeitherRecoveredNorAbandonedAndComesToNoHarm() throws Exception {
        Recovery recovery = warehouse.launcher().recovery();
        LoadResult result = warehouse
                .launcher()
                .load(TestWarehouse.request(definition(), new AtomicBoolean(), new LoadProgress() {
                    private long id;

                    @Override
                    public void started(long jobExecutionId) {
                        id = jobExecutionId;
                    }

                    @Override
                    public void loaded(long files, long bytes) {
                        assertRefused(() -> recovery.recover(run(id), id), "lock");
                        assertRefused(() -> recovery.abandon(run(id), id), "lock");
                    }
                }));

        assertThat(result.exitCode()).isZero();
        assertThat(status(result)).isEqualTo("COMPLETED");
    }

    @Test
    void anExecutionWithAFreshSignOfLifeIsNotRecoveredEvenWhenItsLockIsFree() throws Exception {
        LoadResult dead = dead();
        warehouse.jdbc().update("update ops.heartbeat set beat_at = clock_timestamp()");

        assertRefused(
                () -> warehouse.launcher().recovery().recover(run(dead.jobExecutionId()), dead.jobExecutionId()),
                "sign of life");
        assertThat(status(dead)).isEqualTo("STARTED");
    }

    @Test
    void aDeadExecutionIsRecoveredOnceAndResumed() throws Exception {
        LoadResult dead = dead();
        Recovery recovery = warehouse.launcher().recovery();

        assertThat(recovery.recover(run(dead.jobExecutionId()), dead.jobExecutionId()))
                .isEqualTo(BatchStatus.STARTED);
        assertThat(recovery.recover(run(dead.jobExecutionId()), dead.jobExecutionId()))
                .isEqualTo(BatchStatus.FAILED);
        assertThat(runs.execution(dead.jobExecutionId()).orElseThrow().causes())
                .singleElement()
                .asString()
                .contains("process ended");
        assertThat(warehouse.load(definition()).runId()).isEqualTo(dead.runId());
    }

    @Test
    void anAbandonedRunIsNotResumedAndItsFilesAreLoadedByTheNextRun() throws Exception {
        LoadResult stopped = stopped();

        warehouse.launcher().recovery().abandon(run(stopped.jobExecutionId()), stopped.jobExecutionId());

        assertThat(status(stopped)).isEqualTo("ABANDONED");
        assertThatThrownBy(() -> warehouse
                        .launcher()
                        .restart(
                                run(stopped.jobExecutionId()),
                                TestWarehouse.request(definition(), new AtomicBoolean(), new LoadProgress() {})))
                .isInstanceOf(LoadRefusedException.class);
        LoadResult next = warehouse.load(definition());
        assertThat(next.runId()).isGreaterThan(stopped.runId());
        assertThat(warehouse.count("select count(*) from warehouse.article")).isEqualTo(24);
    }

    @Test
    void onlyTheLatestExecutionOfAnUnfinishedRunIsAbandoned() throws Exception {
        LoadResult first = stopped();
        LoadResult second = warehouse.load(definition());
        Recovery recovery = warehouse.launcher().recovery();

        assertThatThrownBy(() -> recovery.abandon(run(first.jobExecutionId()), first.jobExecutionId()))
                .hasMessageContaining("jobs show " + second.jobExecutionId());
        assertThatThrownBy(() -> recovery.abandon(run(second.jobExecutionId()), second.jobExecutionId()))
                .hasMessageContaining("COMPLETED");
    }

    private static void assertRefused(ThrowingCallable attempt, String reason) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        LoadRefusedException.class,
                        refusal -> assertThat(refusal.exitCode()).isEqualTo(ExitCode.IN_THE_WAY))
                .hasMessageContaining(reason);
    }

    private LoadResult stopped() throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        return warehouse.launcher().load(TestWarehouse.request(definition(), stop, new LoadProgress() {
            @Override
            public void loaded(long files, long bytes) {
                stop.set(true);
            }
        }));
    }

    /** As a killed process leaves it: started, and silent since a minute. */
    private LoadResult dead() throws Exception {
        LoadResult stopped = stopped();
        warehouse
                .jdbc()
                .update(
                        "update batch.batch_job_execution set status = 'STARTED', end_time = null"
                                + " where job_execution_id = ?",
                        stopped.jobExecutionId());
        warehouse.jdbc().update("update ops.heartbeat set beat_at = clock_timestamp() - interval '1 minute'");
        return stopped;
    }

    private RunStore.Run run(long jobExecutionId) {
        return runs.runOf(jobExecutionId).orElseThrow();
    }

    private String status(LoadResult result) {
        return runs.execution(result.jobExecutionId()).orElseThrow().status();
    }

    private JobDefinition definition() {
        return JobDefinition.of("load", List.of(folder.toString())).withChunks(8, 2);
    }
}
