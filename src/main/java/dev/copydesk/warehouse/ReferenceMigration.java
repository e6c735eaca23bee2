package dev.copydesk.warehouse;

import dev.copydesk.entity.ReferenceNames;
import dev.copydesk.entity.ReferenceNames.ReferenceName;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Brings the entities and aliases of {@link ReferenceNames} into the warehouse, whenever they change. What analysts decided
 * stays: an entity of the list that was merged into another gives its aliases to that one.
 */
final class ReferenceMigration implements JavaMigration {

    private record Row(ReferenceName name, String alias) {}

    @Override
    public @Nullable MigrationVersion getVersion() {
        return null;
    }

    @Override
    public String getDescription() {
        return "reference names";
    }

    @Override
    public Integer getChecksum() {
        return ReferenceNames.checksum();
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) {
        JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true));
        EntityLock.exclusive(jdbc);
        List<Row> rows = new ArrayList<>();
        for (ReferenceName name : ReferenceNames.all()) {
            rows.add(new Row(name, name.canonicalName()));
            name.aliases().forEach(alias -> rows.add(new Row(name, alias)));
        }
        jdbc.execute("""
                create temporary table reference_name (type text, name text, alias text, entity_id bigint)
                on commit drop""");
        UnnestStatement.of(jdbc, "insert into reference_name (type, name, alias) select * from unnest(?, ?, ?)")
                .text(rows, row -> row.name().type().label())
                .text(rows, row -> row.name().canonicalName())
                .text(rows, Row::alias)
                .update();
        jdbc.execute("""
                update reference_name r set entity_id = merged.entity_id
                from (select e.type, lower(a.alias) as alias, min(e.entity_id) as entity_id
                      from warehouse.entity_alias a join warehouse.entity e using (entity_id)
                      where a.source = 'analyst' group by 1, 2 having count(*) = 1) merged
                where merged.type = r.type and merged.alias = lower(r.name);

                insert into warehouse.entity (type, canonical_name)
                select distinct type, name from reference_name where entity_id is null
                on conflict (type, canonical_name) do nothing;

                update reference_name r set entity_id = e.entity_id
                from warehouse.entity e where r.entity_id is null and e.type = r.type and e.canonical_name = r.name;

                delete from warehouse.entity_alias where source = 'reference';

                insert into warehouse.entity_alias (entity_id, alias, source)
                select distinct r.entity_id, r.alias, 'reference'
                from reference_name r join warehouse.entity e using (entity_id) where r.alias <> e.canonical_name
                on conflict (entity_id, alias) do update set source = 'reference'
                where entity_alias.source = 'article'""");
        mergeFormerNames(jdbc);
    }

    /** Entities that older lists or articles had under a name that is an alias now. */
    private static void mergeFormerNames(JdbcTemplate jdbc) {
        EntityMerge merge = new EntityMerge(jdbc);
        jdbc.query("""
                select former.entity_id, min(r.entity_id)
                from reference_name r
                join warehouse.entity former on former.type = r.type and former.canonical_name = r.alias
                where former.entity_id <> r.entity_id
                    and not exists (select from reference_name own where own.entity_id = former.entity_id)
                group by 1 having count(distinct r.entity_id) = 1""", (result, row) -> new long[] {result.getLong(1), result.getLong(2)})
                .forEach(pair -> merge.merge(pair[0], pair[1], "reference"));
    }
}
