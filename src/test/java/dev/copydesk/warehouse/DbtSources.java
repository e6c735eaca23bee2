package dev.copydesk.warehouse;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** {@code docs/dbt/sources.yml}: the finished tables as sources of a dbt project, with the freshness of what tells its age. */
final class DbtSources {

    /** The column by which dbt tells how fresh a source is. */
    private static final Map<String, String> LOADED_AT = Map.of("article", "last_seen_at");

    private final JdbcTemplate jdbc;

    DbtSources(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The file as YAML. */
    String render() {
        StringBuilder text = new StringBuilder("""
                # Made from the database by SchemaDocumentTest; write it anew with
                #   mvn verify -Dtest=SchemaDocumentTest -Dcopydesk.docs=write
                version: 2

                sources:
                  - name: copydesk
                    schema: finished
                """);
        text.append("    description: ")
                .append(quoted(jdbc.queryForObject(
                        "select obj_description('finished'::regnamespace, 'pg_namespace')", String.class)))
                .append("\n    tables:\n");
        jdbc.queryForList("""
                        select c.oid, c.relname as name, obj_description(c.oid, 'pg_class') as comment from pg_class c
                        where c.relnamespace = 'finished'::regnamespace and c.relkind = 'v' order by c.relname collate "C\"""").forEach(table -> table(text, table));
        return text.toString();
    }

    private void table(StringBuilder text, Map<String, Object> table) {
        String name = String.valueOf(table.get("name"));
        text.append("      - name: ").append(name);
        text.append("\n        description: ").append(quoted(table.get("comment")));
        String loadedAt = LOADED_AT.get(name);
        if (loadedAt != null) {
            text.append("\n        config:\n          loaded_at_field: ")
                    .append(loadedAt)
                    .append("\n          freshness:")
                    .append("\n            warn_after: {count: 26, period: hour}")
                    .append("\n            error_after: {count: 50, period: hour}");
        }
        text.append("\n        columns:\n");
        jdbc.queryForList("""
                        select attname as name, col_description(attrelid, attnum) as comment from pg_attribute
                        where attrelid = ? and attnum > 0 order by attnum""", table.get("oid"))
                .forEach(column -> text.append("          - name: ")
                        .append(column.get("name"))
                        .append("\n            description: ")
                        .append(quoted(column.get("comment")))
                        .append('\n'));
    }

    private static String quoted(@Nullable Object text) {
        return "'" + String.valueOf(text).replace("'", "''") + "'";
    }
}
