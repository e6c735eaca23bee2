package dev.copydesk.warehouse.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    /** One home for all tests: what a test leaves behind must not harm the next. */
    @TempDir
    private static Path folder;

    private final Path home = folder.resolve("a home, with blanks and ümläuts");

    @AfterEach
    void stopServer() {
        EmbeddedPostgres.stop(home);
    }

    @Test
    void keepsTheDataWhenItIsStartedAgain() throws SQLException {
        try (EmbeddedPostgres lease = EmbeddedPostgres.open(home)) {
            execute(lease, "drop table if exists kept", "create table kept as select 'é' as letter");
        }
        assertThat(EmbeddedPostgres.status(home).isRunning()).isFalse();

        try (EmbeddedPostgres lease = EmbeddedPostgres.open(home)) {
            assertThat(query(lease, "select letter from kept")).isEqualTo("é");
        }
    }

    @Test
    void servesOnlyTheLoopbackAddressWithAPasswordAndDurably() throws SQLException {
        try (EmbeddedPostgres lease = EmbeddedPostgres.open(home)) {
            assertThat(lease.url()).matches("jdbc:postgresql://127\\.0\\.0\\.1:\\d+/copydesk");
            assertThat(query(lease, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(query(lease, "show unix_socket_directories")).isEmpty();
            assertThat(query(lease, "show password_encryption")).isEqualTo("scram-sha-256");
            assertThat(query(lease, "select string_agg(distinct auth_method, ',') from pg_hba_file_rules"))
                    .isEqualTo("scram-sha-256");
            assertThat(query(lease, "show fsync")).isEqualTo("on");
            assertThat(query(lease, "show synchronous_commit")).isEqualTo("on");
            assertThat(query(
                            lease,
                            "select datlocprovider::text || datlocale from pg_database where datname = 'copydesk'"))
                    .isEqualTo("bC.UTF-8");
        }
    }

    @Test
    void showsThePasswordToItsOwnerOnly() throws Exception {
        try (EmbeddedPostgres lease = EmbeddedPostgres.open(home)) {
            Path file = home.resolve("postgres/password");

            assertThat(lease.password()).hasSizeGreaterThan(20);
            assertThat(Files.readString(file)).isEqualTo(lease.password());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("postgres"))))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void stopsWithTheLastLeaseOfOneProcess() {
        EmbeddedPostgres first = EmbeddedPostgres.open(home);
        EmbeddedPostgres second = EmbeddedPostgres.open(home);
        assertThat(second.url()).isEqualTo(first.url());

        first.close();
        first.close();
        assertThat(EmbeddedPostgres.status(home).isRunning()).isTrue();

        second.close();
        assertThat(EmbeddedPostgres.status(home).isRunning()).isFalse();
    }

    @Test
    void stopsEvenWhenTheClosingThreadIsInterrupted() {
        EmbeddedPostgres lease = EmbeddedPostgres.open(home);

        Thread.currentThread().interrupt();
        lease.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(EmbeddedPostgres.status(home).isRunning()).isFalse();
    }

    @Test
    void staysUpAfterTheLastLeaseWhenItWasStartedToStayUp() {
        ServerStatus started = EmbeddedPostgres.start(home);
        assertThat(started.isRunning()).isTrue();
        assertThat(started.staysUp()).isTrue();
        assertThat(started.version()).startsWith("18.");

        EmbeddedPostgres.open(home).close();
        assertThat(EmbeddedPostgres.status(home)).isEqualTo(started);

        assertThat(EmbeddedPostgres.stop(home)).isEqualTo(StopOutcome.STOPPED);
        assertThat(EmbeddedPostgres.stop(home)).isEqualTo(StopOutcome.NOT_RUNNING);
        assertThat(EmbeddedPostgres.status(home).staysUp()).isFalse();
    }

    @Test
    void leavesTheStopToTheLastUserWhenOthersAreStillAtWork() {
        EmbeddedPostgres.start(home);
        EmbeddedPostgres lease = EmbeddedPostgres.open(home);

        assertThat(EmbeddedPostgres.stop(home)).isEqualTo(StopOutcome.STILL_IN_USE);
        assertThat(EmbeddedPostgres.status(home).isRunning()).isTrue();

        lease.close();
        assertThat(EmbeddedPostgres.status(home).isRunning()).isFalse();
    }

    @Test
    void createsItsDatabaseAgainWhenItWasDropped() throws SQLException {
        try (EmbeddedPostgres lease = EmbeddedPostgres.open(home)) {
            String elsewhere = lease.url().replaceFirst("copydesk$", "postgres");
            try (Connection connection = DriverManager.getConnection(elsewhere, lease.username(), lease.password());
                    Statement statement = connection.createStatement()) {
                statement.execute("drop database copydesk with (force)");
            }
            try (EmbeddedPostgres another = EmbeddedPostgres.open(home)) {
                assertThat(query(another, "select current_database()")).isEqualTo("copydesk");
            }
        }
    }

    @Test
    void statusOfAHomeThatWasNeverUsedCreatesNothing(@TempDir Path empty) throws Exception {
        ServerStatus status = EmbeddedPostgres.status(empty.resolve("home"));

        assertThat(status.isRunning()).isFalse();
        assertThat(status.version()).isNull();
        assertThat(EmbeddedPostgres.stop(empty.resolve("home"))).isEqualTo(StopOutcome.NOT_RUNNING);
        assertThat(empty).isEmptyDirectory();
    }

    static void execute(EmbeddedPostgres lease, String... statements) throws SQLException {
        try (Connection connection = connect(lease);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    static String query(EmbeddedPostgres lease, String sql) throws SQLException {
        try (Connection connection = connect(lease);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return String.valueOf(rows.getString(1));
        }
    }

    static Connection connect(EmbeddedPostgres lease) throws SQLException {
        return DriverManager.getConnection(lease.url(), lease.username(), lease.password());
    }
}
