package dev.copydesk.article.html;

import java.util.Locale;
import java.util.Set;

/**
 * Where a link of a page leads, when that may be an article of the same publisher.
 *
 * @param url canonical
 * @param marked whether its last part holds a hyphen or a digit
 * @param slug whether it ends in several words, a number or a day, as the addresses of articles do
 * @param longSlug whether it ends in too much to name a section or a topic
 * @param front whether it is a single word behind the host, as the front page of a section is
 */
record LinkTarget(String url, boolean marked, boolean slug, boolean longSlug, boolean front, boolean own) {

    /** Parameters that say which article is meant, where addresses are not made for readers. */
    private static final Set<String> STORY_PARAMETERS =
            Set.of("p", "no", "idx", "article", "story", "post", "artnr", "seq");

    private static final Set<String> LIST_PARAMETERS =
            Set.of("binId", "catid", "cid", "categoryid", "sectionid", "tagid", "userid", "uid", "page_id");

    /** @param path where the path begins in a canonical URL */
    static LinkTarget of(String url, int path, boolean own) {
        int query = url.indexOf('?', path);
        int end = query < 0 ? url.length() : query;
        while (end > path && url.charAt(end - 1) == '/') {
            end--;
        }
        int start = url.lastIndexOf('/', end - 1) + 1;
        int hyphens = 0;
        int digits = 0;
        int dots = 0;
        for (int i = Math.max(start, path + 1); i < end; i++) {
            char c = url.charAt(i);
            hyphens += c == '-' || c == '_' ? 1 : 0;
            digits += Character.isDigit(c) ? 1 : 0;
            dots += c == '.' ? 1 : 0;
        }
        boolean named = (query >= 0 && namesStory(url, query + 1)) || isDated(url, path, start);
        boolean file = dots > 0 && hyphens + digits > 0;
        return new LinkTarget(
                url,
                named || hyphens + digits > 0,
                named || file || hyphens >= 2 || digits >= 4,
                named || hyphens >= 3 || digits >= 5,
                start <= path + 1 && hyphens + digits + dots == 0 && !named,
                own);
    }

    /** Whether a year and a month or day stand ahead of the last part of the path. */
    private static boolean isDated(String url, int path, int end) {
        for (int i = path; i >= 0 && i + 8 <= end; i = url.indexOf('/', i + 1)) {
            if (url.charAt(i + 5) == '/'
                    && (url.startsWith("/20", i) || url.startsWith("/19", i))
                    && Character.isDigit(url.charAt(i + 3))
                    && Character.isDigit(url.charAt(i + 4))
                    && Character.isDigit(url.charAt(i + 6))) {
                return true;
            }
        }
        return false;
    }

    private static boolean namesStory(String url, int query) {
        int start = query;
        while (start < url.length()) {
            int next = url.indexOf('&', start);
            int end = next < 0 ? url.length() : next;
            int equals = url.indexOf('=', start);
            if (equals > start
                    && equals < end
                    && namesStory(url.substring(start, equals), url.substring(equals + 1, end))) {
                return true;
            }
            start = end + 1;
        }
        return false;
    }

    private static boolean namesStory(String name) {
        return STORY_PARAMETERS.contains(name)
                || (name.toLowerCase(Locale.ROOT).endsWith("id") && !LIST_PARAMETERS.contains(name));
    }

    private static boolean namesStory(String name, String value) {
        int hyphens = 0;
        int digits = 0;
        for (int i = 0; i < value.length(); i++) {
            hyphens += value.charAt(i) == '-' ? 1 : 0;
            digits += Character.isDigit(value.charAt(i)) ? 1 : 0;
        }
        boolean whole = value.indexOf('%') < 0 && value.indexOf('/') < 0;
        return whole && (hyphens >= 3 || (digits >= 2 && namesStory(name)));
    }
}
