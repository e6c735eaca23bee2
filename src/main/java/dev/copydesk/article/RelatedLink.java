package dev.copydesk.article;

import org.jspecify.annotations.Nullable;

/**
 * A link to another article that the page offers by its title.
 *
 * @param title not empty
 * @param url absolute, or null where the page's markup is gone
 * @param published the date the page shows beside it, or null
 */
public record RelatedLink(
        String title, @Nullable String url, @Nullable PublicationDate published) {}
