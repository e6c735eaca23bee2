package dev.copydesk;

import dev.copydesk.warehouse.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The one PostgreSQL server of this JVM's tests.
 *
 * @param prefix the JDBC URL up to the database's name
 */
record TestServer(String prefix, String username, String password) {

    private static final Path DOCKER_SOCKET = Path.of("/var/run/docker.sock");
    /** Enough to fetch an image; without a limit, Testcontainers tries for minutes where Docker only half works. */
    private static final int CONTAINER_SECONDS = 120;

    private static final class Shared {
        private static final TestServer SERVER = choose(wanted());
    }

    static TestServer shared() {
        return Shared.SERVER;
    }

    static String wanted() {
        return System.getProperty("copydesk.test.database", "auto");
    }

    String url(String database) {
        return prefix + database;
    }

    private static TestServer choose(String wanted) {
        return switch (wanted) {
            case "embedded" -> embedded("as asked");
            case "testcontainers" -> container();
            case "auto" -> containerElseEmbedded();
            default -> {
                if (!wanted.startsWith("jdbc:postgresql:") || !wanted.endsWith("/")) {
                    throw new IllegalArgumentException("copydesk.test.database=" + wanted
                            + ": auto, embedded, testcontainers or a URL like jdbc:postgresql://localhost:5432/");
                }
                yield announced(
                        new TestServer(
                                wanted,
                                System.getProperty("copydesk.test.username", "postgres"),
                                System.getProperty("copydesk.test.password", "")),
                        wanted);
            }
        };
    }

    private static TestServer containerElseEmbedded() {
        if (System.getenv("DOCKER_HOST") == null && !dockerListens()) {
            return embedded("Docker does not answer");
        }
        // There Testcontainers looks for the way to the host by means of an image that it fetches, for minutes if need
        // be.
        if (Files.exists(Path.of("/.dockerenv")) && System.getenv("TESTCONTAINERS_HOST_OVERRIDE") == null) {
            return embedded("this is a container and TESTCONTAINERS_HOST_OVERRIDE is not set");
        }
        try {
            return container();
        } catch (IllegalStateException e) {
            return embedded(e.getMessage());
        }
    }

    private static boolean dockerListens() {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(DOCKER_SOCKET));
        } catch (IOException e) {
            return false;
        }
    }

    private static TestServer container() {
        String image = System.getProperty("copydesk.test.postgres-image", "postgres:18");
        CompletableFuture<TestServer> started = CompletableFuture.supplyAsync(() -> start(image));
        try {
            return started.get(CONTAINER_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException(image + " did not start within " + CONTAINER_SECONDS + " s", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(image + " did not start: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static TestServer start(String image) {
        PostgreSQLContainer container =
                new PostgreSQLContainer(DockerImageName.parse(image).asCompatibleSubstituteFor("postgres"));
        container.start();
        // Testcontainers' own cleaner may be switched off.
        atExit(container::stop);
        String url = "jdbc:postgresql://" + container.getHost() + ":" + container.getMappedPort(5432) + "/";
        return announced(
                new TestServer(url, container.getUsername(), container.getPassword()),
                "Testcontainers, image " + image);
    }

    private static TestServer embedded(String reason) {
        String fork = System.getProperty("surefire.forkNumber", "1");
        EmbeddedPostgres server = EmbeddedPostgres.open(Path.of("target", "test-postgres-" + fork));
        atExit(server::close);
        String url = server.url().substring(0, server.url().lastIndexOf('/') + 1);
        return announced(
                withoutSync(new TestServer(url, server.username(), server.password())),
                "embedded server (" + reason + ")");
    }

    /** Its data need not outlast the machine; Testcontainers starts its servers so too. Tests of crashes have servers of their own. */
    private static TestServer withoutSync(TestServer server) {
        server.execute("alter system set fsync = off");
        server.execute("select pg_reload_conf()");
        return server;
    }

    /** Runs a statement in the database that every server has, and not in a transaction. */
    void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url("postgres"), username, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("the test server refuses: " + sql, e);
        }
    }

    private static void atExit(Runnable work) {
        Runtime.getRuntime().addShutdownHook(new Thread(work));
    }

    private static TestServer announced(TestServer server, String which) {
        System.out.println("Database tests run on PostgreSQL: " + which);
        return server;
    }
}
