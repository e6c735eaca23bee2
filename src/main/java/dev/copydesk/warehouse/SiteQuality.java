package dev.copydesk.warehouse;

import dev.copydesk.article.Article;
import dev.copydesk.article.Paragraph;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was extracted from some documents of one site, as sums. */
record SiteQuality(
        long documents,
        long articles,
        long withTitle,
        long withPublished,
        long withAuthor,
        long paragraphs,
        long paragraphSquares) {

    /** An article counts with no more, so that a few long ones do not hide what the others lost. */
    private static final long MOST_PARAGRAPHS = 100;

    private static final SiteQuality NO_ARTICLE = new SiteQuality(1, 0, 0, 0, 0, 0, 0);

    /** By site key, in its order; documents of an unknown site and documents that failed are left out. */
    static Map<String, SiteQuality> bySite(Collection<? extends DocumentOutcome> outcomes) {
        Map<String, SiteQuality> sites = new TreeMap<>();
        for (DocumentOutcome outcome : outcomes) {
            if (outcome instanceof DocumentOutcome.ArticleFound found) {
                Article article = found.article();
                add(sites, SiteStore.keyOf(article.url(), article.site()), of(article));
            } else if (outcome instanceof DocumentOutcome.NoArticle none) {
                add(sites, SiteStore.keyOf(none.url(), null), NO_ARTICLE);
            }
        }
        return sites;
    }

    private static void add(Map<String, SiteQuality> sites, @Nullable String key, SiteQuality one) {
        if (key != null) {
            sites.merge(key, one, SiteQuality::plus);
        }
    }

    private static SiteQuality of(Article article) {
        long paragraphs = Math.min(
                MOST_PARAGRAPHS,
                article.paragraphs().stream()
                        .filter(paragraph -> paragraph.kind() != Paragraph.Kind.CAPTION)
                        .count());
        return new SiteQuality(
                1,
                1,
                article.title() == null ? 0 : 1,
                article.published() == null ? 0 : 1,
                article.authors().isEmpty() ? 0 : 1,
                paragraphs,
                paragraphs * paragraphs);
    }

    private SiteQuality plus(SiteQuality other) {
        return new SiteQuality(
                documents + other.documents,
                articles + other.articles,
                withTitle + other.withTitle,
                withPublished + other.withPublished,
                withAuthor + other.withAuthor,
                paragraphs + other.paragraphs,
                paragraphSquares + other.paragraphSquares);
    }
}
