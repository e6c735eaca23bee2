package dev.copydesk.article;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article as its publisher set it. Every text is free of markup and control characters, white space folded; what is
 * unknown is null, never guessed.
 *
 * @param url canonical URL, or null when neither the crawl nor the page gives one
 * @param site name of the site, or null
 * @param title headline without the site's name, or null
 * @param description the publisher's own summary, or null
 * @param authors names only, in order; empty when unknown
 * @param section the site's section, or null
 * @param language ISO 639-1 code in lower case, or null
 * @param dateline place and agency, or null
 * @param published when it was first published, or null
 * @param modified when it was last changed, or null
 * @param image absolute URL of the lead image, or null
 * @param paragraphs in page order, captions among them
 * @param relatedLinks links to other articles that the page offers, in page order
 */
public record Article(
        @Nullable String url,
        @Nullable String site,
        @Nullable String title,
        @Nullable String description,
        List<String> authors,
        @Nullable String section,
        @Nullable String language,
        @Nullable Dateline dateline,
        @Nullable PublicationDate published,
        @Nullable PublicationDate modified,
        @Nullable String image,
        List<Paragraph> paragraphs,
        List<RelatedLink> relatedLinks) {

    public Article {
        authors = List.copyOf(authors);
        paragraphs = List.copyOf(paragraphs);
        relatedLinks = List.copyOf(relatedLinks);
    }
}
