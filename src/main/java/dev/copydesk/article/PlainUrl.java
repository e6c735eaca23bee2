package dev.copydesk.article;

import org.jspecify.annotations.Nullable;

/**
 * The canonical spelling of the addresses that make up nearly all of a page's links, without parsing them: of scheme, host,
 * path and query alone, in characters that never need escaping, or a path that begins at the root of such an address.
 */
final class PlainUrl {

    /** The characters beside letters and digits that stand for themselves in a path or a query. */
    private static final String PLAIN = "-._~/+,:;=!*$()'@";

    private PlainUrl() {}

    /** The canonical spelling, or null when it takes more to find it. */
    static @Nullable String resolve(String base, String link) {
        int hash = link.indexOf('#');
        String url = hash < 0 ? link : link.substring(0, hash);
        if (url.isEmpty() || (hash >= 0 && link.indexOf('#', hash + 1) >= 0)) {
            return null;
        }
        if (url.charAt(0) == '/') {
            int start = originEnd(base);
            boolean fromRoot = url.length() > 1 && url.charAt(1) != '/' && !url.contains("/.");
            return start > 0 && fromRoot && isPath(url, 0) ? base.substring(0, start) + url : null;
        }
        int start = originEnd(url);
        return start > 0 && isPath(url, start) ? url : null;
    }

    /** Where the path begins, behind a host with a dot; 0 for what has no path or is not spelled canonically. */
    private static int originEnd(String url) {
        int start = url.startsWith("https://") ? 8 : url.startsWith("http://") ? 7 : url.length();
        boolean dot = false;
        for (int i = start; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c == '/') {
                return dot && i > start ? i : 0;
            }
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' && c != '.') {
                return 0;
            }
            dot |= c == '.';
        }
        return 0;
    }

    private static boolean isPath(String url, int start) {
        for (int i = start; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c == '?') {
                return isQuery(url, i + 1);
            }
            if (!isPlain(url, i, c)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a query holds parameters that are all of them to stay. */
    private static boolean isQuery(String url, int start) {
        int parameter = start;
        for (int i = start; i <= url.length(); i++) {
            char c = i < url.length() ? url.charAt(i) : '&';
            if (c == '&') {
                if (i == parameter || CanonicalUrl.isTracking(url.substring(parameter, i))) {
                    return false;
                }
                parameter = i + 1;
            } else if (!isPlain(url, i, c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(String url, int i, char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || (c >= 'A' && c <= 'Z')
                || PLAIN.indexOf(c) >= 0
                || (c == '%' && CanonicalUrl.isEscape(url, i));
    }
}
