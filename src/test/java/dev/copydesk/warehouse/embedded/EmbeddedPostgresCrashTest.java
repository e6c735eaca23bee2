package dev.copydesk.warehouse.embedded;

import static dev.copydesk.warehouse.embedded.EmbeddedPostgresTest.connect;
import static dev.copydesk.warehouse.embedded.EmbeddedPostgresTest.execute;
import static dev.copydesk.warehouse.embedded.EmbeddedPostgresTest.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills what can be killed, at bad moments, and asks for the server and its data afterwards. */
class EmbeddedPostgresCrashTest {

    @TempDir
    private static Path home;

    @BeforeEach
    void writeSomethingDown() throws SQLException {
        try (EmbeddedPostgres lease = EmbeddedPostgres.open(home)) {
            execute(lease, "drop table if exists kept", "create table kept as select 42 as number");
        }
    }

    @AfterEach
    void stopServer() {
        EmbeddedPostgres.stop(home);
    }

    @Test
    void twoProcessesThatRaceForAFreshHomeShareOneServer(@TempDir Path fresh) throws Exception {
        try (ServerUserProcess one = ServerUserProcess.start(fresh);
                ServerUserProcess other = ServerUserProcess.start(fresh)) {
            assertThat(one.url()).startsWith("jdbc:postgresql:").isEqualTo(other.url());
        }
        assertThat(EmbeddedPostgres.status(fresh).isRunning()).isFalse();
    }

    @Test
    void theServerOutlivesAKilledUserAndIsAdopted() throws Exception {
        ServerUserProcess user = ServerUserProcess.start(home);
        String url = user.url();

        user.kill();

        try (EmbeddedPostgres lease = EmbeddedPostgres.open(home)) {
            assertThat(lease.url()).isEqualTo(url);
            assertKept(lease);
        }
        assertThat(EmbeddedPostgres.status(home).isRunning())
                .as("the killed user's lease is gone")
                .isFalse();
    }

    @Test
    void aUserKilledWhileItSetsUpTheHomeLeavesNoHalfMadeServer(@TempDir Path fresh) throws Exception {
        ServerUserProcess user = ServerUserProcess.start(fresh);
        await(() -> hasEntry(fresh.resolve("postgres"), "unpacking-"));

        user.kill();

        try (EmbeddedPostgres lease = EmbeddedPostgres.open(fresh)) {
            assertThat(query(lease, "select 1")).isEqualTo("1");
            assertThat(hasEntry(fresh.resolve("postgres"), "unpacking-")).isFalse();
        }
    }

    @Test
    void startsAgainAfterThePostmasterWasKilledAlone() throws Exception {
        EmbeddedPostgres lease = EmbeddedPostgres.open(home);
        CompletableFuture<Void> computing = computeForMinutes(lease);
        kill(List.of(postmaster()));

        try (EmbeddedPostgres again = EmbeddedPostgres.open(home)) {
            assertKept(again);
        }
        lease.close();
        assertThatThrownBy(() -> computing.get(10, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
    }

    @Test
    void startsAgainAfterThePostmasterAndItsChildrenWereKilled() throws Exception {
        EmbeddedPostgres lease = EmbeddedPostgres.open(home);
        execute(lease, "insert into kept values (1)");
        ProcessHandle postmaster = postmaster();
        kill(Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList());

        try (EmbeddedPostgres again = EmbeddedPostgres.open(home)) {
            assertThat(query(again, "select count(*) from kept")).isEqualTo("2");
        }
        lease.close();
        assertThat(EmbeddedPostgres.status(home).isRunning()).isFalse();
    }

    @Test
    void adoptsAServerThatRecoversInPlace() throws Exception {
        try (EmbeddedPostgres lease = EmbeddedPostgres.open(home)) {
            kill(postmaster().children().limit(1).toList());
            try (EmbeddedPostgres another = EmbeddedPostgres.open(home)) {
                assertThat(another.url()).isEqualTo(lease.url());
                assertKept(another);
            }
        }
    }

    @Test
    void isNotMisledByAForeignProcessWithTheNumberInAStalePidFile() throws Exception {
        Path pidFile = home.resolve("postgres/data/postmaster.pid");
        Process foreign = new ProcessBuilder("sleep", "600").start();
        try {
            Files.writeString(
                    pidFile,
                    foreign.pid() + "\n" + home.resolve("postgres/data") + "\n1\n5432\n\n127.0.0.1\n\nready\n");

            assertThat(EmbeddedPostgres.status(home).isRunning()).isFalse();
            try (EmbeddedPostgres lease = EmbeddedPostgres.open(home)) {
                assertKept(lease);
            }
            assertThat(foreign.isAlive()).isTrue();
        } finally {
            foreign.destroyForcibly();
        }
    }

    @Test
    void isNotMisledByAnEmptyPidFile() throws Exception {
        Files.writeString(home.resolve("postgres/data/postmaster.pid"), "");

        try (EmbeddedPostgres lease = EmbeddedPostgres.open(home)) {
            assertKept(lease);
        }
    }

    @Test
    void theServerHasASessionOfItsOwnSoThatCtrlCDoesNotReachIt() throws Exception {
        try (EmbeddedPostgres lease = EmbeddedPostgres.open(home)) {
            String pid = Long.toString(postmaster().pid());
            String stat = Files.readString(Path.of("/proc", pid, "stat"));
            List<String> fieldsAfterName =
                    List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));

            assertThat(fieldsAfterName.get(2)).as("process group").isEqualTo(pid);
            assertThat(fieldsAfterName.get(3)).as("session").isEqualTo(pid);
            assertKept(lease);
        }
    }

    private static void assertKept(EmbeddedPostgres lease) throws SQLException {
        assertThat(query(lease, "select number from kept")).isEqualTo("42");
    }

    private static ProcessHandle postmaster() {
        ServerStatus.Running running =
                Objects.requireNonNull(EmbeddedPostgres.status(home).running());
        return ProcessHandle.of(running.pid()).orElseThrow();
    }

    private static void kill(List<ProcessHandle> processes) throws Exception {
        assertThat(processes).isNotEmpty();
        processes.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle process : processes) {
            await(() -> isDead(process.pid()));
        }
    }

    /** Gone, or a zombie without a command line that its adoptive parent has not yet buried. */
    private static boolean isDead(long pid) throws IOException {
        Path commandLine = Path.of("/proc", Long.toString(pid), "cmdline");
        try {
            return Files.readAllBytes(commandLine).length == 0;
        } catch (IOException e) {
            assertThat(commandLine).doesNotExist();
            return true;
        }
    }

    /** A server process that computes does not notice the death of its postmaster. */
    private static CompletableFuture<Void> computeForMinutes(EmbeddedPostgres lease) throws Exception {
        Connection connection = connect(lease);
        CompletableFuture<Void> computing = CompletableFuture.runAsync(() -> {
            try (connection;
                    Statement statement = connection.createStatement()) {
                statement.execute("select count(*) from generate_series(1, 100000000000) as n");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        await(() -> query(
                        lease,
                        "select count(*) from pg_stat_activity where query like '%generate_series%'"
                                + " and state = 'active' and pid <> pg_backend_pid()")
                .equals("1"));
        return computing;
    }

    private static boolean hasEntry(Path folder, String prefix) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var entries = Files.newDirectoryStream(folder, prefix + "*")) {
            return entries.iterator().hasNext();
        }
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) throws Exception {
        for (int i = 0; i < 3000 && !condition.holds(); i++) {
            Thread.sleep(10);
        }
        assertThat(condition.holds()).isTrue();
    }
}
