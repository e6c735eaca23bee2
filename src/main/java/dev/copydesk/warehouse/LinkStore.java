package dev.copydesk.warehouse;

import java.util.Collection;
import org.springframework.jdbc.core.JdbcTemplate;

/** Connects related links with the articles they lead to. */
public final class LinkStore {

    /** Resolves the links from and to the articles of the relation {@code changed_article}, which it comes behind. */
    private static final String RESOLVE = """
            , open_link as (
                select r.article_id, r.ordinal, a.article_id as target_article_id
                from changed_article join warehouse.related_link r using (article_id)
                join warehouse.article a on a.article_key = r.url
                where r.target_article_id is null
                union
                select r.article_id, r.ordinal, a.article_id
                from changed_article join warehouse.article a using (article_id)
                join warehouse.related_link r on r.url = a.url
                where r.target_article_id is null
            )
            update warehouse.related_link r set target_article_id = open_link.target_article_id
            from open_link where r.article_id = open_link.article_id and r.ordinal = open_link.ordinal""";

    private final JdbcTemplate jdbc;

    public LinkStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Resolves the links that the run's articles offer, and the open links of other articles that lead to them. Returns how
     * many were resolved.
     */
    public int resolve(long runId) {
        return jdbc.update("""
                with changed_article as materialized (
                    select distinct c.article_id from ops.capture c
                    join ops.source_file f using (source_file_id) where f.run_id = ?
                )""" + RESOLVE, runId);
    }

    /** As {@link #resolve}, for these articles. */
    void resolveOf(Collection<Long> articleIds) {
        UnnestStatement.of(jdbc, "with changed_article as materialized (select unnest(?) as article_id)" + RESOLVE)
                .bigint(articleIds, id -> id)
                .update();
    }
}
