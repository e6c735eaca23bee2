package dev.copydesk.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that goes away and comes back does not fail a load. */
@Tag("database")
class OutageTest {

    private static final String EVERYBODY_ELSE =
            "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database()"
                    + " and pid <> pg_backend_pid()";

    @TempDir
    private Path folder;

    private TestWarehouse warehouse;

    @BeforeEach
    void open() {
        warehouse = new TestWarehouse();
        TestPages pages = new TestPages(folder);
        for (int i = 0; i < 40; i++) {
            pages.page("p" + i + ".html", "https://a.example/" + i, "Story number " + i, 4, "/" + (i + 1));
        }
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void connectionsThatAreLostBetweenTwoChunksDoNotFailTheRun() throws Exception {
        AtomicInteger outages = new AtomicInteger();

        LoadResult result = load(new LoadProgress() {
            @Override
            public void loaded(long files, long bytes) {
                if (outages.get() < 2) {
                    warehouse.count(EVERYBODY_ELSE);
                }
            }

            @Override
            public void outage(Throwable cause, Duration retryTime) {
                outages.incrementAndGet();
            }
        });

        assertThat(result.exitCode()).isZero();
        assertThat(outages).hasValue(2);
        assertThat(warehouse.count("select count(*) from ops.load_run")).isOne();
        assertThat(warehouse.count("select sum(read) from ops.load_execution")).isEqualTo(40);
        assertSameRowsAsAnUndisturbedLoad();
    }

    @Test
    void aLockThatIsLostWhileTheOtherConnectionsLiveIsRegainedBeforeTheNextChunk() throws Exception {
        AtomicInteger outages = new AtomicInteger();

        LoadResult result = load(new LoadProgress() {
            @Override
            public void loaded(long files, long bytes) {
                if (outages.get() == 0) {
                    warehouse.count("select count(pg_terminate_backend(l.pid)) from pg_locks l"
                            + " join pg_database d on d.oid = l.database"
                            + " where l.locktype = 'advisory' and d.datname = current_database()");
                }
            }

            @Override
            public void outage(Throwable cause, Duration retryTime) {
                outages.incrementAndGet();
            }
        });

        assertThat(result.exitCode()).isZero();
        assertThat(outages).hasValue(1);
        assertSameRowsAsAnUndisturbedLoad();
    }

    @Test
    void aStopDuringAnOutageEndsTheRunInGoodOrderWhenTheDatabaseComesBack() throws Exception {
        AtomicBoolean stop = new AtomicBoolean();

        LoadResult result = warehouse.launcher().load(TestWarehouse.request(definition(), stop, new LoadProgress() {
            @Override
            public void loaded(long files, long bytes) {
                warehouse.count(EVERYBODY_ELSE);
            }

            @Override
            public void outage(Throwable cause, Duration retryTime) {
                stop.set(true);
            }
        }));

        assertThat(result.exitCode()).isEqualTo(ExitCode.STOPPED);
        assertThat(warehouse.value(
                        "select status from batch.batch_job_execution order by job_execution_id desc limit 1",
                        String.class))
                .isEqualTo("STOPPED");
        assertThat(warehouse.load(definition()).exitCode()).isZero();
        assertSameRowsAsAnUndisturbedLoad();
    }

    @Test
    void aStopEndsTheWaitForADatabaseThatStaysAway() throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        LoadProgress progress = new LoadProgress() {
            @Override
            public void loaded(long files, long bytes) {
                warehouse.database().shut();
                stop.set(true);
            }
        };

        assertThatThrownBy(() -> warehouse.launcher().load(TestWarehouse.request(definition(), stop, progress)))
                .rootCause()
                .isInstanceOf(SQLException.class);

        warehouse.database().reopen();
        assertThat(warehouse.load(definition()).exitCode()).isZero();
        assertSameRowsAsAnUndisturbedLoad();
    }

    private LoadResult load(LoadProgress progress) throws Exception {
        return warehouse.launcher().load(TestWarehouse.request(definition(), new AtomicBoolean(), progress));
    }

    private void assertSameRowsAsAnUndisturbedLoad() throws Exception {
        List<String> rows = warehouse.rows();
        try (TestWarehouse undisturbed = new TestWarehouse()) {
            undisturbed.load(definition());
            assertThat(rows).isEqualTo(undisturbed.rows());
        }
    }

    private JobDefinition definition() {
        return JobDefinition.of("load", List.of(folder.toString())).withChunks(8, 2);
    }
}
