package dev.copydesk.article.extraction;

import dev.copydesk.article.Article;
import dev.copydesk.article.ArticleExtractor;
import dev.copydesk.article.Extraction;
import dev.copydesk.article.Paragraph;
import dev.copydesk.article.RelatedLink;
import dev.copydesk.article.dump.DumpArticleExtractor;
import dev.copydesk.article.html.HtmlArticleExtractor;
import dev.copydesk.document.RawDocument;

/**
 * Extracts articles from HTML pages and from text dumps of pages. Rejects as {@code ARTICLE_TOO_LONG} what no article is as
 * long as, so that a chunk of articles has a bound in memory.
 */
public final class PageExtractor implements ArticleExtractor {

    /** Characters in all paragraphs and related links; long novels stay below it. */
    static final int MAX_CHARACTERS = 1_000_000;

    private final ArticleExtractor html = new HtmlArticleExtractor();
    private final ArticleExtractor dump = new DumpArticleExtractor();

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
