package dev.copydesk.warehouse;

import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The database schema and its migrations, which Flyway applies; its own history stands in schema {@code ops}. */
public final class Schema {

    /**
     * A migration.
     *
     * @param version null for one that is repeated whenever it changes
     * @param state Flyway's word for it: Success, Pending …
     */
    public record Migration(@Nullable String version, String description, String state) {}

    private final DataSource dataSource;
    private final Flyway flyway;

    public Schema(DataSource dataSource) {
        this.dataSource = dataSource;
        this.flyway = Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration", "classpath:db/views")
                .defaultSchema("ops")
                .createSchemas(true)
                .cleanDisabled(true)
                .javaMigrations(new ReferenceMigration())
                .loggers("slf4j")
                .load();
    }

    /** Brings the database up to date, readers' rights among it, and returns how many migrations that took. */
    public int migrate() {
        int executed = flyway.migrate().migrationsExecuted;
        new JdbcTemplate(dataSource).query("select ops.grant_readers()", row -> {});
        return executed;
    }

    public boolean isCurrent() {
        return flyway.info().pending().length == 0;
    }

    public List<Migration> info() {
        return Arrays.stream(flyway.info().all()).map(Schema::migration).toList();
    }

    private static Migration migration(MigrationInfo info) {
        return new Migration(
                info.getVersion() == null ? null : info.getVersion().getVersion(),
                info.getDescription(),
                info.getState().getDisplayName());
    }
}
