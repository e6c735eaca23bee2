package dev.copydesk;

import dev.copydesk.batch.JobDefinition;
import dev.copydesk.batch.LoadContext;
import dev.copydesk.batch.LoadProgress;
import dev.copydesk.batch.LoadRequest;
import dev.copydesk.warehouse.Schema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The warehouse that the documents show: the samples, then what {@code src/test/resources/later} brings. Tests only read it. */
public final class SampleWarehouse {

    private static final String READER = "copydesk_reader";

    private static final class Shared {
        private static final TestDatabase DATABASE = loaded();
    }

    private SampleWarehouse() {}

    /** The warehouse, loaded once per JVM and dropped at its end. */
    public static TestDatabase shared() {
        return Shared.DATABASE;
    }

    /** Makes the connection one of the role copydesk_reader, which sees what readers may see. */
    public static void becomeReader(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set role " + READER);
        }
    }

    private static TestDatabase loaded() {
        TestDatabase database = TestDatabase.create();
        Runtime.getRuntime().addShutdownHook(new Thread(database::close));
        DriverManagerDataSource dataSource =
                new DriverManagerDataSource(database.url(), database.username(), database.password());
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            // Roles are the server's, not the database's: it may be there already.
            statement.execute("do $$ begin create role " + READER
                    + "; exception when duplicate_object or unique_violation then null; end $$");
            new Schema(dataSource).migrate();
            statement.execute("analyze");
            try (LoadContext context = LoadContext.start(dataSource)) {
                for (Path input : List.of(Path.of("samples"), Path.of("src", "test", "resources", "later"))) {
                    context.launcher()
                            .load(new LoadRequest(
                                    JobDefinition.of(
                                            "load",
                                            List.of(input.toAbsolutePath().toString())),
                                    null,
                                    true,
                                    new LoadProgress() {},
                                    new AtomicBoolean()));
                }
            }
        } catch (Exception e) {
            throw new IllegalStateException("the samples cannot be loaded", e);
        }
        return database;
    }
}
