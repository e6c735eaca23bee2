package dev.copydesk.warehouse.embedded;

import dev.copydesk.warehouse.embedded.EmbeddedPostgresException.Code;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;

/** The database on a running server that holds the warehouse. */
record ServerDatabase(int port, String password) {

    static final String NAME = "copydesk";

    private static final String NO_SUCH_DATABASE = "3D000";
    private static final String CANNOT_CONNECT_NOW = "57P03";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String CONNECT_SECONDS = "10";

    String url() {
        return url(NAME);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Waits until the server lets us in, and creates the database where it is missing. */
    void ensure() {
        for (long waits = Pause.in(PATIENCE); ; waits--) {
            try {
                version();
                return;
            } catch (SQLException e) {
                if (NO_SUCH_DATABASE.equals(e.getSQLState())) {
                    create();
                    return;
                }
                // After the crash of one of its processes a server recovers in place, while its state says ready.
                if (!CANNOT_CONNECT_NOW.equals(e.getSQLState()) || waits == 0) {
                    throw refused(e);
                }
                Pause.take();
            }
        }
    }

    /** The running server's version, such as {@code 18.6}. */
    String version() throws SQLException {
        try (Connection connection = connect(NAME)) {
            return connection.getMetaData().getDatabaseProductVersion();
        }
    }

    private void create() {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + NAME);
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", EmbeddedPostgres.USERNAME);
        properties.setProperty("password", password);
        properties.setProperty("loginTimeout", CONNECT_SECONDS);
        return DriverManager.getConnection(url(database), properties);
    }

    private EmbeddedPostgresException refused(SQLException e) {
        return new EmbeddedPostgresException(
                Code.EMBEDDED_CONNECTION_REFUSED,
                "the embedded PostgreSQL server on port " + port + " refuses us: " + e.getMessage()
                        + " - a wrong password means that the file 'password' does not belong to the folder 'data'"
                        + " beside it: bring the right file back",
                e);
    }
}
