package dev.copydesk.warehouse;

import dev.copydesk.entity.EntityType;
import dev.copydesk.entity.LinkedMention;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;

/** Canonical entities and their aliases. */
final class EntityStore {

    /** An entity's natural key. */
    record EntityKey(EntityType type, String canonicalName) {

        static EntityKey of(LinkedMention mention) {
            return new EntityKey(mention.mention().type(), mention.canonicalName());
        }

        String typeName() {
            return type.label();
        }
    }

    private record Alias(EntityKey entity, String name) {}

    private static final Comparator<EntityKey> BY_NAME =
            Comparator.comparing(EntityKey::canonicalName).thenComparing(EntityKey::type);
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Pd}]+");

    private final JdbcTemplate jdbc;

    EntityStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds the entities and aliases that are new and returns the ids of all that are mentioned. */
    Map<EntityKey, Long> idsOf(List<LinkedMention> mentions) {
        TreeSet<EntityKey> keys = new TreeSet<>(BY_NAME);
        mentions.forEach(mention -> keys.add(EntityKey.of(mention)));
        if (keys.isEmpty()) {
            return Map.of();
        }
        UnnestStatement.of(jdbc, """
                        insert into warehouse.entity (type, canonical_name)
                        select type, name from unnest(?, ?) as row (type, name)
                        on conflict (type, canonical_name) do nothing""")
                .text(keys, EntityKey::typeName)
                .text(keys, EntityKey::canonicalName)
                .update();
        Map<EntityKey, Long> ids = new HashMap<>();
        UnnestStatement.of(jdbc, """
                        select e.type, e.canonical_name, e.entity_id from warehouse.entity e
                        join unnest(?, ?) as row (type, name) on e.type = row.type and e.canonical_name = row.name""")
                .text(keys, EntityKey::typeName)
                .text(keys, EntityKey::canonicalName)
                .forEach(result -> ids.put(
                        new EntityKey(
                                EntityType.valueOf(result.getString(1).toUpperCase(Locale.ROOT)), result.getString(2)),
                        result.getLong(3)));
        addAliases(mentions, ids);
        return ids;
    }

    private void addAliases(List<LinkedMention> mentions, Map<EntityKey, Long> ids) {
        TreeSet<Alias> aliases =
                new TreeSet<>(Comparator.comparing(Alias::entity, BY_NAME).thenComparing(Alias::name));
        for (LinkedMention mention : mentions) {
            if (isAlias(mention.mention().surface(), mention.canonicalName())) {
                aliases.add(new Alias(EntityKey.of(mention), mention.mention().surface()));
            }
        }
        if (!aliases.isEmpty()) {
            List<Alias> rows = new ArrayList<>(aliases);
            UnnestStatement.of(jdbc, """
                            insert into warehouse.entity_alias (entity_id, alias)
                            select * from unnest(?, ?)
                            on conflict (entity_id, alias) do nothing""")
                    .bigint(rows, alias -> ids.get(alias.entity()))
                    .text(rows, Alias::name)
                    .update();
        }
    }

    /** Short forms, all of whose words stand in the canonical name, say who is meant only within their article. */
    private static boolean isAlias(String surface, String canonicalName) {
        return !Set.of(words(canonicalName)).containsAll(Set.of(words(surface)));
    }

    private static String[] words(String name) {
        return BLANK.splitAsStream(name.toLowerCase(Locale.ROOT)).distinct().toArray(String[]::new);
    }
}
