package dev.copydesk.warehouse;

/**
 * An article that stands in the warehouse.
 *
 * @param changed whether this document made it new or changed it
 */
record StoredArticle(ArticleRow row, long articleId, boolean changed) {}
