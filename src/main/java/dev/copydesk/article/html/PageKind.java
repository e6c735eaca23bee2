package dev.copydesk.article.html;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Kinds of pages that are no articles, as far as their address, structured data and markup tell. */
enum PageKind {
    FORUM_PAGE(
            "discussionforumposting qapage",
            "forum forums forenthread thread threads showthread viewtopic viewthread community discussion discussions"
                    + " questions question board boards comments"),
    PRODUCT_PAGE(
            "product productgroup offer",
            "product products produkt produkte produit produits producto productos prodotto item items shop store dp"
                    + " buy cart sku"),
    DOCUMENTATION_PAGE(
            "techarticle apireference",
            "docs doc documentation manual reference api wiki help support handbook developer developers sdk tutorial"
                    + " tutorials learn man guides latest stable"),
    LISTING_PAGE(
            "itemlist collectionpage searchresultspage",
            "category categories kategorie tag tags topics search suche archive archives list lists collections"
                    + " collection gallery browse directory listing listings jobs events results catalog catalogue"),
    SERVICE_PAGE(
            "service localbusiness professionalservice medicalbusiness",
            "services service solutions solution leistungen about about-us pricing plans contact company platform"
                    + " features use-cases industries locations practice areas treatments"),

    /** No article, and nothing says what else. */
    NOT_AN_ARTICLE("", "");

    private static final int MANY_LINKED = 12;
    private static final double LINKED = 0.8;

    private final String types;
    private final String words;

    PageKind(String types, String words) {
        this.types = ' ' + types + ' ';
        this.words = ' ' + words + ' ';
    }

    /** The kind that the address names, else the one that the structured data declares, else what the links look like. */
    static PageKind of(Page page, StructuredArticle structured, @Nullable String url) {
        List<String> address =
                url == null ? List.of() : List.of(url.toLowerCase(Locale.ROOT).split("[/.?=&]+", -1));
        for (PageKind kind : values()) {
            if (address.stream().anyMatch(kind::isNamedBy)) {
                return kind;
            }
        }
        List<String> declared = structured.types();
        for (PageKind kind : values()) {
            if (declared.stream().anyMatch(type -> holds(kind.types, type))) {
                return kind;
            }
        }
        long linked = page.blocks().stream()
                .filter(block -> block.isHeading() && block.linkDensity() > LINKED)
                .count();
        return linked >= MANY_LINKED ? LISTING_PAGE : NOT_AN_ARTICLE;
    }

    /** Whether a part of a host or path stands for this kind of page. */
    boolean isNamedBy(String part) {
        return holds(words, part);
    }

    private static boolean holds(String words, String word) {
        return !word.isEmpty() && words.contains(' ' + word + ' ');
    }

    /** Stable UPPER_SNAKE code. */
    String code() {
        return name();
    }
}
