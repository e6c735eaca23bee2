package dev.copydesk.article.html;

import dev.copydesk.article.ArticleExtractor;
import dev.copydesk.article.BlockDecision;
import dev.copydesk.article.CanonicalUrl;
import dev.copydesk.article.Extraction;
import dev.copydesk.article.learning.TwoPassClassifier;
import dev.copydesk.document.RawDocument;
import java.util.List;
import org.jsoup.nodes.Document;

/**
 * Extracts an article from an HTML page: structured data first, then meta data, then what a reader would see. A page is
 * parsed once and walked once; nothing it holds makes the work more than linear in its size. Rejects a page whose markup
 * is too dense ({@code MARKUP_TOO_DENSE}) or too tangled ({@code MARKUP_BROKEN}) to parse within bounds, or in which no
 * article text is found ({@code NO_ARTICLE_TEXT}); filters what seems to be no article (see {@link PageKind}).
 */
public final class HtmlArticleExtractor implements ArticleExtractor {

    private final PageClassifier pages;
    private final TwoPassClassifier blocks;
    private final boolean keepNonArticles;

    /**
     * An extractor with the classifiers that the build carries.
     *
     * @param keepNonArticles whether pages that seem to be no articles are extracted all the same
     */
    public HtmlArticleExtractor(boolean keepNonArticles) {
        this(PageClassifier.shipped(), BlockClassifier.shipped(), keepNonArticles);
    }

    HtmlArticleExtractor(PageClassifier pages, TwoPassClassifier blocks, boolean keepNonArticles) {
        this.pages = pages;
        this.blocks = blocks;
        this.keepNonArticles = keepNonArticles;
    }

    @Override
    public Extraction extract(RawDocument document) {
        try {
            PageReading page = read(document);
            PageKind kind = keepNonArticles ? null : page.nonArticle(pages);
            return kind == null ? page.extraction(blocks) : new Extraction.Filtered(kind.code(), page.url());
        } catch (MarkupException e) {
            return new Extraction.Rejected(e.code(), e.reason());
        }
    }

    /** What was decided about each block of the page, in page order; empty when the page is rejected unread. */
    public List<BlockDecision> explain(RawDocument document) {
        try {
            return read(document).decisions(blocks);
        } catch (MarkupException e) {
            return List.of(); // the rejection itself tells why
        }
    }

    PageReading read(RawDocument document) throws MarkupException {
        String base = CanonicalUrl.of(document.url());
        Document parsed = MarkupParser.parse(document.text(), base == null ? "" : base);
        return new PageReading(PageWalk.walk(parsed), document.url(), document.capturedAt());
    }
}
