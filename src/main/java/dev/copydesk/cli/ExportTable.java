package dev.copydesk.cli;

import java.util.Locale;

/** What can be exported, and by which query. */
enum ExportTable {
    ARTICLES("select t.* from warehouse.current_article t"),
    PARAGRAPHS("select t.* from finished.paragraph t"),
    MENTIONS(
            "select t.*, e.type, e.canonical_name from finished.entity_mention t join finished.entity e using (entity_id)"),
    LINKS("select t.* from finished.related_link t");

    private final String query;

    ExportTable(String query) {
        this.query = query;
    }

    /** The table's name in options and file names. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The query; with {@code since} it has one parameter, a time since which the article was seen. */
    String query(boolean since) {
        return since
                ? query + " where t.article_id in (select article_id from finished.article where last_seen_at >= ?)"
                : query;
    }
}
