package dev.copydesk.article;

import org.jspecify.annotations.Nullable;

/** What came of a raw document. */
public sealed interface Extraction {

    /** It is an article. */
    record Extracted(Article article) implements Extraction {}

    /**
     * It could not be made an article and goes to quarantine.
     *
     * @param code stable UPPER_SNAKE code
     * @param message what is wrong, for people
     */
    record Rejected(String code, String message) implements Extraction {}

    /**
     * It was read well and is no article: a listing, a product, a form.
     *
     * @param reason stable UPPER_SNAKE code
     * @param url the page's canonical URL, or null when neither the crawl nor the page gives one
     */
    record Filtered(String reason, @Nullable String url) implements Extraction {}
}
