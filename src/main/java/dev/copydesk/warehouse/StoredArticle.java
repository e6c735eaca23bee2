package dev.copydesk.warehouse;

/**
 * An article that stands in the warehouse.
 *
 * @param change what this document did to it
 */
record StoredArticle(ArticleRow row, long articleId, Change change) {

    /** What a document did to its article. */
    enum Change {
        /** It brought the article. */
        NEW,
        /** It brought another text of a known article. */
        REVISED,
        NONE
    }
}
