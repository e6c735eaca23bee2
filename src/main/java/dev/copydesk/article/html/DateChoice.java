package dev.copydesk.article.html;

import dev.copydesk.article.PublicationDate;
import dev.copydesk.article.PublicationDate.Precision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When an article was published and changed. Sources of falling trust; a later source of the same day may add the time
 * that an earlier one lacks.
 */
final class DateChoice {

    private static final List<String> PUBLISHED = List.of(
            "article:published_time",
            "og:article:published_time",
            "og:published_time",
            "article:published",
            "datepublished",
            "parsely-pub-date",
            "sailthru.date",
            "dc.date.issued",
            "dcterms.issued",
            "cxenseparse:recs:publishtime",
            "cxenseparse:publishtime",
            "pubdate",
            "publishdate",
            "publish-date",
            "publish_date",
            "published-date",
            "publication_date",
            "publicationdate",
            "article.published",
            "published_date",
            "originalpublicationdate",
            "article_date_original",
            "article:post_date",
            "bt:pubdate",
            "rnews:datepublished",
            "og:pubdate",
            "citation_publication_date",
            "citation_date",
            "displaydate",
            "content_create_date",
            "og:article:pubdate",
            "pub_date",
            "uploaddate");
    /** Names that some sites use for the day of the last change or of the page's template. */
    private static final List<String> UNSURE = List.of(
            "dc.date",
            "dcterms.date",
            "date",
            "created",
            "datecreated",
            "creation_date",
            "doc_date",
            "dcterms.created",
            "dc.date.created",
            "last-published");

    private static final List<String> MODIFIED = List.of(
            "article:modified_time",
            "og:updated_time",
            "article:modified",
            "datemodified",
            "dc.date.modified",
            "dcterms.modified",
            "last-modified",
            "lastmod",
            "article.updated",
            "modified",
            "revised",
            "cxenseparse:recs:modtime",
            "article:updated",
            "og:modified_time",
            "bt:moddate",
            "updated_time");

    private final DateCandidates published;
    private final DateCandidates modified;

    /**
     * @param url of the page, or null
     * @param latestYear later dates are mistakes
     */
    DateChoice(
            Declarations declared,
            StructuredArticle structured,
            @Nullable String language,
            @Nullable String url,
            int latestYear,
            ShownDates shown) {
        published = new DateCandidates(language, latestYear);
        modified = new DateCandidates(language, latestYear);
        published.add(structured.published());
        PUBLISHED.forEach(name -> published.add(declared.meta(name)));
        published.add(structured.created());
        UrlDate.of(url, latestYear).ifPresent(published::add);
        items(published, declared.items("datepublished"));
        items(published, declared.items("datecreated"));
        items(published, declared.items("uploaddate"));
        modified.add(structured.modified());
        MODIFIED.forEach(name -> modified.add(declared.meta(name)));
        items(modified, declared.items("datemodified"));
        shown.addModified(modified);
        preferEarlierShown(shown);
        shown.addPublished(published);
        UNSURE.forEach(name -> published.add(declared.meta(name)));
    }

    private static void items(DateCandidates dates, List<Declarations.Declared> items) {
        for (Declarations.Declared item : items) {
            dates.add(item.value());
            if (!dates.isEmpty()) {
                return;
            }
        }
    }

    /**
     * Some generators know only of the last change and declare its moment as that of publication too; an earlier date at the
     * headline is the publisher's own.
     */
    private void preferEarlierShown(ShownDates shown) {
        PublicationDate first = published.best();
        PublicationDate last = modified.best();
        if (first == null || last == null || !first.value().equals(last.value())) {
            return;
        }
        PublicationDate own = shown.atHeadline(published);
        if (own != null && own.day().isBefore(first.day())) {
            published.prefer(own);
        }
    }

    @Nullable
    PublicationDate published() {
        return published.best();
    }

    @Nullable
    PublicationDate modified() {
        PublicationDate date = modified.best();
        PublicationDate first = published();
        return date == null
                        || (first != null && date.value().isBefore(first.value()) && date.precision() != Precision.DAY)
                ? null
                : date;
    }
}
