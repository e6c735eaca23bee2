package dev.copydesk.article.extraction;

import dev.copydesk.article.ArticleExtractor;
import dev.copydesk.article.Extraction;
import dev.copydesk.article.dump.DumpArticleExtractor;
import dev.copydesk.article.html.HtmlArticleExtractor;
import dev.copydesk.document.RawDocument;

/** Extracts articles from HTML pages and from text dumps of pages. */
public final class PageExtractor implements ArticleExtractor {

    private final ArticleExtractor html = new HtmlArticleExtractor();
    private final ArticleExtractor dump = new DumpArticleExtractor();

    @Override
    public Extraction extract(RawDocument document) {
        return switch (document.format()) {
            case HTML -> html.extract(document);
            case TEXT -> dump.extract(document);
        };
    }
}
