package dev.copydesk;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * A fresh, empty database on a real PostgreSQL server, for one test or one class of tests; {@link #close()} drops it. The
 * server is started once per JVM. Tests that use it carry the tag {@code database}.
 *
 * <p>{@code -Dcopydesk.test.database} says which server: {@code testcontainers}, {@code embedded}, or {@code auto}, the
 * default, which takes a container where Docker answers and has the image that {@code -Dcopydesk.test.postgres-image}
 * names ({@code postgres:18}), and the embedded server elsewhere.
 */
public record TestDatabase(String url, String username, String password) implements AutoCloseable {

    /** Creates a database. */
    public static TestDatabase create() {
        TestServer server = TestServer.shared();
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        execute(server, "create database " + name);
        return new TestDatabase(server.url(name), server.username(), server.password());
    }

    /** A connection of the caller's own. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, username, password);
    }

    /** Ends all connections and refuses new ones, as a server does that is gone. */
    public void shut() {
        execute(TestServer.shared(), "alter database " + name() + " with allow_connections false");
        execute(
                TestServer.shared(),
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name() + "'");
    }

    /** Takes connections again after {@link #shut()}. */
    public void reopen() {
        execute(TestServer.shared(), "alter database " + name() + " with allow_connections true");
    }

    /** Drops the database, whoever is still connected. */
    @Override
    public void close() {
        execute(TestServer.shared(), "drop database if exists " + name() + " with (force)");
    }

    private String name() {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static void execute(TestServer server, String sql) {
        try (Connection connection =
                        DriverManager.getConnection(server.url("postgres"), server.username(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("the test server refuses: " + sql, e);
        }
    }
}
