package dev.copydesk.warehouse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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

    private static final String ROLES = "/db/migration/V35__roles.sql";

    private final Flyway flyway;
    private final JdbcTemplate jdbc;

    public Schema(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
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
        jdbc.query("select ops.grant_readers()", row -> {});
        return executed;
    }

    /** Migrates unless the database is up to date, which also one may find who may not migrate. */
    public void bringUpToDate() {
        if (!isCurrent()) {
            migrate();
        }
    }

    public boolean isCurrent() {
        return flyway.info().pending().length == 0;
    }

    /** Those of Copydesk's roles that the server does not have, as the owner of the schema may not make roles. */
    public List<String> missingRoles() {
        return jdbc.queryForList(
                "select name from unnest(array['copydesk_reader', 'copydesk_loader', 'copydesk_operator']) name"
                        + " where not exists (select from pg_roles where rolname = name)",
                String.class);
    }

    /** The SQL that makes the roles and grants them their rights on a migrated database; it may be run again and again. */
    public static String rolesSql() throws IOException {
        try (InputStream sql = Schema.class.getResourceAsStream(ROLES)) {
            if (sql == null) {
                throw new IOException(ROLES + " is missing from the build");
            }
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        }
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
