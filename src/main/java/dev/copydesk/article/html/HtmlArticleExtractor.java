package dev.copydesk.article.html;

import dev.copydesk.article.ArticleExtractor;
import dev.copydesk.article.CanonicalUrl;
import dev.copydesk.article.Extraction;
import dev.copydesk.document.RawDocument;
import org.jsoup.nodes.Document;

/**
 * Extracts an article from an HTML page: structured data first, then meta data, then what a reader would see. A page is
 * parsed once and walked once; nothing it holds makes the work more than linear in its size. Rejects a page whose markup
 * is too dense ({@code MARKUP_TOO_DENSE}) or too tangled ({@code MARKUP_BROKEN}) to parse within bounds, or in which no
 * article text is found ({@code NO_ARTICLE_TEXT}).
 */
public final class HtmlArticleExtractor implements ArticleExtractor {

    @Override
    public Extraction extract(RawDocument document) {
        String base = CanonicalUrl.of(document.url());
        Document parsed;
        try {
            parsed = MarkupParser.parse(document.text(), base == null ? "" : base);
        } catch (MarkupException e) {
            return new Extraction.Rejected(e.code(), e.reason());
        }
        return new PageReading(PageWalk.walk(parsed), document.url(), document.capturedAt()).extraction();
    }
}
