package dev.copydesk.article.html;

import dev.copydesk.article.CanonicalUrl;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where a page lives: the publisher's canonical address where it can be true, otherwise where it was fetched. */
final class PageAddress {

    private PageAddress() {}

    static @Nullable String of(@Nullable String fetched, Declarations declared, StructuredArticle structured) {
        String crawl = CanonicalUrl.of(fetched);
        String base = crawl == null ? "" : crawl;
        for (String candidate : new @Nullable String[] {
            declared.link("canonical"), declared.meta("og:url"), crawl == null ? structured.url() : null
        }) {
            String url = candidate == null ? null : CanonicalUrl.resolve(base, candidate);
            if (url != null && !isRoot(url) && (crawl == null || sameFamily(host(url), host(crawl)))) {
                return url;
            }
        }
        return crawl;
    }

    /** The host of a canonical URL, or null. */
    static @Nullable String host(@Nullable String url) {
        return url == null ? null : URI.create(url).getRawAuthority();
    }

    private static boolean isRoot(String url) {
        URI uri = URI.create(url);
        return (uri.getRawPath() == null || uri.getRawPath().length() <= 1) && uri.getRawQuery() == null;
    }

    /** Whether two hosts share their last two labels, or are the same but for a leading label. */
    static boolean sameFamily(@Nullable String a, @Nullable String b) {
        return a != null && b != null && family(a).equals(family(b));
    }

    private static String family(String host) {
        String[] labels = host.split("\\.", -1);
        int n = labels.length;
        if (n <= 2) {
            return host;
        }
        boolean secondLevel = labels[n - 1].length() == 2 && labels[n - 2].length() <= 3;
        int keep = secondLevel ? 3 : 2;
        StringBuilder family = new StringBuilder();
        for (int i = n - keep; i < n; i++) {
            family.append(labels[i]).append('.');
        }
        return family.toString();
    }
}
