package dev.copydesk.cli;

import dev.copydesk.article.Article;
import dev.copydesk.article.Dateline;
import dev.copydesk.article.Paragraph;
import dev.copydesk.article.PublicationDate;
import dev.copydesk.article.RelatedLink;
import dev.copydesk.entity.LinkedMention;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON object that {@code extract} prints for a document; keys in the order of the documentation. */
final class ArticleJson {

    private ArticleJson() {}

    static Map<String, @Nullable Object> article(
            String source, long offset, Article article, List<LinkedMention> mentions) {
        Map<String, @Nullable Object> json = document(source, offset, "article", null);
        json.put("url", article.url());
        json.put("site", article.site());
        json.put("title", article.title());
        json.put("description", article.description());
        json.put("authors", article.authors());
        json.put("section", article.section());
        json.put("language", article.language());
        json.put("dateline", dateline(article.dateline()));
        json.put("published_at", iso(article.published()));
        json.put("modified_at", iso(article.modified()));
        json.put("image", article.image());
        json.put("paragraphs", paragraphs(article.paragraphs()));
        json.put("related_links", relatedLinks(article.relatedLinks()));
        json.put("mentions", mentions.stream().map(ArticleJson::mention).toList());
        return json;
    }

    /** A document that is no article; {@code reason} is its code. */
    static Map<String, @Nullable Object> document(String source, long offset, String status, @Nullable String reason) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("source", source);
        json.put("offset", offset);
        json.put("status", status);
        json.put("reason", reason);
        return json;
    }

    private static @Nullable Map<String, @Nullable Object> dateline(@Nullable Dateline dateline) {
        if (dateline == null) {
            return null;
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("place", dateline.place());
        json.put("agency", dateline.agency());
        return json;
    }

    private static List<Object> paragraphs(List<Paragraph> paragraphs) {
        List<Object> json = new ArrayList<>();
        for (Paragraph paragraph : paragraphs) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("ordinal", json.size() + 1);
            one.put("kind", paragraph.kind().label());
            one.put("text", paragraph.text());
            json.add(one);
        }
        return json;
    }

    private static List<Object> relatedLinks(List<RelatedLink> links) {
        List<Object> json = new ArrayList<>();
        for (RelatedLink link : links) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("ordinal", json.size() + 1);
            one.put("title", link.title());
            one.put("url", link.url());
            one.put("published_at", iso(link.published()));
            json.add(one);
        }
        return json;
    }

    private static Map<String, Object> mention(LinkedMention linked) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("paragraph", linked.mention().paragraph());
        json.putAll(inParagraph(linked));
        return json;
    }

    /** A mention without its paragraph. */
    static Map<String, Object> inParagraph(LinkedMention linked) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("start", linked.mention().start());
        json.put("end", linked.mention().end());
        json.put("surface", linked.mention().surface());
        json.put("type", linked.mention().type().label());
        json.put("entity", linked.canonicalName());
        return json;
    }

    private static @Nullable String iso(@Nullable PublicationDate date) {
        return date == null ? null : date.iso();
    }
}
