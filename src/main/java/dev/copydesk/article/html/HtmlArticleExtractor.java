package dev.copydesk.article.html;

import dev.copydesk.article.ArticleExtractor;
import dev.copydesk.article.CanonicalUrl;
import dev.copydesk.article.Extraction;
import dev.copydesk.document.RawDocument;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * Extracts an article from an HTML page: structured data first, then meta data, then what a reader would see. A page is
 * parsed once and walked once; nothing it holds makes the work more than linear in its size. Rejects a page whose markup
 * is too dense to parse within bounds ({@code MARKUP_TOO_DENSE}) or in which no article text is found
 * ({@code NO_ARTICLE_TEXT}).
 */
public final class HtmlArticleExtractor implements ArticleExtractor {

    /** Tags that a page may open or close; real pages stay below a tenth of it. A parsed tag costs about 300 bytes. */
    static final int MAX_TAGS = 400_000;

    /** Levels of nesting that are kept apart; what is nested deeper is parsed as if it stood at this level. */
    static final int MAX_DEPTH = 400;

    @Override
    public Extraction extract(RawDocument document) {
        String html = document.text();
        if (tags(html) > MAX_TAGS) {
            return new Extraction.Rejected("MARKUP_TOO_DENSE", "the page has more than %,d tags".formatted(MAX_TAGS));
        }
        String base = CanonicalUrl.of(document.url());
        Document parsed = Parser.htmlParser().setMaxDepth(MAX_DEPTH).parseInput(html, base == null ? "" : base);
        return new PageReading(PageWalk.walk(parsed), document.url(), document.capturedAt()).extraction();
    }

    private static int tags(String html) {
        int tags = 0;
        for (int i = html.indexOf('<'); i >= 0 && tags <= MAX_TAGS; i = html.indexOf('<', i + 1)) {
            tags++;
        }
        return tags;
    }
}
