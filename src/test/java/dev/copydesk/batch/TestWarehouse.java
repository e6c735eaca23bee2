package dev.copydesk.batch;

import dev.copydesk.TestDatabase;
import dev.copydesk.document.SourceAccess;
import io.micrometer.observation.ObservationRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A migrated database and the launcher of loads into it. */
final class TestWarehouse implements AutoCloseable {

    private final TestDatabase database = TestDatabase.migrated();
    private final DriverManagerDataSource dataSource =
            new DriverManagerDataSource(database.url(), database.username(), database.password());
    private final LoadContext context;

    TestWarehouse() {
        this(SourceAccess.DISK);
    }

    /** For loads of files that are got at like this. */
    TestWarehouse(SourceAccess access) {
        context = LoadContext.start(dataSource, ObservationRegistry.NOOP, access);
    }

    TestDatabase database() {
        return database;
    }

    JdbcTemplate jdbc() {
        return new JdbcTemplate(dataSource);
    }

    LoadLauncher launcher() {
        return context.launcher();
    }

    DriverManagerDataSource dataSource() {
        return dataSource;
    }

    LoadResult load(Path input) throws Exception {
        return load(JobDefinition.of("load", List.of(input.toString())));
    }

    LoadResult load(JobDefinition definition) throws Exception {
        return launcher().load(request(definition, new AtomicBoolean(), new LoadProgress() {}));
    }

    static LoadRequest request(JobDefinition definition, AtomicBoolean stop, LoadProgress progress) {
        return new LoadRequest(definition, null, true, progress, stop);
    }

    <T> T value(String sql, Class<T> type) {
        return Objects.requireNonNull(jdbc().queryForObject(sql, type));
    }

    long count(String sql) {
        return value(sql, Long.class);
    }

    /** See {@link WarehouseRows}. */
    List<String> rows() {
        return WarehouseRows.of(jdbc());
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
