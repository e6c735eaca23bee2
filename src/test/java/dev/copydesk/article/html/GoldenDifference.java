package dev.copydesk.article.html;

import dev.copydesk.article.Article;
import dev.copydesk.article.Dateline;
import dev.copydesk.article.Paragraph;
import dev.copydesk.article.PublicationDate;
import dev.copydesk.article.RelatedLink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What differs between a golden file and an article, field by field, as lines to read: {@code -} is the golden file's,
 * {@code +} the article's.
 */
record GoldenDifference(List<String> lines) {

    static GoldenDifference between(JsonNode golden, Article article) {
        Map<String, List<String>> expected = fields(golden);
        Map<String, List<String>> actual = fields(article);
        List<String> lines = new ArrayList<>();
        expected.forEach((field, values) -> compare(field, values, actual.getOrDefault(field, List.of()), lines));
        return new GoldenDifference(lines);
    }

    private static void compare(String field, List<String> expected, List<String> actual, List<String> lines) {
        if (expected.equals(actual)) {
            return;
        }
        List<String> missing = new ArrayList<>(expected);
        actual.forEach(missing::remove);
        List<String> surplus = new ArrayList<>(actual);
        expected.forEach(surplus::remove);
        missing.forEach(value -> lines.add(field + " - " + value));
        surplus.forEach(value -> lines.add(field + " + " + value));
        if (missing.isEmpty() && surplus.isEmpty()) {
            lines.add(field + " - in this order: " + expected);
            lines.add(field + " + in this order: " + actual);
        }
    }

    private static Map<String, List<String>> fields(JsonNode golden) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String field :
                List.of("url", "site", "title", "description", "section", "language", "published_at", "modified_at")) {
            fields.put(field, List.of(text(golden, field)));
        }
        fields.put("image", List.of(text(golden, "image")));
        fields.put(
                "authors",
                golden.get("authors").valueStream().map(JsonNode::asString).toList());
        JsonNode dateline = golden.get("dateline");
        fields.put(
                "dateline", dateline.isNull() ? List.of() : List.of(text(dateline, "place"), text(dateline, "agency")));
        fields.put(
                "paragraph",
                golden.get("paragraphs")
                        .valueStream()
                        .map(paragraph -> text(paragraph, "kind") + ": " + text(paragraph, "text"))
                        .toList());
        fields.put(
                "related link",
                golden.get("related_links")
                        .valueStream()
                        .map(link -> text(link, "title") + " <" + text(link, "url") + "> " + text(link, "published_at"))
                        .toList());
        return fields;
    }

    private static Map<String, List<String>> fields(Article article) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        fields.put("url", List.of(text(article.url())));
        fields.put("site", List.of(text(article.site())));
        fields.put("title", List.of(text(article.title())));
        fields.put("description", List.of(text(article.description())));
        fields.put("section", List.of(text(article.section())));
        fields.put("language", List.of(text(article.language())));
        fields.put("published_at", List.of(text(article.published())));
        fields.put("modified_at", List.of(text(article.modified())));
        fields.put("image", List.of(text(article.image())));
        fields.put("authors", article.authors());
        Dateline dateline = article.dateline();
        fields.put("dateline", dateline == null ? List.of() : List.of(text(dateline.place()), text(dateline.agency())));
        fields.put(
                "paragraph",
                article.paragraphs().stream().map(GoldenDifference::text).toList());
        fields.put(
                "related link",
                article.relatedLinks().stream().map(GoldenDifference::text).toList());
        return fields;
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value.isNull() ? "null" : value.asString();
    }

    private static String text(Paragraph paragraph) {
        return paragraph.kind().name().toLowerCase(Locale.ROOT) + ": " + paragraph.text();
    }

    private static String text(RelatedLink link) {
        return link.title() + " <" + text(link.url()) + "> " + text(link.published());
    }

    private static String text(@Nullable PublicationDate date) {
        return date == null ? "null" : date.iso();
    }

    private static String text(@Nullable String value) {
        return value == null ? "null" : value;
    }

    @Override
    public String toString() {
        return lines.stream().collect(Collectors.joining("\n"));
    }
}
