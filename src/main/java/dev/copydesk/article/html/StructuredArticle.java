package dev.copydesk.article.html;

import dev.copydesk.document.CleanText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The article that a page's JSON-LD describes (schema.org's Article and what is derived from it); every part may be
 * missing.
 */
final class StructuredArticle {

    private static final Set<String> ARTICLES = Set.of(
            "article",
            "newsarticle",
            "blogposting",
            "reportagenewsarticle",
            "liveblogposting",
            "opinionnewsarticle",
            "analysisnewsarticle",
            "backgroundnewsarticle",
            "reviewnewsarticle",
            "advertisercontentarticle",
            "satiricalarticle",
            "techarticle",
            "scholarlyarticle",
            "report",
            "socialmediaposting",
            "medicalscholarlyarticle",
            "asknewsarticle",
            "askpublicnewsarticle",
            "discussionforumposting",
            "medicalwebpage",
            "review",
            "recipe",
            "howto");
    /** How schema.org's types of news articles end. */
    private static final String NEWS_ARTICLE = "newsarticle";

    private static final Set<String> PAGES = Set.of("webpage", "itempage", "videoobject", "collectionpage");

    private final @Nullable JsonNode article;
    private final @Nullable JsonNode page;
    private final Map<String, JsonNode> byId = new HashMap<>();
    private final List<JsonNode> objects;

    private StructuredArticle(List<JsonNode> objects) {
        this.objects = objects;
        JsonNode found = null;
        JsonNode pageFound = null;
        for (JsonNode object : objects) {
            String id = object.path("@id").stringValue("");
            if (!id.isEmpty() && object.size() > 1) {
                byId.merge(id, object, (a, b) -> a.size() >= b.size() ? a : b);
            }
            if (isOf(object, ARTICLES) && (found == null || weight(object) > weight(found) + 1)) {
                found = object;
            } else if (pageFound == null && isOf(object, PAGES)) {
                pageFound = object;
            }
        }
        this.article = found;
        this.page = pageFound;
    }

    static StructuredArticle of(List<String> scripts) {
        return new StructuredArticle(JsonLd.objects(scripts));
    }

    private static int weight(JsonNode node) {
        int weight = 0;
        for (String key : List.of("headline", "datePublished", "author", "articleBody", "mainEntityOfPage")) {
            weight += node.has(key) ? 1 : 0;
        }
        return weight;
    }

    private static boolean isOf(JsonNode node, Set<String> types) {
        for (String type : types(node)) {
            if (types.contains(type)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> types(JsonNode node) {
        JsonNode type = node.path("@type");
        List<String> names = new ArrayList<>();
        if (type.isString()) {
            names.add(local(type.stringValue()));
        } else {
            for (JsonNode each : type.values()) {
                names.add(local(each.stringValue("")));
            }
        }
        return names;
    }

    private static String local(String type) {
        return type.substring(type.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    /** Types of all objects that the page declares, in lower case without their namespace. */
    List<String> types() {
        return objects.stream()
                .flatMap(object -> types(object).stream())
                .distinct()
                .toList();
    }

    /** Whether the page declares a single news article; lists of news declare many. */
    boolean isNews() {
        return objects.stream()
                        .filter(object -> types(object).stream().anyMatch(type -> type.endsWith(NEWS_ARTICLE)))
                        .count()
                == 1;
    }

    @Nullable
    String headline() {
        String headline = text(article, "headline");
        return headline == null ? text(article, "name") : headline;
    }

    @Nullable
    String description() {
        return text(article, "description");
    }

    @Nullable
    String published() {
        return Choice.first(
                text(article, "datePublished"),
                text(page, "datePublished"),
                text(article, "uploadDate"),
                text(page, "uploadDate"));
    }

    @Nullable
    String created() {
        return text(article, "dateCreated");
    }

    @Nullable
    String modified() {
        String date = text(article, "dateModified");
        return date == null ? text(page, "dateModified") : date;
    }

    @Nullable
    String section() {
        return text(article, "articleSection");
    }

    @Nullable
    String language() {
        return text(article, "inLanguage");
    }

    @Nullable
    String image() {
        return article == null ? null : url(article.path("image"), 0);
    }

    @Nullable
    String url() {
        if (article == null) {
            return null;
        }
        String url = text(article, "url");
        return url == null ? url(article.path("mainEntityOfPage"), 0) : url;
    }

    /** The text of the article as the publisher gives it to machines; may hold markup and line feeds. */
    @Nullable
    String body() {
        JsonNode body = article == null ? null : article.path("articleBody");
        if (body == null || !body.isString()) {
            body = article == null ? null : article.path("text");
        }
        return body != null && body.isString() ? body.stringValue() : null;
    }

    @Nullable
    String publisher() {
        JsonNode publisher = resolved(article == null ? null : article.path("publisher"));
        String name = publisher == null ? null : name(publisher);
        if (name != null) {
            return name;
        }
        for (JsonNode object : objects) {
            if (types(object).contains("website")) {
                return text(object, "name");
            }
        }
        return null;
    }

    /** The names of the authors, as written. */
    List<String> authors() {
        List<String> names = names(article, "author");
        if (names.isEmpty()) {
            names = names(article, "creator");
        }
        return names.isEmpty() ? names(page, "author") : names;
    }

    private List<String> names(@Nullable JsonNode node, String key) {
        if (node == null) {
            return List.of();
        }
        Set<String> names = new LinkedHashSet<>();
        JsonNode value = node.path(key);
        Iterable<JsonNode> each = value.isArray() ? value.values() : List.of(value);
        for (JsonNode one : each) {
            JsonNode person = resolved(one);
            String name = person == null ? null : name(person);
            if (name != null && names.size() < 30) {
                names.add(name);
            }
        }
        return List.copyOf(names);
    }

    private @Nullable JsonNode resolved(@Nullable JsonNode node) {
        if (node == null || node.isMissingNode()) {
            return null;
        }
        if (node.isArray() && !node.isEmpty()) {
            return resolved(node.get(0).isArray() ? null : node.get(0));
        }
        JsonNode known =
                node.isObject() && !node.has("name") ? byId.get(node.path("@id").stringValue("")) : null;
        return known == null ? node : known;
    }

    private static @Nullable String name(JsonNode node) {
        if (node.isString()) {
            return clean(node.stringValue());
        }
        JsonNode name = node.path("name");
        if (name.isArray()) {
            List<String> parts = new ArrayList<>();
            for (JsonNode part : name.values()) {
                parts.add(part.stringValue(""));
            }
            return clean(String.join(", ", parts));
        }
        return name.isString() ? clean(name.stringValue()) : null;
    }

    private @Nullable String url(JsonNode node, int depth) {
        if (node.isString()) {
            return clean(node.stringValue());
        }
        if (node.isArray() && !node.isEmpty() && depth < 3) {
            return url(node.get(0), depth + 1);
        }
        JsonNode object = resolved(node);
        if (object == null || !object.isObject()) {
            return null;
        }
        for (String key : List.of("url", "contentUrl", "@id")) {
            String url = text(object, key);
            if (url != null) {
                return url;
            }
        }
        return null;
    }

    private static @Nullable String text(@Nullable JsonNode node, String key) {
        if (node == null) {
            return null;
        }
        JsonNode value = node.path(key);
        if (value.isArray() && !value.isEmpty()) {
            value = value.get(0);
        }
        if (value.isObject()) {
            value = value.path("@value");
        }
        return value.isString() ? clean(value.stringValue()) : null;
    }

    private static @Nullable String clean(String raw) {
        String text = raw;
        for (int i = 0; i < 2 && text.indexOf('&') >= 0; i++) {
            text = Parser.unescapeEntities(text, false);
        }
        String folded = Folded.of(CleanText.of(text.indexOf('<') >= 0 ? withoutTags(text) : text));
        return folded.isEmpty() ? null : folded;
    }

    /** Tags go, a lone less-than sign stays; the end of a paragraph or line is a line feed. */
    static String withoutTags(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        while (from < text.length()) {
            int open = text.indexOf('<', from);
            if (open < 0) {
                break;
            }
            boolean tag = open + 1 < text.length()
                    && (text.charAt(open + 1) == '/' || Character.isLetter(text.charAt(open + 1)));
            int close = tag ? text.indexOf('>', open) : open;
            if (close < 0) {
                break;
            }
            out.append(text, from, tag ? open : open + 1);
            if (tag
                    && (text.startsWith("<br", open)
                            || text.startsWith("</p", open)
                            || text.startsWith("</li", open))) {
                out.append('\n');
            }
            from = close + 1;
        }
        return out.append(text, Math.min(from, text.length()), text.length()).toString();
    }
}
