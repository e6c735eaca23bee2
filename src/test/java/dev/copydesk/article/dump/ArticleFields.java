package dev.copydesk.article.dump;

import dev.copydesk.article.Article;
import dev.copydesk.article.Dateline;
import dev.copydesk.article.Extraction;
import dev.copydesk.article.PublicationDate;
import dev.copydesk.document.DocumentFormat;
import dev.copydesk.document.RawDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An extracted article as the fields of a golden file. */
final class ArticleFields {

    private ArticleFields() {}

    static Article extract(byte[] payload) {
        Extraction extraction =
                new DumpArticleExtractor().extract(new RawDocument(0, DocumentFormat.TEXT, payload, null, null));
        if (extraction instanceof Extraction.Extracted extracted) {
            return extracted.article();
        }
        throw new AssertionError("no article but " + extraction);
    }

    static Map<String, Object> of(String source, Article article) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("source", source);
        fields.put("status", "article");
        fields.put("url", article.url());
        fields.put("site", article.site());
        fields.put("title", article.title());
        fields.put("description", article.description());
        fields.put("authors", article.authors());
        fields.put("section", article.section());
        fields.put("language", article.language());
        fields.put("dateline", dateline(article.dateline()));
        fields.put("published_at", iso(article.published()));
        fields.put("modified_at", iso(article.modified()));
        fields.put("image", article.image());
        List<Object> paragraphs = new ArrayList<>();
        article.paragraphs().forEach(paragraph -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("ordinal", paragraphs.size() + 1);
            one.put("kind", paragraph.kind().name().toLowerCase(Locale.ROOT));
            one.put("text", paragraph.text());
            paragraphs.add(one);
        });
        fields.put("paragraphs", paragraphs);
        List<Object> links = new ArrayList<>();
        article.relatedLinks().forEach(link -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("ordinal", links.size() + 1);
            one.put("title", link.title());
            one.put("url", link.url());
            one.put("published_at", iso(link.published()));
            links.add(one);
        });
        fields.put("related_links", links);
        return fields;
    }

    private static @Nullable Map<String, Object> dateline(@Nullable Dateline dateline) {
        if (dateline == null) {
            return null;
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("place", dateline.place());
        fields.put("agency", dateline.agency());
        return fields;
    }

    static @Nullable String iso(@Nullable PublicationDate date) {
        return date == null ? null : date.iso();
    }
}
