package dev.copydesk.warehouse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The canonical entities as analysts look at them and correct them; loads follow their aliases and merges. */
public final class EntityCatalogue {

    /** An entity and how often it is named. */
    public record Entry(long id, String type, String name, long mentions, long articles) {}

    /**
     * Another name of an entity.
     *
     * @param source article, reference or analyst
     */
    public record Alias(String name, String source) {}

    private static final String ENTRIES = """
            select e.entity_id, e.type, e.canonical_name, count(m.entity_id), count(distinct m.article_id)
            from warehouse.entity e left join warehouse.entity_mention m using (entity_id)
            where %s group by e.entity_id order by 5 desc, 4 desc, 3, 2 limit ?""";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    public EntityCatalogue(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * The entities that articles name, the most named first.
     *
     * @param type only this type, or null for all
     * @param part only entities with this in their name or in an alias, whatever the case; or null
     */
    public List<Entry> list(@Nullable String type, @Nullable String part, int limit) {
        String like = part == null ? null : "%" + part.replaceAll("([%_\\\\])", "\\\\$1") + "%";
        return jdbc.query(ENTRIES.formatted("""
                        exists (select from warehouse.entity_mention n where n.entity_id = e.entity_id)
                        and (?::text is null or e.type = ?)
                        and (?::text is null or e.canonical_name ilike ? or exists (
                            select from warehouse.entity_alias a where a.entity_id = e.entity_id and a.alias ilike ?))"""), (result, row) -> entry(result), type, type, like, like, like, limit);
    }

    /**
     * The entities with a name: those whose canonical name it is, or else those that have it as an alias, whatever the
     * case.
     *
     * @param type only this type, or null for all
     */
    public List<Entry> find(String name, @Nullable String type) {
        for (String condition : List.of(
                "e.canonical_name = ?",
                "lower(e.canonical_name) = lower(?)",
                "e.entity_id in (select a.entity_id from warehouse.entity_alias a where lower(a.alias) = lower(?))")) {
            List<Entry> found = jdbc.query(
                    ENTRIES.formatted("(" + condition + ") and (?::text is null or e.type = ?)"),
                    (result, row) -> entry(result),
                    name,
                    type,
                    type,
                    Integer.MAX_VALUE);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** The entity with an id, or none. */
    public List<Entry> find(long id) {
        return jdbc.query(ENTRIES.formatted("e.entity_id = ?"), (result, row) -> entry(result), id, 1);
    }

    /** All other names of an entity, in order. */
    public List<Alias> aliases(long id) {
        return jdbc.query(
                "select alias, source from warehouse.entity_alias where entity_id = ? order by alias collate \"C\"",
                (result, row) -> new Alias(result.getString(1), result.getString(2)),
                id);
    }

    /** The entity of the same type whose canonical name an alias is, which would take mentions from it; or none. */
    public List<Entry> namesake(Entry entity, String alias) {
        return jdbc.query(
                ENTRIES.formatted("lower(e.canonical_name) = lower(?) and e.type = ? and e.entity_id <> ?"),
                (result, row) -> entry(result),
                alias,
                entity.type(),
                entity.id(),
                1);
    }

    /** Lets loads put a name under an entity. */
    public void addAlias(long id, String alias) {
        transaction.executeWithoutResult(status -> {
            EntityLock.exclusive(jdbc);
            jdbc.update("""
                    insert into warehouse.entity_alias (entity_id, alias, source) values (?, ?, 'analyst')
                    on conflict (entity_id, alias) do update set source = 'analyst'""", id, alias);
        });
    }

    /** Takes back an alias that an analyst has set; whether there was one. Mentions stay where they are. */
    public boolean removeAlias(long id, String alias) {
        return jdbc.update(
                        "delete from warehouse.entity_alias where entity_id = ? and lower(alias) = lower(?) and source = 'analyst'",
                        id,
                        alias)
                > 0;
    }

    /**
     * Makes two entities one: the mentions and names of the first become the second's, in one transaction.
     *
     * @return how many mentions moved
     */
    public int merge(long from, long into) {
        Integer moved = transaction.execute(status -> {
            EntityLock.exclusive(jdbc);
            return new EntityMerge(jdbc).merge(from, into, "analyst");
        });
        return Objects.requireNonNull(moved);
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(row.getLong(1), row.getString(2), row.getString(3), row.getLong(4), row.getLong(5));
    }
}
