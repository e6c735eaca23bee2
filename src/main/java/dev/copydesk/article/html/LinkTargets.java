package dev.copydesk.article.html;

import dev.copydesk.article.CanonicalUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out where the links of a page lead. */
final class LinkTargets {

    private static final Set<String> NO_ARTICLE_PATHS = Set.copyOf(WordList.lines("no-article-paths.txt"));

    /** No longer part of a path is asked for. */
    private static final int LONGEST_PART =
            NO_ARTICLE_PATHS.stream().mapToInt(String::length).max().orElse(0);

    private final String base;
    private final @Nullable String host;
    private final String page;
    private final String fetched;
    private String lastHost = "";
    private boolean lastOwn;

    /**
     * @param base what links are relative to
     * @param self the page's canonical URL, or null
     */
    LinkTargets(String base, @Nullable String self) {
        this.base = base;
        this.host = PageAddress.host(self == null ? CanonicalUrl.of(base) : self);
        this.page = self == null ? "" : self.substring(name(self), end(self));
        this.fetched = base.startsWith("http") ? base.substring(name(base), end(base)) : "";
    }

    /** The targets of a block's links, each null where the link leads to no other article. */
    List<@Nullable LinkTarget> of(Block block) {
        List<@Nullable LinkTarget> found = new ArrayList<>(block.links.size());
        for (PageLink link : block.links) {
            found.add(of(link));
        }
        return found;
    }

    /** The link's target, or null when it is the page itself, of another publisher, or by its address no article. */
    private @Nullable LinkTarget of(PageLink link) {
        String url = CanonicalUrl.resolve(base, link.href());
        if (url == null || isAt(url, page) || isAt(url, fetched)) {
            return null;
        }
        int path = url.indexOf('/', host(url));
        if (!mayBeArticle(url, path)) {
            return null;
        }
        boolean own = isOwn(url, path);
        LinkTarget target = LinkTarget.of(url, path, own);
        return own || target.slug() ? target : null;
    }

    /** Whether an address is a page's but for the scheme, a leading {@code www.} and a slash at the end. */
    private static boolean isAt(String url, String page) {
        int name = name(url);
        return page.length() == end(url) - name && url.startsWith(page, name);
    }

    private static int host(String url) {
        return url.startsWith("https") ? 8 : 7;
    }

    private static int name(String url) {
        int host = host(url);
        return url.startsWith("www.", host) ? host + 4 : host;
    }

    private static int end(String url) {
        return url.endsWith("/") ? url.length() - 1 : url.length();
    }

    private boolean isOwn(String url, int path) {
        int start = host(url);
        if (path - start != lastHost.length() || !url.startsWith(lastHost, start)) {
            lastHost = url.substring(start, path);
            lastOwn = host == null || PageAddress.sameFamily(host, lastHost);
        }
        return lastOwn;
    }

    private static boolean mayBeArticle(String url, int path) {
        int query = url.indexOf('?', path);
        int end = query < 0 ? url.length() : query;
        if ((end - path < 2 && query < 0) || (query >= 0 && url.indexOf("=http", query) >= 0)) {
            return false; // a front page, or a link that leads on to elsewhere
        }
        int start = path + 1;
        while (start < end) {
            int slash = url.indexOf('/', start);
            int stop = slash < 0 || slash > end ? end : slash;
            if (stop - start <= LONGEST_PART
                    && NO_ARTICLE_PATHS.contains(url.substring(start, stop).toLowerCase(Locale.ROOT))) {
                return false;
            }
            start = stop + 1;
        }
        return true;
    }
}
