package dev.copydesk.article.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page's markup declares about itself: meta tags, links, the title element, JSON-LD scripts, microdata properties,
 * {@code time} elements and credits. Each list is capped, so that a page cannot make it grow without bound.
 */
final class Declarations {

    private static final int MAX_META = 400;
    private static final int MAX_ITEMS = 200;
    private static final int MAX_SCRIPTS = 40;
    private static final int MAX_SCRIPT_LENGTH = 2_000_000;
    private static final int MAX_SECTION = 60;
    private static final int MAX_DATED = 80;
    private static final int MAX_CREDIT = 160;

    /** Name of a credit that holds nothing but the author's name. */
    static final String NAME_CREDIT = "name";

    private static final String BYLINE_CREDIT = "byline";

    /** Name of a {@code time} that tells of a change. */
    static final String MODIFIED_TIME = "modified";

    private static final Set<String> PROPERTIES = Set.of(
            "headline",
            "name",
            "author",
            "creator",
            "datepublished",
            "datemodified",
            "datecreated",
            "uploaddate",
            "description",
            "image",
            "articlesection",
            "alternativeheadline");

    private final Map<String, List<String>> meta = new HashMap<>();
    private final Map<String, String> links = new HashMap<>();
    private final List<String> jsonLd = new ArrayList<>();
    private final List<Declared> items = new ArrayList<>();
    private final List<Declared> times = new ArrayList<>();
    private final List<Declared> credits = new ArrayList<>();
    private final List<Declared> dated = new ArrayList<>();
    private @Nullable String category;
    private @Nullable String breadcrumb;
    private int metas;
    private String title = "";

    /**
     * A value that an element of the body declares.
     *
     * @param name the property, or what kind of element it is
     * @param value the machine-readable value, or the text
     * @param text the visible text
     * @param block the index of the block that follows
     */
    record Declared(String name, String value, String text, int block) {}

    void read(Element element, int block) {
        switch (element.normalName()) {
            case "meta" -> readMeta(element, block);
            case "link" -> readLink(element);
            case "script" -> readScript(element);
            case "title" -> {
                if (title.isEmpty()) {
                    title = Elements.shortText(element, 1_000);
                }
            }
            default -> readBody(element, block);
        }
    }

    private void readMeta(Element element, int block) {
        String content = Folded.of(element.attr("content"));
        if (content.isEmpty() || metas >= MAX_META) {
            return;
        }
        for (String key : List.of("name", "property", "itemprop", "http-equiv")) {
            String name = element.attr(key);
            if (!name.isEmpty() && name.length() < 100) {
                metas++;
                meta.computeIfAbsent(name.toLowerCase(Locale.ROOT), k -> new ArrayList<>(1))
                        .add(content);
            }
        }
        String property = element.attr("itemprop");
        if (!property.isEmpty()) {
            item(property, content, content, block);
        }
    }

    private void readLink(Element element) {
        String href = element.attr("href").strip();
        if (!href.isEmpty() && links.size() < MAX_META) {
            for (String rel : element.attr("rel").toLowerCase(Locale.ROOT).split(" ", -1)) {
                links.putIfAbsent(rel, href);
            }
        }
    }

    private void readScript(Element element) {
        if (!element.attr("type").toLowerCase(Locale.ROOT).contains("ld+json") || jsonLd.size() >= MAX_SCRIPTS) {
            return;
        }
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < element.childNodeSize(); i++) {
            if (element.childNode(i) instanceof DataNode node) {
                data.append(node.getWholeData());
            }
        }
        if (data.length() <= MAX_SCRIPT_LENGTH) {
            jsonLd.add(data.toString());
        }
    }

    private void readBody(Element element, int block) {
        Attributes attributes = element.attributes(); // whose names the parser has made lower case
        String property = attributes.get("itemprop");
        if (!property.isEmpty() && items.size() < MAX_ITEMS) {
            String text = text(element, property.toLowerCase(Locale.ROOT));
            item(property, value(element, text), text, block);
        }
        if (element.nameIs("time") && times.size() < MAX_ITEMS) {
            times.add(new Declared(
                    timeName(element), attributes.get("datetime"), Elements.shortText(element, 120), block));
        }
        String rel = attributes.get("rel");
        if (category == null && rel.contains("category")) {
            category = Elements.shortText(element, MAX_SECTION);
        }
        if (rel.equals("author")) {
            addCredit(NAME_CREDIT, element, block);
        }
    }

    private static String text(Element element, String property) {
        if (property.equals("author")) {
            return String.join("\n", Elements.parts(element, MAX_CREDIT));
        }
        return PROPERTIES.contains(property) ? Elements.shortText(element, 500) : "";
    }

    /** Whether a {@code time} tells of publication or of a change, as its class and attributes say. */
    private static String timeName(Element element) {
        String names = element.className().toLowerCase(Locale.ROOT);
        boolean changed = names.contains("updated") || names.contains("modified");
        if (element.attr("itemprop").equalsIgnoreCase("dateModified") || (changed && !names.contains("publish"))) {
            return MODIFIED_TIME;
        }
        return element.hasAttr("pubdate") ? "pubdate" : "time";
    }

    /** Notes a trail from the front page to this one; its last link is the section. */
    void breadcrumb(Element element) {
        if (breadcrumb == null) {
            List<Element> links = element.getElementsByTag("a");
            breadcrumb = links.size() < 2 || links.size() > 6
                    ? ""
                    : Elements.shortText(links.get(links.size() - 1), MAX_SECTION);
        }
    }

    /** The section as a category link or the trail from the front page names it, or null. */
    @Nullable
    String section() {
        return category != null && !category.isEmpty()
                ? category
                : breadcrumb != null && !breadcrumb.isEmpty() ? breadcrumb : null;
    }

    /**
     * Notes an element that its class calls a byline or an author, or that links to an author's page.
     *
     * @param named whether it holds nothing but the name
     */
    void credit(Element element, int block, boolean named) {
        addCredit(named ? NAME_CREDIT : BYLINE_CREDIT, element, block);
    }

    private void addCredit(String kind, Element element, int block) {
        if (credits.size() < MAX_ITEMS) {
            List<String> parts = Elements.parts(element, MAX_CREDIT);
            if (!parts.isEmpty()) {
                credits.add(new Declared(kind, "", String.join("\n", parts), block));
            }
        }
    }

    /** Notes a small element that its class calls a date. */
    void dated(Element element, int block) {
        if (dated.size() < MAX_ITEMS) {
            String text = Elements.shortText(element, MAX_DATED + 1);
            if (!text.isEmpty() && text.length() <= MAX_DATED) {
                dated.add(new Declared("class", text, text, block));
            }
        }
    }

    private static String value(Element element, String text) {
        if (element.attr("itemprop").equals("image") && element.hasAttr("itemscope")) {
            Element url = element.selectFirst("[itemprop=url], [itemprop=contentUrl], img");
            return url == null ? "" : url.attr(url.nameIs("meta") ? "content" : url.nameIs("img") ? "src" : "href");
        }
        for (String key : List.of("content", "datetime")) {
            String value = element.attr(key);
            if (!value.isEmpty()) {
                return value;
            }
        }
        if (element.nameIs("img")) {
            return element.attr("src");
        }
        return text;
    }

    private void item(String property, String value, String text, int block) {
        for (String name : property.toLowerCase(Locale.ROOT).split(" ", -1)) {
            if (PROPERTIES.contains(name) && !value.isEmpty() && items.size() < MAX_ITEMS) {
                items.add(new Declared(name, Folded.of(value), text, block));
            }
        }
    }

    /** The first value of the first of these meta names that the page has, or null. */
    @Nullable
    String meta(String... names) {
        for (String name : names) {
            List<String> values = meta.get(name);
            if (values != null) {
                return values.get(0);
            }
        }
        return null;
    }

    /** All values of a meta name. */
    List<String> metas(String name) {
        return meta.getOrDefault(name, List.of());
    }

    @Nullable
    String link(String rel) {
        return links.get(rel);
    }

    List<String> jsonLd() {
        return jsonLd;
    }

    List<Declared> times() {
        return times;
    }

    /** Short texts that their class calls a date, in page order. */
    List<Declared> dated() {
        return dated;
    }

    /** Bylines and links to authors in page order; their text has a line feed between the parts of each. */
    List<Declared> credits() {
        return credits;
    }

    /** Microdata values of a property, in page order. */
    List<Declared> items(String property) {
        return items.stream().filter(item -> item.name().equals(property)).toList();
    }

    /** The first microdata value of a property, or null. */
    @Nullable
    String item(String property) {
        return items.stream()
                .filter(item -> item.name().equals(property))
                .map(Declared::value)
                .findFirst()
                .orElse(null);
    }

    /** The title element's text, or empty. */
    String title() {
        return title;
    }
}
