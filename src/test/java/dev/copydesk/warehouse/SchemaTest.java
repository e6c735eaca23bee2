package dev.copydesk.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.copydesk.TestDatabase;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

@Tag("database")
class SchemaTest {

    private static TestDatabase database;
    private static JdbcTemplate jdbc;

    @BeforeAll
    static void migrate() {
        database = TestDatabase.create();
        DataSource dataSource = new DriverManagerDataSource(database.url(), database.username(), database.password());
        new Schema(dataSource).migrate();
        jdbc = new JdbcTemplate(dataSource);
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void migratesOnceAndIsCurrentThen() {
        Schema schema =
                new Schema(new DriverManagerDataSource(database.url(), database.username(), database.password()));
        assertThat(schema.isCurrent()).isTrue();
        assertThat(schema.migrate()).isZero();
        assertThat(schema.info()).extracting(Schema.Migration::state).containsOnly("Success");
    }

    @Test
    void everyTableAndColumnHasAComment() {
        List<String> uncommented = jdbc.queryForList("""
                with relation as (
                    select c.oid, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where n.nspname in ('warehouse', 'ops', 'batch') and c.relkind in ('r', 'v', 'm')
                        and c.relname <> 'flyway_schema_history'
                )
                select relname from relation where obj_description(oid, 'pg_class') is null
                union all
                select relname || '.' || attname from relation join pg_attribute on attrelid = oid
                where attnum > 0 and not attisdropped and col_description(oid, attnum) is null""", String.class);
        assertThat(uncommented).isEmpty();
    }

    @Test
    void everyTableHasANaturalKey() {
        List<String> without = jdbc.queryForList("""
                select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'warehouse' and c.relkind = 'r' and not exists (
                    select from pg_index i where i.indrelid = c.oid and i.indisunique and not exists (
                        select from pg_attribute a
                        where a.attrelid = c.oid and a.attnum = any(i.indkey) and a.attidentity <> ''))""", String.class);
        assertThat(without).isEmpty();
    }

    /** Spring Batch's own script, run beside ours, must lay down the same tables. */
    @Test
    void batchTablesAreThoseOfSpringBatch() {
        SingleConnectionDataSource connection =
                new SingleConnectionDataSource(database.url(), database.username(), database.password(), true);
        try {
            JdbcTemplate theirs = new JdbcTemplate(connection);
            theirs.execute("create schema spring_batch; set search_path to spring_batch");
            new ResourceDatabasePopulator(new ClassPathResource("org/springframework/batch/core/schema-postgresql.sql"))
                    .execute(connection);
            assertThat(shapeOf("batch")).isEqualTo(shapeOf("spring_batch")).isNotEmpty();
        } finally {
            connection.destroy();
        }
    }

    private static List<String> shapeOf(String schema) {
        return jdbc.queryForList("""
                select table_name || '.' || column_name || ' ' || data_type || ' '
                    || coalesce(character_maximum_length::text, '') || ' ' || is_nullable || ' '
                    || coalesce(column_default, '')
                from information_schema.columns where table_schema = ?
                union all
                select c.relname || ' ' || replace(pg_get_constraintdef(k.oid), ? || '.', '')
                from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = ? and k.contype in ('p', 'u', 'f')
                union all
                select sequencename || ' ' || max_value || ' ' || cycle from pg_sequences where schemaname = ?
                order by 1""", String.class, schema, schema, schema, schema);
    }
}
