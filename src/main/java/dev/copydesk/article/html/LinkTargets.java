package dev.copydesk.article.html;

import dev.copydesk.article.CanonicalUrl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out where the links of a page lead. */
final class LinkTargets {

    private static final Set<String> NO_ARTICLE_PATHS = Set.copyOf(WordList.lines("no-article-paths.txt"));

    private final String base;
    private final @Nullable String self;
    private final @Nullable String host;
    private final Map<String, Boolean> own = new HashMap<>();

    /**
     * @param base what links are relative to
     * @param self the page's canonical URL, or null
     */
    LinkTargets(String base, @Nullable String self) {
        this.base = base;
        this.self = self;
        this.host = PageAddress.host(self == null ? CanonicalUrl.of(base) : self);
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
        if (url == null || isSelf(url, self) || isSelf(url, base)) {
            return null;
        }
        int path = url.indexOf('/', url.indexOf("://") + 3);
        boolean own = isOwn(url.substring(url.indexOf("://") + 3, path));
        LinkTarget target = mayBeArticle(url, path) ? LinkTarget.of(url, path, own) : null;
        return target != null && (own || target.slug()) ? target : null;
    }

    /** Whether two addresses are the same but for the scheme, a leading {@code www.} and a slash at the end. */
    private static boolean isSelf(String url, @Nullable String self) {
        if (self == null) {
            return false;
        }
        int from = start(url);
        int at = start(self);
        int length = url.length() - from - (url.endsWith("/") ? 1 : 0);
        return length == self.length() - at - (self.endsWith("/") ? 1 : 0) && url.regionMatches(from, self, at, length);
    }

    private static int start(String url) {
        int host = url.indexOf("://") + 3;
        return url.startsWith("www.", host) ? host + 4 : host;
    }

    private boolean isOwn(String linked) {
        return host == null || own.computeIfAbsent(linked, other -> PageAddress.sameFamily(host, other));
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
            if (NO_ARTICLE_PATHS.contains(url.substring(start, stop).toLowerCase(Locale.ROOT))) {
                return false;
            }
            start = stop + 1;
        }
        return true;
    }
}
