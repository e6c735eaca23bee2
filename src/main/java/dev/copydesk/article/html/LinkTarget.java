package dev.copydesk.article.html;

/**
 * Where a link of a page leads, when that may be an article of the same publisher.
 *
 * @param url canonical
 * @param slug whether its last part is made of several words or holds a number, as those of articles are
 * @param longSlug whether its last part is too long to name a section or a topic
 */
record LinkTarget(String url, boolean slug, boolean longSlug) {

    /** @param path where the path begins in a canonical URL */
    static LinkTarget of(String url, int path) {
        int query = url.indexOf('?', path);
        int end = query < 0 ? url.length() : query;
        while (end > path && url.charAt(end - 1) == '/') {
            end--;
        }
        int hyphens = 0;
        int digits = 0;
        for (int i = end - 1; i >= path && url.charAt(i) != '/'; i--) {
            char c = url.charAt(i);
            hyphens += c == '-' || c == '_' ? 1 : 0;
            digits += Character.isDigit(c) ? 1 : 0;
        }
        return new LinkTarget(url, query >= 0 || hyphens >= 2 || digits >= 4, hyphens >= 3 || digits >= 5);
    }
}
