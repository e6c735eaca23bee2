package dev.copydesk.warehouse;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** {@code docs/schema.md}: what the catalogue of a migrated database tells of tables, views and functions. */
final class SchemaDocument {

    static final List<String> SCHEMAS = List.of("warehouse", "ops");

    private record Relation(long oid, String name, String comment) {}

    private final JdbcTemplate jdbc;

    SchemaDocument(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The document as Markdown. */
    String render() {
        StringBuilder text = new StringBuilder("""
                # Schema

                Made from the database by `SchemaDocumentTest`, which fails when this is stale; write it anew with
                `mvn verify -Dtest=SchemaDocumentTest -Dcopydesk.docs=write`. Spring Batch's own tables, in schema `batch`, are left
                out; the views of schema `finished` have the columns of the tables in `warehouse` that bear their names.
                """);
        for (String schema : SCHEMAS) {
            schema(text, schema);
        }
        return text.append("\n## Views in finished\n\n")
                .append(one("select obj_description('finished'::regnamespace, 'pg_namespace')"))
                .append(": ")
                .append(String.join(
                        ", ",
                        jdbc.queryForList(
                                "select '`' || viewname || '`' from pg_views where schemaname = 'finished' order by viewname",
                                String.class)))
                .append(".\n")
                .toString();
    }

    private void schema(StringBuilder text, String schema) {
        text.append("\n## Tables in ").append(schema).append("\n\n");
        text.append(one("select obj_description('" + schema + "'::regnamespace, 'pg_namespace')"))
                .append(".\n");
        diagram(text, schema);
        relations(schema, "r").forEach(table -> {
            columns(text, table);
            keys(text, table);
        });
        text.append("\n## Views in ").append(schema).append('\n');
        relations(schema, "v").forEach(view -> columns(text, view));
        List<Map<String, Object>> functions = functions(schema);
        if (!functions.isEmpty()) {
            text.append("\n## Functions in ")
                    .append(schema)
                    .append("\n\n| function | returns | |\n| --- | --- | --- |\n");
            functions.forEach(function -> text.append("| `")
                    .append(function.get("signature"))
                    .append("` | ")
                    .append(cell(function.get("result")))
                    .append(" | ")
                    .append(cell(function.get("comment")))
                    .append(" |\n"));
        }
    }

    /** Mermaid's entity-relationship diagram: tables with their keys, and the foreign keys between them. */
    private void diagram(StringBuilder text, String schema) {
        text.append("\n```mermaid\nerDiagram\n");
        jdbc.queryForList("""
                        select '    ' || t.relname || ' ||--o{ ' || c.relname || ' : "'
                            || string_agg(a.attname, ', ' order by array_position(k.conkey, a.attnum)) || '"'
                        from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class t on t.oid = k.confrelid
                        join pg_attribute a on a.attrelid = c.oid and a.attnum = any (k.conkey)
                        where k.contype = 'f' and c.relnamespace = ?::regnamespace
                        group by k.oid, t.relname, c.relname order by 1""", String.class, schema)
                .forEach(line -> text.append(line).append('\n'));
        relations(schema, "r").forEach(table -> {
            text.append("    ").append(table.name()).append(" {\n");
            jdbc.queryForList("""
                            select '        ' || replace(format_type(a.atttypid, null), ' ', '_') || ' ' || a.attname || ' '
                                || array_to_string(array_agg(distinct case k.contype when 'p' then 'PK' else 'FK' end), ', ')
                            from pg_attribute a
                            join pg_constraint k on k.conrelid = a.attrelid and a.attnum = any (k.conkey)
                            where a.attrelid = ? and k.contype in ('p', 'f')
                            group by a.attnum, a.attname, a.atttypid order by a.attnum""", String.class, table.oid())
                    .forEach(line -> text.append(line).append('\n'));
            text.append("    }\n");
        });
        text.append("```\n");
    }

    private List<Relation> relations(String schema, String kind) {
        return jdbc.query(
                """
                select c.oid, c.relname, obj_description(c.oid, 'pg_class') from pg_class c
                where c.relnamespace = ?::regnamespace and c.relkind = ?::"char"
                    and c.relname <> 'flyway_schema_history'
                order by c.relname collate "C\"""", (row, number) -> new Relation(row.getLong(1), row.getString(2), row.getString(3)), schema, kind);
    }

    private void columns(StringBuilder text, Relation relation) {
        text.append("\n### ").append(relation.name()).append("\n\n");
        text.append(relation.comment()).append(".\n\n| column | type | null | |\n| --- | --- | --- | --- |\n");
        jdbc.queryForList("""
                        select a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
                            case when a.attnotnull then '' else 'yes' end as nullable,
                            col_description(a.attrelid, a.attnum) as comment
                        from pg_attribute a where a.attrelid = ? and a.attnum > 0 and not a.attisdropped
                        order by a.attnum""", relation.oid())
                .forEach(column -> text.append("| `")
                        .append(column.get("name"))
                        .append("` | ")
                        .append(column.get("type"))
                        .append(" | ")
                        .append(column.get("nullable"))
                        .append(" | ")
                        .append(cell(column.get("comment")))
                        .append(" |\n"));
    }

    private void keys(StringBuilder text, Relation table) {
        List<String> keys = jdbc.queryForList("""
                select '- ' || case k.contype when 'p' then 'primary key' when 'u' then 'natural key' when 'f' then 'foreign key'
                    else 'check `' || k.conname || '`' end || ': `'
                    || regexp_replace(pg_get_constraintdef(k.oid), '^(PRIMARY KEY|UNIQUE|FOREIGN KEY|CHECK) ', '') || '`'
                from pg_constraint k where k.conrelid = ? and k.contype in ('p', 'u', 'f', 'c')
                order by array_position(array['p', 'u', 'f', 'c']::"char"[], k.contype), k.conname collate "C\"""", String.class, table.oid());
        List<String> indexes = jdbc.queryForList("""
                select '- index: `' || regexp_replace(pg_get_indexdef(i.indexrelid), '^.* USING ', '') || '`'
                from pg_index i join pg_class c on c.oid = i.indexrelid
                where i.indrelid = ? and not i.indisunique order by c.relname collate "C\"""", String.class, table.oid());
        if (keys.size() + indexes.size() > 0) {
            text.append('\n');
        }
        keys.forEach(key -> text.append(key).append('\n'));
        indexes.forEach(index -> text.append(index).append('\n'));
    }

    private List<Map<String, Object>> functions(String schema) {
        return jdbc.queryForList("""
                select p.proname || '(' || pg_get_function_arguments(p.oid) || ')' as signature,
                    pg_get_function_result(p.oid) as result, obj_description(p.oid, 'pg_proc') as comment
                from pg_proc p
                where p.pronamespace = ?::regnamespace
                    and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
                order by 1""", schema);
    }

    private String one(String sql) {
        return jdbc.queryForList(sql, String.class).stream().collect(Collectors.joining());
    }

    private static String cell(@Nullable Object value) {
        return String.valueOf(value).replace("|", "\\|");
    }
}
