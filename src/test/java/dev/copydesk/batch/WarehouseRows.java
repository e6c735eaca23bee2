package dev.copydesk.batch;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Every row of the warehouse and its ledger by natural keys, surrogate keys left out: what must be the same after any detour.
 */
public final class WarehouseRows {

    private static final Map<String, String> QUERIES = Map.ofEntries(
            entry("site", "select (to_jsonb(t) - 'site_id')::text from warehouse.site t order by 1"),
            entry("article", """
            select (to_jsonb(t) - 'article_id' - 'site_id' || jsonb_build_object('site', s.site_key))::text
            from warehouse.article t left join warehouse.site s using (site_id) order by 1"""),
            entry("article_author", child("article_author")),
            entry("article_revision", child("article_revision")),
            entry("paragraph", child("paragraph")),
            entry("entity", "select (to_jsonb(t) - 'entity_id')::text from warehouse.entity t order by 1"),
            entry("entity_alias", """
            select e.type || e.canonical_name || t.alias
            from warehouse.entity_alias t join warehouse.entity e using (entity_id) order by 1"""),
            entry("entity_mention", """
            select a.article_key || (to_jsonb(t) - 'article_id' - 'entity_id')::text || e.type || e.canonical_name
            from warehouse.entity_mention t join warehouse.article a using (article_id)
            join warehouse.entity e using (entity_id) order by 1"""),
            entry("related_link", """
            select a.article_key || (to_jsonb(t) - 'article_id' - 'target_article_id')::text
                || coalesce(target.article_key, '')
            from warehouse.related_link t join warehouse.article a using (article_id)
            left join warehouse.article target on target.article_id = t.target_article_id order by 1"""),
            entry("ledger", """
            select f.path || f.digest || f.status || f.read || ' ' || f.loaded || ' ' || f.unchanged || ' ' || f.filtered
                || ' ' || f.quarantined || coalesce(q.code, '') || coalesce(a.article_key, '')
                || coalesce(c.record_offset || coalesce(c.target_url, '') || coalesce(c.original_offset, 0), '')
            from ops.source_file f
            left join ops.capture c using (source_file_id) left join warehouse.article a using (article_id)
            left join ops.quarantine q on q.source_file_id = f.source_file_id order by 1"""),
            entry("article_search", child("article_search")),
            entry("article_fingerprint", child("article_fingerprint")),
            entry("story_article", """
            select a.article_key || ' ' || min(b.article_key) from warehouse.story_article t
            join warehouse.article a using (article_id) join warehouse.story_article o using (story_id)
            join warehouse.article b on b.article_id = o.article_id group by a.article_key order by 1"""),
            entry("site_quality", """
            select site_key || ' ' || row (sum(documents), sum(articles), sum(with_title), sum(with_published),
                sum(with_author), sum(paragraphs), sum(paragraph_squares))
            from ops.site_quality group by site_key order by 1"""),
            entry("unfinished_article", """
            select a.article_key from ops.unfinished_article t
            join warehouse.article a using (article_id) order by 1"""));

    private WarehouseRows() {}

    /** The rows as text, table by table. */
    public static List<String> of(JdbcTemplate jdbc) {
        List<String> rows = new ArrayList<>();
        new TreeMap<>(QUERIES)
                .forEach((table, query) ->
                        jdbc.queryForList(query, String.class).forEach(row -> rows.add(table + ": " + row)));
        return rows;
    }

    private static String child(String table) {
        return "select a.article_key || (to_jsonb(t) - 'article_id')::text from warehouse." + table
                + " t join warehouse.article a using (article_id) order by 1";
    }
}
