package dev.copydesk;

import dev.copydesk.warehouse.Schema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A fresh, empty database on a real PostgreSQL server, for one test or one class of tests; {@link #close()} drops it. The
 * server is started once per JVM. Tests that use it carry the tag {@code database}.
 *
 * <p>{@code -Dcopydesk.test.database} says which server: {@code testcontainers}, {@code embedded}, or {@code auto}, the
 * default, which takes a container where Docker answers and has the image that {@code -Dcopydesk.test.postgres-image}
 * names ({@code postgres:18}), and the embedded server elsewhere. A URL such as {@code jdbc:postgresql://localhost:5432/} is a
 * server of one's own, whose superuser {@code -Dcopydesk.test.username} and {@code -Dcopydesk.test.password} name; roles are made
 * and dropped on it, for which {@code -DforkCount=1} is due.
 */
public record TestDatabase(String url, String username, String password) implements AutoCloseable {

    /** Creates a database. */
    public static TestDatabase create() {
        return create("template1");
    }

    /** As {@link #create()}, with this version's schema: a copy of one that was migrated, which is sooner made. */
    public static TestDatabase migrated() {
        return create(Migrated.TEMPLATE);
    }

    private static TestDatabase create(String template) {
        TestServer server = TestServer.shared();
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        server.execute("create database " + name + " template " + template);
        return new TestDatabase(server.url(name), server.username(), server.password());
    }

    private static final class Migrated {

        private static final String TEMPLATE = make();

        private static String make() {
            TestDatabase database = create();
            new Schema(new DriverManagerDataSource(database.url(), database.username(), database.password())).migrate();
            database.shut(); // a template that somebody is connected to cannot be copied
            return database.name();
        }
    }

    /** PostgreSQL's major version. */
    public int serverVersion() throws SQLException {
        try (Connection connection = connect()) {
            return connection.getMetaData().getDatabaseMajorVersion();
        }
    }

    /** Whether the server is one that the caller named, of whatever version, not the default. */
    public static boolean isOnNamedServer() {
        return TestServer.wanted().startsWith("jdbc:");
    }

    /** A connection of the caller's own. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, username, password);
    }

    /** Ends all connections and refuses new ones, as a server does that is gone. */
    public void shut() {
        TestServer.shared().execute("alter database " + name() + " with allow_connections false");
        TestServer.shared()
                .execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name() + "'");
    }

    /** Takes connections again after {@link #shut()}. */
    public void reopen() {
        TestServer.shared().execute("alter database " + name() + " with allow_connections true");
    }

    /** Drops the database, whoever is still connected. */
    @Override
    public void close() {
        TestServer.shared().execute("drop database if exists " + name() + " with (force)");
    }

    private String name() {
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
