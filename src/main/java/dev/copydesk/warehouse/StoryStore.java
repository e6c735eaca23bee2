package dev.copydesk.warehouse;

import dev.copydesk.article.fingerprint.Fingerprint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Finds the stories that several articles carry. Two articles are linked if their fingerprints share a band and tell the same
 * story; a story is all that hangs together by such links, so that it does not matter in which order articles came.
 *
 * <p>Of a band that more than twenty articles share, the newest are compared: text from a template must not make
 * every article meet every other. Only there may the order of loads tell.
 */
public final class StoryStore {

    private static final int ARTICLES = 200;

    private record Band(long articleId, long hash) {}

    private final JdbcTemplate jdbc;
    private final FingerprintStore fingerprints;

    public StoryStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.fingerprints = new FingerprintStore(jdbc);
    }

    /**
     * Finds the stories of the next articles that wait for theirs, within the caller's transaction, and returns how many these
     * were; 0 when none wait. Two loads do this one after the other.
     */
    public int placeNext() {
        jdbc.query("select pg_advisory_xact_lock(hashtext('copydesk stories'))", row -> {});
        dissolveStoriesOf(waiting());
        List<Long> waiting = waiting();
        if (waiting.isEmpty()) {
            return 0;
        }
        Map<Long, Set<Long>> neighbours = neighbours(fingerprints.of(waiting), waiting.get(waiting.size() - 1));
        Map<Long, Long> storyOf = storiesOf(neighbours);
        Components components = new Components();
        storyOf.forEach(components::join);
        link(neighbours, components);
        save(components.byMember(), storyOf);
        UnnestStatement.of(jdbc, "update warehouse.article_fingerprint set pending = false where article_id = any(?)")
                .bigint(waiting, id -> id)
                .update();
        return waiting.size();
    }

    private List<Long> waiting() {
        return jdbc.queryForList(
                "select article_id from warehouse.article_fingerprint where pending order by article_id limit ?",
                Long.class,
                ARTICLES);
    }

    /**
     * An article that waits though it has a story has got another text, and may have been what held the story together: all its
     * articles are placed anew.
     */
    private void dissolveStoriesOf(List<Long> articleIds) {
        UnnestStatement.of(jdbc, """
                        with gone as (
                            delete from warehouse.story_article where story_id in (
                                select story_id from warehouse.story_article where article_id = any(?))
                            returning article_id
                        )
                        update warehouse.article_fingerprint f set pending = true
                        from gone where f.article_id = gone.article_id and not f.pending""").bigint(articleIds, id -> id).update();
    }

    /**
     * For each fingerprint the articles that share a band with it and do not wait. Up to the last of the given articles, those
     * that wait are all among them; the ones behind will look for their neighbours themselves.
     */
    private Map<Long, Set<Long>> neighbours(Map<Long, Fingerprint> articles, long last) {
        List<Band> bands = new ArrayList<>();
        articles.forEach((id, fingerprint) -> {
            for (long hash : fingerprint.bands()) {
                bands.add(new Band(id, hash));
            }
        });
        Map<Long, Set<Long>> neighbours = new HashMap<>();
        UnnestStatement.of(jdbc, """
                        select distinct row.article_id, other.article_id
                        from unnest(?, ?) as row (article_id, band)
                        cross join lateral (
                            (select b.article_id from warehouse.story_band b
                            where b.band = row.band and b.article_id <= ? and b.article_id <> row.article_id
                            order by b.article_id desc limit 20)
                            union all
                            select f.article_id from (
                                select b.article_id from warehouse.story_band b
                                where b.band = row.band and b.article_id > ?
                                order by b.article_id limit 20) behind
                            join warehouse.article_fingerprint f using (article_id) where not f.pending) other""")
                .bigint(bands, Band::articleId)
                .bigint(bands, Band::hash)
                .value(last)
                .value(last)
                .forEach(row -> neighbours
                        .computeIfAbsent(row.getLong(1), id -> new HashSet<>())
                        .add(row.getLong(2)));
        return neighbours;
    }

    private Map<Long, Long> storiesOf(Map<Long, Set<Long>> neighbours) {
        Set<Long> articleIds = new HashSet<>();
        neighbours.values().forEach(articleIds::addAll);
        Map<Long, Long> stories = new HashMap<>();
        if (!articleIds.isEmpty()) {
            UnnestStatement.of(
                            jdbc, "select article_id, story_id from warehouse.story_article where article_id = any(?)")
                    .bigint(articleIds, id -> id)
                    .forEach(row -> stories.put(row.getLong(1), row.getLong(2)));
        }
        return stories;
    }

    private void link(Map<Long, Set<Long>> neighbours, Components components) {
        Set<Long> articleIds = new HashSet<>(neighbours.keySet());
        neighbours.values().forEach(articleIds::addAll);
        if (articleIds.isEmpty()) {
            return;
        }
        Map<Long, Fingerprint> known = fingerprints.of(articleIds);
        neighbours.forEach((article, others) -> {
            Fingerprint fingerprint = known.get(article);
            for (Long other : others) {
                Fingerprint that = known.get(other);
                if (fingerprint != null && that != null && fingerprint.isSameStory(that)) {
                    components.join(article, other);
                }
            }
        });
    }

    /** Writes what differs from {@code before}; a story whose number changes takes all its articles along. */
    private void save(Map<Long, Long> now, Map<Long, Long> before) {
        Map<Long, Long> renamed = new HashMap<>();
        before.forEach((article, story) -> {
            long current = now.getOrDefault(article, story);
            if (current != story) {
                renamed.put(story, current);
            }
        });
        if (!renamed.isEmpty()) {
            UnnestStatement.of(jdbc, """
                            update warehouse.story_article s set story_id = row.current
                            from unnest(?, ?) as row (story_id, current) where s.story_id = row.story_id""")
                    .bigint(renamed.entrySet(), Map.Entry::getKey)
                    .bigint(renamed.entrySet(), Map.Entry::getValue)
                    .update();
        }
        List<Map.Entry<Long, Long>> placed = now.entrySet().stream()
                .filter(entry -> !before.containsKey(entry.getKey()))
                .toList();
        if (!placed.isEmpty()) {
            UnnestStatement.of(jdbc, """
                            insert into warehouse.story_article (article_id, story_id)
                            select row.article_id, row.story_id from unnest(?, ?) as row (article_id, story_id)
                            join warehouse.article a on a.article_id = row.article_id
                            on conflict (article_id) do nothing""")
                    .bigint(placed, Map.Entry::getKey)
                    .bigint(placed, Map.Entry::getValue)
                    .update();
        }
    }
}
