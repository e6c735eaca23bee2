package dev.copydesk.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.copydesk.GeneratedDocument;
import dev.copydesk.SampleWarehouse;
import dev.copydesk.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The documents that tell of the database are made from it. */
@Tag("database")
class SchemaDocumentTest {

    private final JdbcTemplate jdbc = jdbc();

    private static JdbcTemplate jdbc() {
        TestDatabase database = SampleWarehouse.shared();
        return new JdbcTemplate(new DriverManagerDataSource(database.url(), database.username(), database.password()));
    }

    @Test
    void theSchemaIsDocumentedAsItStands() throws Exception {
        GeneratedDocument.hold(
                Path.of("docs", "schema.md"), new SchemaDocument(jdbc).render(), SchemaDocumentTest.class);
    }

    @Test
    void theSourcesOfDbtAreThoseOfTheDatabase() throws Exception {
        GeneratedDocument.hold(
                Path.of("docs", "dbt", "sources.yml"), new DbtSources(jdbc).render(), SchemaDocumentTest.class);
    }

    @Test
    void everyFunctionHasAComment() {
        assertThat(jdbc.queryForList("""
                        select p.oid::regprocedure::text from pg_proc p
                        where p.pronamespace in ('warehouse'::regnamespace, 'ops'::regnamespace)
                            and obj_description(p.oid, 'pg_proc') is null
                            and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')""", String.class)).isEmpty();
    }

    @Test
    void finishedShowsEveryColumnOfEveryTableThatAnalystsRead() {
        List<String> missing = jdbc.queryForList("""
                select c.relname || '.' || a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
                where c.relnamespace = 'warehouse'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
                    and c.relname not in ('article_fingerprint', 'story_band')
                    and not exists (
                        select from pg_attribute f
                        where f.attrelid = to_regclass('finished.' || c.relname) and f.attname = a.attname)""", String.class);
        assertThat(missing)
                .as("columns that finished lacks; raise the number in db/views/R__10_finished.sql")
                .isEmpty();
    }
}
