package dev.copydesk.article.html;

import dev.copydesk.article.learning.FeatureRow;
import dev.copydesk.article.learning.WordOdds;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What tells an article from a product, a forum thread, a listing, a service's or a documentation page, before its blocks
 * are judged: how its prose and links lie, what it declares itself to be, and its address.
 */
final class PageFeatures {

    private static final int MAX_LABEL = 100;
    private static final int MAX_WORDS = 800;
    private static final int MAX_SAMPLE = 8_000;
    private static final List<String> TYPES = List.of(
            "article",
            "newsarticle",
            "blogposting",
            "product",
            "itemlist",
            "collectionpage",
            "faqpage",
            "qapage",
            "discussionforumposting",
            "organization",
            "localbusiness",
            "service",
            "softwareapplication",
            "techarticle",
            "webpage",
            "website",
            "breadcrumblist",
            "aggregaterating",
            "offer",
            "howto",
            "recipe",
            "event",
            "videoobject",
            "person");

    private final Page page;
    private final Layout layout;
    private final @Nullable Container body;
    private final StructuredArticle structured;
    private final @Nullable String url;
    private final @Nullable String title;

    PageFeatures(
            Page page,
            Layout layout,
            @Nullable Container body,
            StructuredArticle structured,
            @Nullable String url,
            @Nullable String title) {
        this.page = page;
        this.layout = layout;
        this.body = body;
        this.structured = structured;
        this.url = url;
        this.title = title;
    }

    void addTo(FeatureRow row) {
        prose(row);
        structure(row);
        declared(row);
        UrlShape.of(url).addTo(row);
    }

    private void prose(FeatureRow row) {
        double total = 0;
        double longest = 0;
        double inBody = 0;
        int paragraphs = 0;
        int longParagraphs = 0;
        int weight = 0;
        int links = 0;
        int bodyWeight = 0;
        int bodyLinks = 0;
        for (Block block : page.blocks()) {
            double prose = layout.boilerplate(block) == 0 ? Layout.prose(block) : 0;
            total += prose;
            longest = Math.max(longest, prose);
            paragraphs += prose > 0 ? 1 : 0;
            longParagraphs += prose > 200 ? 1 : 0;
            weight += block.profile.weight();
            links += block.linkLength;
            if (body != null && body.holds(block)) {
                inBody += prose;
                bodyWeight += block.profile.weight();
                bodyLinks += block.linkLength;
            }
        }
        row.add("prose", Math.log1p(total));
        row.add("prose.longest", longest);
        row.add("paragraphs", Math.log1p(paragraphs));
        row.add("paragraphs.long", Math.log1p(longParagraphs));
        row.add("paragraphs.mean", total / Math.max(1, paragraphs));
        row.add("prose.share", total / Math.max(1, weight));
        row.add("links.share", links / (double) Math.max(1, weight));
        row.add("body.prose", inBody / Math.max(1, total));
        row.add("body.proseShare", inBody / Math.max(1, bodyWeight));
        row.add("body.links", bodyLinks / (double) Math.max(1, bodyWeight));
        row.add("body.marked", body == null ? -1 : body.articleBody ? 2 : Role.BODY.in(body.roles) ? 1 : 0);
        row.add("body.article", body != null && isWithinArticle(body));
    }

    private static boolean isWithinArticle(Container body) {
        for (Container at = body; at != null; at = at.parent) {
            if (at.tag.equals("article")) {
                return true;
            }
        }
        return false;
    }

    private void structure(FeatureRow row) {
        int headings = 0;
        int linkedHeadings = 0;
        int firstLevel = 0;
        int secondLevel = 0;
        int listItems = 0;
        int code = 0;
        int tables = 0;
        int prices = 0;
        int questions = 0;
        int brief = 0;
        int images = 0;
        int comments = 0;
        Map<Long, Integer> linkedStyles = new HashMap<>();
        int cards = 0;
        for (Block block : page.blocks()) {
            boolean linked = block.linkDensity() > 0.8;
            if (block.isHeading()) {
                headings++;
                linkedHeadings += linked ? 1 : 0;
                firstLevel += block.container.headingLevel == 1 ? 1 : 0;
                secondLevel += block.container.headingLevel == 2 ? 1 : 0;
            }
            listItems += block.container.inList && !linked ? 1 : 0;
            code += block.container.tag.equals("pre") ? 1 : 0;
            tables += block.container.row != null ? 1 : 0;
            prices += block.text.length() < MAX_LABEL && isPrice(block.text) ? 1 : 0;
            questions += block.text.endsWith("?") ? 1 : 0;
            brief += block.text.length() < 25 ? 1 : 0;
            images += block.images;
            comments += Role.COMMENTS.in(block.container.rolesAround) ? 1 : 0;
            if (linked && block.profile.words() >= 3) {
                cards = Math.max(cards, linkedStyles.merge(PageProfile.style(block), 1, Integer::sum));
            }
        }
        double count = Math.max(1, page.blocks().size());
        row.add("blocks", Math.log1p(count));
        row.add("headings", Math.log1p(headings));
        row.add("headings.linked", linkedHeadings / Math.max(1.0, headings));
        row.add("headings.first", firstLevel);
        row.add("headings.second", Math.log1p(secondLevel));
        row.add("list", listItems / count);
        row.add("code", Math.log1p(code));
        row.add("tables", tables / count);
        row.add("prices", Math.log1p(prices));
        row.add("questions", questions / count);
        row.add("short", brief / count);
        row.add("images", Math.log1p(images));
        row.add("comments", comments / count);
        row.add("cards", Math.log1p(cards));
        row.add("times", Math.log1p(page.declared().times().size()));
        row.add("credits", Math.log1p(page.declared().credits().size()));
    }

    /** An amount of money and little else. */
    private static boolean isPrice(String text) {
        boolean sign = text.indexOf('$') >= 0 || text.indexOf('€') >= 0 || text.indexOf('£') >= 0;
        return sign && text.chars().anyMatch(Character::isDigit);
    }

    private void declared(FeatureRow row) {
        Declarations declared = page.declared();
        List<String> types = structured.types();
        for (String type : TYPES) {
            row.add("type", types.contains(type));
        }
        row.add("type.count", types.size());
        String kind = declared.meta("og:type");
        String lower = kind == null ? "" : kind.toLowerCase(Locale.ROOT);
        row.add("og", lower.isEmpty() ? 0 : lower.contains("article") ? 1 : lower.equals("website") ? 2 : 3);
        row.add("og.product", lower.contains("product"));
        row.add("published", declared.meta("article:published_time") != null);
        row.add("published.structured", structured.published() != null);
        row.add("authors.structured", !structured.authors().isEmpty());
        row.add("author", declared.meta("author") != null);
        row.add("twitter.label", declared.meta("twitter:label1") != null);
        row.add("section", declared.meta("article:section") != null);
        row.add("microdata", !declared.items("datepublished").isEmpty());
        row.add("microdata.name", !declared.items("name").isEmpty());
    }

    /** Hashes of the page's words; the same word is another one in a heading, in a label and in prose. */
    int[] words() {
        StringBuilder headings = new StringBuilder(title == null ? "" : title);
        StringBuilder labels = new StringBuilder();
        StringBuilder prose = new StringBuilder();
        for (Block block : page.blocks()) {
            if (block.isHeading()) {
                append(headings, block.text);
            } else if (block.text.length() < MAX_LABEL) {
                append(labels, block.text);
            } else if (layout.boilerplate(block) == 0) {
                append(prose, block.text);
            }
        }
        int[] first = WordOdds.hashes(headings.toString(), MAX_WORDS / 4);
        int[] second = WordOdds.hashes(labels.toString(), MAX_WORDS);
        int[] third = WordOdds.hashes(prose.toString(), MAX_WORDS / 2);
        int[] all = new int[first.length + second.length + third.length];
        int count = 0;
        for (int hash : first) {
            all[count++] = hash;
        }
        for (int hash : second) {
            all[count++] = hash * 31 + 1;
        }
        for (int hash : third) {
            all[count++] = hash * 31 + 2;
        }
        return Arrays.stream(all).distinct().toArray();
    }

    private static void append(StringBuilder text, String more) {
        if (text.length() < MAX_SAMPLE) {
            text.append(more).append(" . ");
        }
    }
}
