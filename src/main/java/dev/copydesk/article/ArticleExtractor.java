package dev.copydesk.article;

import dev.copydesk.document.RawDocument;

/** Turns raw documents into articles. Stateless; safe for use by several threads. */
public interface ArticleExtractor {

    /**
     * Never throws for what a document contains: what cannot become an article is rejected or filtered.
     *
     * @throws dev.copydesk.document.TimeBudget.PassedException when the thread's time for the document is used up
     */
    Extraction extract(RawDocument document);
}
