package dev.copydesk.warehouse;

import dev.copydesk.article.Article;
import dev.copydesk.article.Paragraph;
import dev.copydesk.article.RelatedLink;
import dev.copydesk.entity.EntityType;
import dev.copydesk.entity.LinkedMention;
import dev.copydesk.entity.Mention;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is stored of an article's page, in a form in which two readings can be compared: lists of values by field. Rows of
 * tables are a value each.
 */
final class ArticleContent {

    private final Map<String, List<String>> fields = new LinkedHashMap<>();

    /** What would be stored; {@code names} gives the canonical name that each mention would stand under. */
    static ArticleContent of(ArticleRow row, Map<LinkedMention, String> names) {
        Article article = row.article();
        ArticleContent content = new ArticleContent();
        content.set("url", article.url());
        content.set("site", SiteStore.keyOf(row));
        content.set("title", article.title());
        content.set("description", article.description());
        content.set("section", article.section());
        content.set("language", article.language());
        article.authors().forEach(author -> content.add("authors", author));
        content.set("dateline_place", row.datelinePlace());
        content.set("dateline_agency", row.datelineAgency());
        content.set(
                "published_at",
                dated(ArticleRow.instant(article.published()), ArticleRow.precision(article.published())));
        content.set(
                "modified_at", dated(ArticleRow.instant(article.modified()), ArticleRow.precision(article.modified())));
        content.set("image_url", article.image());
        content.set("entity_coverage", row.found().names().coverage().label());
        for (Paragraph paragraph : article.paragraphs()) {
            content.addParagraph(paragraph.kind().label(), paragraph.text());
        }
        for (RelatedLink link : article.relatedLinks()) {
            content.addLink(
                    link.title(),
                    link.url(),
                    ArticleRow.instant(link.published()),
                    ArticleRow.precision(link.published()));
        }
        for (LinkedMention linked : row.found().names().mentions()) {
            Mention mention = linked.mention();
            content.addMention(
                    mention.paragraph(),
                    mention.start(),
                    mention.surface(),
                    mention.type(),
                    Objects.requireNonNull(names.get(linked)));
        }
        return content;
    }

    void set(String field, @Nullable String value) {
        if (value != null) {
            add(field, value);
        }
    }

    void add(String field, String value) {
        fields.computeIfAbsent(field, key -> new ArrayList<>()).add(value);
    }

    void addParagraph(String kind, String text) {
        add("paragraphs", kind + ": " + text);
    }

    void addLink(String title, @Nullable String url, @Nullable Instant publishedAt, @Nullable String precision) {
        add("related_links", joined(title, url, dated(publishedAt, precision)));
    }

    void addMention(int paragraph, int start, String surface, EntityType type, String name) {
        add(
                "mentions",
                surface + " = " + name + " (" + type.label() + ", paragraph " + paragraph + ", offset " + start + ")");
    }

    static @Nullable String dated(@Nullable Instant instant, @Nullable String precision) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS) + " (" + precision + ")";
    }

    /** What differs when this, the stored content, gives way to another. */
    List<FieldChange> changesTo(ArticleContent other) {
        List<FieldChange> changes = new ArrayList<>();
        Stream.concat(fields.keySet().stream(), other.fields.keySet().stream())
                .distinct()
                .forEach(field -> {
                    List<String> before = fields.getOrDefault(field, List.of());
                    List<String> after = other.fields.getOrDefault(field, List.of());
                    if (!before.equals(after)) {
                        changes.add(new FieldChange(field, without(before, after), without(after, before)));
                    }
                });
        return changes;
    }

    /** The values less those of the other list, each taken away as often as it stands there. */
    private static List<String> without(List<String> values, List<String> others) {
        Map<String, Integer> left = new LinkedHashMap<>();
        others.forEach(value -> left.merge(value, 1, Integer::sum));
        List<String> rest = new ArrayList<>();
        for (String value : values) {
            if (left.merge(value, -1, Integer::sum) < 0) {
                rest.add(value);
            }
        }
        return rest;
    }

    private static String joined(@Nullable String... parts) {
        return Stream.of(parts)
                .filter(Objects::nonNull)
                .reduce((a, b) -> a + " | " + b)
                .orElse("");
    }
}
