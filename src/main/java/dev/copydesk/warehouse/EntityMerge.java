package dev.copydesk.warehouse;

import org.springframework.jdbc.core.JdbcTemplate;

/** Makes two entities one, within the caller's transaction, which holds {@link EntityLock}. */
final class EntityMerge {

    private final JdbcTemplate jdbc;

    EntityMerge(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Gives all mentions and names of one entity to another and deletes it.
     *
     * @param source what to say of the name that becomes an alias: analyst or reference
     * @return how many mentions moved
     */
    int merge(long from, long into, String source) {
        int mentions = jdbc.update("update warehouse.entity_mention set entity_id = ? where entity_id = ?", into, from);
        jdbc.update("""
                insert into warehouse.entity_alias (entity_id, alias, source)
                select ?::bigint, alias, source from warehouse.entity_alias where entity_id = ?
                union all
                select ?::bigint, canonical_name, ? from warehouse.entity where entity_id = ?
                on conflict (entity_id, alias) do update set source = excluded.source
                where excluded.source = 'analyst'""", into, from, into, source, from);
        jdbc.update("delete from warehouse.entity where entity_id = ?", from);
        return mentions;
    }
}
