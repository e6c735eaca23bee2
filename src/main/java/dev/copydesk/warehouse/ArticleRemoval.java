package dev.copydesk.warehouse;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Deletes articles with all their rows, and the entities that nothing else names. The ledger is the caller's. */
final class ArticleRemoval {

    private final JdbcTemplate jdbc;

    ArticleRemoval(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void delete(List<Long> articleIds) {
        List<Long> entities = UnnestStatement.of(
                        jdbc, "select distinct entity_id from warehouse.entity_mention where article_id = any(?)")
                .bigint(articleIds, id -> id)
                .query((row, number) -> row.getLong(1));
        UnnestStatement.of(jdbc, "delete from warehouse.article where article_id = any(?)")
                .bigint(articleIds, id -> id)
                .update();
        EntityLock.exclusive(jdbc);
        // Entities of the reference list and those that analysts have given a name stay, named or not.
        UnnestStatement.of(jdbc, """
                        delete from warehouse.entity e where entity_id = any(?)
                            and not exists (select from warehouse.entity_mention m where m.entity_id = e.entity_id)
                            and not exists (select from warehouse.entity_alias a
                                where a.entity_id = e.entity_id and a.source <> 'article')""").bigint(entities, id -> id).update();
    }
}
