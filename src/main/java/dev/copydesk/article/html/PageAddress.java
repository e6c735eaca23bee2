package dev.copydesk.article.html;

import dev.copydesk.article.CanonicalUrl;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a page lives: the publisher's canonical address where it can be true, otherwise where it was fetched. */
final class PageAddress {

    /** Labels under which countries register domains, as {@code co.uk}. */
    private static final Set<String> SECOND_LEVEL = Set.of(
            "co", "com", "org", "net", "gov", "edu", "ac", "or", "ne", "go", "gob", "gub", "gouv", "mil", "sch", "ltd",
            "plc", "web", "info");

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

    /** Whether two hosts share their registered domain. */
    static boolean sameFamily(@Nullable String a, @Nullable String b) {
        return a != null && b != null && family(a).equals(family(b));
    }

    /** The registered domain of a host, judged by its labels: the last two, or three as in co.uk. */
    static String family(String host) {
        List<String> labels = List.of(host.split("\\.", -1));
        int count = labels.size();
        boolean secondLevel =
                count > 2 && labels.get(count - 1).length() == 2 && SECOND_LEVEL.contains(labels.get(count - 2));
        int kept = Math.min(count, secondLevel ? 3 : 2);
        return String.join(".", labels.subList(count - kept, count));
    }
}
