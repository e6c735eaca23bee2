package dev.copydesk.warehouse;

import dev.copydesk.entity.EntityType;
import dev.copydesk.entity.LinkRule;
import dev.copydesk.entity.LinkedMention;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Finds the entities of mentions, adding those that are new with their aliases. What analysts have decided goes before what
 * the article says: a name that is an analyst's alias of one entity stands for it, one of several is ambiguous.
 */
final class EntityStore {

    /** An entity's natural key. */
    private record EntityKey(EntityType type, String name) {}

    /** The entity of a mention, and how it was found. */
    record Link(long entityId, LinkRule rule) {}

    private record Alias(long entityId, String name) {}

    private static final Comparator<EntityKey> BY_NAME =
            Comparator.comparing(EntityKey::name).thenComparing(EntityKey::type);
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Pd}]+");

    private final JdbcTemplate jdbc;

    EntityStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The link of each mention; adds the entities and aliases that are new. */
    Map<LinkedMention, Link> link(List<LinkedMention> mentions) {
        if (mentions.isEmpty()) {
            return Map.of();
        }
        EntityLock.shared(jdbc);
        Map<LinkedMention, Set<Long>> choices = choices(mentions);
        Map<LinkedMention, Link> links = new HashMap<>();
        Map<LinkedMention, EntityKey> named = new LinkedHashMap<>();
        choices.forEach((mention, ids) -> {
            if (ids.size() == 1) {
                links.put(mention, new Link(ids.iterator().next(), decidedRule(mention)));
            } else {
                named.put(mention, key(mention, mention.canonicalName()));
            }
        });
        Map<EntityKey, Long> ids = idsOf(named);
        named.forEach((mention, key) -> {
            boolean ambiguous = !Objects.requireNonNull(choices.get(mention)).isEmpty();
            links.put(
                    mention,
                    new Link(Objects.requireNonNull(ids.get(key)), ambiguous ? LinkRule.AMBIGUOUS : mention.rule()));
        });
        addAliases(named, ids);
        return links;
    }

    /** The canonical names that {@link #link} would find now; nothing is written. */
    Map<LinkedMention, String> names(List<LinkedMention> mentions) {
        Map<LinkedMention, String> names = new HashMap<>();
        Map<LinkedMention, Long> chosen = new HashMap<>();
        choices(mentions).forEach((mention, ids) -> {
            if (ids.size() == 1) {
                chosen.put(mention, ids.iterator().next());
            } else {
                names.put(mention, mention.canonicalName());
            }
        });
        Map<Long, String> canonical = new HashMap<>();
        if (!chosen.isEmpty()) {
            UnnestStatement.of(jdbc, "select entity_id, canonical_name from warehouse.entity where entity_id = any(?)")
                    .bigint(new HashSet<>(chosen.values()), id -> id)
                    .forEach(row -> canonical.put(row.getLong(1), row.getString(2)));
        }
        chosen.forEach((mention, id) -> names.put(mention, Objects.requireNonNull(canonical.get(id))));
        return names;
    }

    private static EntityKey key(LinkedMention mention, String name) {
        return new EntityKey(mention.mention().type(), name);
    }

    /** Names whose meaning does not depend on the article count by themselves; others by what they stand for. */
    private static boolean standsForItself(LinkedMention mention) {
        return mention.rule() == LinkRule.AS_WRITTEN || mention.rule() == LinkRule.KNOWN_NAME;
    }

    private static LinkRule decidedRule(LinkedMention mention) {
        return standsForItself(mention) ? LinkRule.KNOWN_NAME : mention.rule();
    }

    /** The entities that analysts' aliases leave to choose from, for each mention in its order; none where none was set. */
    private Map<LinkedMention, Set<Long>> choices(List<LinkedMention> mentions) {
        Map<EntityKey, Set<Long>> decided = decided(mentions);
        Map<LinkedMention, Set<Long>> choices = new LinkedHashMap<>();
        mentions.forEach(mention -> choices.computeIfAbsent(mention, one -> choices(one, decided)));
        return choices;
    }

    private static Set<Long> choices(LinkedMention mention, Map<EntityKey, Set<Long>> decided) {
        Set<Long> bySurface = standsForItself(mention)
                ? decided.getOrDefault(key(mention, folded(mention.mention().surface())), Set.of())
                : Set.of();
        return bySurface.isEmpty()
                ? decided.getOrDefault(key(mention, folded(mention.canonicalName())), Set.of())
                : bySurface;
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The entities that analysts gave these names to as aliases, by type and name in lower case. */
    private Map<EntityKey, Set<Long>> decided(List<LinkedMention> mentions) {
        Map<EntityKey, Set<Long>> decided = new HashMap<>();
        Boolean any = jdbc.queryForObject(
                "select exists (select from warehouse.entity_alias where source = 'analyst')", Boolean.class);
        if (Boolean.TRUE.equals(any) && !mentions.isEmpty()) {
            TreeSet<EntityKey> keys = new TreeSet<>(BY_NAME);
            for (LinkedMention mention : mentions) {
                keys.add(key(mention, mention.canonicalName()));
                keys.add(key(mention, mention.mention().surface()));
            }
            UnnestStatement.of(jdbc, """
                            select e.type, row.name, e.entity_id
                            from unnest(?, ?) as row (type, name)
                            join warehouse.entity_alias a on lower(a.alias) = lower(row.name) and a.source = 'analyst'
                            join warehouse.entity e on e.entity_id = a.entity_id and e.type = row.type""")
                    .text(keys, key -> key.type().label())
                    .text(keys, EntityKey::name)
                    .forEach(result -> decided.computeIfAbsent(
                                    new EntityKey(EntityType.of(result.getString(1)), folded(result.getString(2))),
                                    key -> new HashSet<>())
                            .add(result.getLong(3)));
        }
        return decided;
    }

    private Map<EntityKey, Long> idsOf(Map<LinkedMention, EntityKey> named) {
        TreeSet<EntityKey> keys = new TreeSet<>(BY_NAME);
        keys.addAll(named.values());
        Map<EntityKey, Long> ids = new HashMap<>();
        if (!keys.isEmpty()) {
            UnnestStatement.of(jdbc, """
                            insert into warehouse.entity (type, canonical_name)
                            select type, name from unnest(?, ?) as row (type, name)
                            on conflict (type, canonical_name) do nothing""")
                    .text(keys, key -> key.type().label())
                    .text(keys, EntityKey::name)
                    .update();
            UnnestStatement.of(jdbc, """
                            select e.type, e.canonical_name, e.entity_id from warehouse.entity e
                            join unnest(?, ?) as row (type, name) on e.type = row.type and e.canonical_name = row.name""")
                    .text(keys, key -> key.type().label())
                    .text(keys, EntityKey::name)
                    .forEach(result -> ids.put(
                            new EntityKey(EntityType.of(result.getString(1)), result.getString(2)), result.getLong(3)));
        }
        return ids;
    }

    private void addAliases(Map<LinkedMention, EntityKey> named, Map<EntityKey, Long> ids) {
        TreeSet<Alias> aliases =
                new TreeSet<>(Comparator.comparing(Alias::entityId).thenComparing(Alias::name));
        named.forEach((mention, key) -> {
            if (isAlias(mention.mention().surface(), mention.canonicalName())) {
                aliases.add(new Alias(
                        Objects.requireNonNull(ids.get(key)), mention.mention().surface()));
            }
        });
        if (!aliases.isEmpty()) {
            List<Alias> rows = new ArrayList<>(aliases);
            UnnestStatement.of(jdbc, """
                            insert into warehouse.entity_alias (entity_id, alias, source)
                            select row.entity_id, row.alias, 'article' from unnest(?, ?) as row (entity_id, alias)
                            on conflict (entity_id, alias) do nothing""")
                    .bigint(rows, Alias::entityId)
                    .text(rows, Alias::name)
                    .update();
        }
    }

    /** Short forms, all of whose words stand in the canonical name, say who is meant only within their article. */
    private static boolean isAlias(String surface, String canonicalName) {
        return !Set.of(words(canonicalName)).containsAll(Set.of(words(surface)));
    }

    private static String[] words(String name) {
        return BLANK.splitAsStream(folded(name)).distinct().toArray(String[]::new);
    }
}
