package dev.copydesk.warehouse;

import dev.copydesk.entity.EntityType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads articles as they are stored, to compare them with what their pages give now. */
final class ContentStore {

    private final JdbcTemplate jdbc;

    ContentStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The content of these articles by id. */
    Map<Long, ArticleContent> of(Collection<Long> articleIds) {
        Map<Long, ArticleContent> contents = new HashMap<>();
        if (articleIds.isEmpty()) {
            return contents;
        }
        rows(articleIds, """
                select a.*, s.site_key from warehouse.article a left join warehouse.site s using (site_id)
                where a.article_id = any(?)""", row -> contents.put(row.getLong("article_id"), columns(row)));
        rows(
                articleIds,
                "select article_id, name from warehouse.article_author where article_id = any(?) order by article_id, ordinal",
                row -> at(contents, row).add("authors", row.getString(2)));
        rows(
                articleIds,
                "select article_id, kind, text from warehouse.paragraph where article_id = any(?) order by article_id, ordinal",
                row -> at(contents, row).addParagraph(row.getString(2), row.getString(3)));
        rows(
                articleIds,
                """
                select article_id, title, url, published_at, published_precision from warehouse.related_link
                where article_id = any(?) order by article_id, ordinal""",
                row -> at(contents, row)
                        .addLink(row.getString(2), row.getString(3), instant(row, "published_at"), row.getString(5)));
        rows(
                articleIds,
                """
                select m.article_id, m.paragraph_ordinal, m.start_offset, m.surface_form, e.type, e.canonical_name
                from warehouse.entity_mention m join warehouse.entity e using (entity_id)
                where m.article_id = any(?) order by m.article_id, m.paragraph_ordinal, m.start_offset""",
                row -> at(contents, row)
                        .addMention(
                                row.getInt(2),
                                row.getInt(3),
                                row.getString(4),
                                EntityType.of(row.getString(5)),
                                row.getString(6)));
        return contents;
    }

    private static ArticleContent columns(ResultSet row) throws SQLException {
        ArticleContent content = new ArticleContent();
        content.set("url", row.getString("url"));
        content.set("site", row.getString("site_key"));
        for (String column : new String[] {
            "title",
            "description",
            "section",
            "language",
            "dateline_place",
            "dateline_agency",
            "image_url",
            "entity_coverage"
        }) {
            content.set(column, row.getString(column));
        }
        content.set(
                "published_at",
                ArticleContent.dated(instant(row, "published_at"), row.getString("published_precision")));
        content.set(
                "modified_at", ArticleContent.dated(instant(row, "modified_at"), row.getString("modified_precision")));
        return content;
    }

    private interface Row {
        void accept(ResultSet row) throws SQLException;
    }

    private void rows(Collection<Long> articleIds, String sql, Row row) {
        UnnestStatement.of(jdbc, sql).bigint(articleIds, id -> id).forEach(row::accept);
    }

    private static ArticleContent at(Map<Long, ArticleContent> contents, ResultSet row) throws SQLException {
        return Objects.requireNonNull(contents.get(row.getLong(1)));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
