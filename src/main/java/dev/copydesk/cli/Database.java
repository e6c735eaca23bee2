package dev.copydesk.cli;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.copydesk.batch.ExitCode;
import dev.copydesk.batch.HiddenPassword;
import dev.copydesk.warehouse.Schema;
import dev.copydesk.warehouse.embedded.CopydeskHome;
import dev.copydesk.warehouse.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The database a command works on: the server that {@code SPRING_DATASOURCE_URL} names, else the embedded one. */
final class Database implements AutoCloseable {

    static final String URL = "SPRING_DATASOURCE_URL";

    static final String USERNAME = "SPRING_DATASOURCE_USERNAME";
    static final String PASSWORD = "SPRING_DATASOURCE_PASSWORD";

    /** Bytes that PostgreSQL needs at once to go on writing. */
    private static final long WAL_SEGMENT = 16L << 20;

    private final HikariDataSource dataSource;
    private final @Nullable EmbeddedPostgres embedded;

    private Database(HikariDataSource dataSource, @Nullable EmbeddedPostgres embedded) {
        this.dataSource = dataSource;
        this.embedded = embedded;
    }

    static boolean isEmbedded() {
        return !System.getenv().containsKey(URL);
    }

    /** Whether the embedded server has no room left to write to. */
    static boolean isDiskFull() {
        try {
            return isEmbedded()
                    && Files.getFileStore(CopydeskHome.locate(System.getenv())).getUsableSpace() < WAL_SEGMENT;
        } catch (IOException e) {
            return false; // the folder is not there, which is another trouble
        }
    }

    /** Connects; the embedded server is started when it is not running. */
    static Database open() {
        Map<String, String> environment = System.getenv();
        String url = environment.get(URL);
        if (url != null) {
            if (!url.startsWith("jdbc:postgresql:")) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        URL + " is '" + HiddenPassword.in(url)
                                + "', not a URL such as jdbc:postgresql://localhost:5432/news");
            }
            return new Database(pool(url, environment.get(USERNAME), environment.get(PASSWORD)), null);
        }
        return on(EmbeddedPostgres.open(CopydeskHome.locate(environment)));
    }

    /** The database of this server; closing it closes the server's lease too. */
    static Database on(EmbeddedPostgres server) {
        return new Database(pool(server.url(), server.username(), server.password()), server);
    }

    /** As {@link #open()}, for commands that read: fails when nothing was ever loaded. */
    static Database openMigrated() {
        Database database = open();
        Boolean migrated = database.jdbc()
                .queryForObject(
                        // unlike to_regclass, the catalogue also answers who may not look into the schema
                        "select exists (select from pg_tables where schemaname = 'batch'"
                                + " and tablename = 'batch_job_instance')",
                        Boolean.class);
        if (!Boolean.TRUE.equals(migrated)) {
            database.close();
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "the database has no warehouse yet; run: ./copydesk load PATH, or ./copydesk db migrate");
        }
        return database;
    }

    /** As {@link #openMigrated()}, with the tables of this version, be the last load one of an older version. */
    static Database openCurrent() {
        Database database = openMigrated();
        new Schema(database.dataSource()).bringUpToDate();
        return database;
    }

    DataSource dataSource() {
        return dataSource;
    }

    JdbcTemplate jdbc() {
        return new JdbcTemplate(dataSource);
    }

    @Override
    public void close() {
        dataSource.close();
        if (embedded != null) {
            embedded.close();
        }
    }

    private static HikariDataSource pool(String url, @Nullable String username, @Nullable String password) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(username);
        config.setPassword(password);
        config.setMaximumPoolSize(6);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(5_000);
        config.setInitializationFailTimeout(1); // fail at once, with PostgreSQL's own message
        config.addDataSourceProperty("ApplicationName", "copydesk");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("socketFactory", WatchedSockets.class.getName());
        return new HikariDataSource(config);
    }
}
