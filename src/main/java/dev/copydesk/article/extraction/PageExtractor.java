package dev.copydesk.article.extraction;

import dev.copydesk.article.Article;
import dev.copydesk.article.ArticleExtractor;
import dev.copydesk.article.BlockDecision;
import dev.copydesk.article.Extraction;
import dev.copydesk.article.Paragraph;
import dev.copydesk.article.RelatedLink;
import dev.copydesk.article.dump.DumpArticleExtractor;
import dev.copydesk.article.html.HtmlArticleExtractor;
import dev.copydesk.document.RawDocument;
import java.util.List;

/**
 * Extracts articles from HTML pages and from text dumps of pages. Rejects as {@code ARTICLE_TOO_LONG} what no article is as
 * long as, so that a chunk of articles has a bound in memory.
 */
public final class PageExtractor implements ArticleExtractor {

    /** Characters in all paragraphs and related links; long novels stay below it. */
    static final int MAX_CHARACTERS = 1_000_000;

    private final HtmlArticleExtractor html;
    private final ArticleExtractor dump = new DumpArticleExtractor();

    /** @param keepNonArticles whether pages that seem to be no articles are extracted all the same */
    public PageExtractor(boolean keepNonArticles) {
        html = new HtmlArticleExtractor(keepNonArticles);
    }

    @Override
    public Extraction extract(RawDocument document) {
        Extraction extraction = switch (document.format()) {
            case HTML -> html.extract(document);
            case TEXT -> dump.extract(document);
        };
        if (extraction instanceof Extraction.Extracted extracted) {
            long characters = characters(extracted.article());
            if (characters > MAX_CHARACTERS) {
                return new Extraction.Rejected(
                        "ARTICLE_TOO_LONG",
                        "the article has %,d characters, more than %,d".formatted(characters, MAX_CHARACTERS));
            }
        }
        return extraction;
    }

    /** What was decided about each block of an HTML page, in page order; empty for a text dump, which has no blocks. */
    public List<BlockDecision> explain(RawDocument document) {
        return switch (document.format()) {
            case HTML -> html.explain(document);
            case TEXT -> List.of();
        };
    }

    private static long characters(Article article) {
        long characters = 0;
        for (Paragraph paragraph : article.paragraphs()) {
            characters += paragraph.text().length();
        }
        for (RelatedLink link : article.relatedLinks()) {
            characters +=
                    link.title().length() + (link.url() == null ? 0 : link.url().length());
        }
        return characters;
    }
}
