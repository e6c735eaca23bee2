package dev.copydesk.article;

import org.jspecify.annotations.Nullable;

/**
 * The canonical spelling of the addresses that make up nearly all of a page's links, without parsing them: of scheme, host
 * and path alone, in characters that never need escaping, or a path that begins at the root of such an address.
 */
final class PlainUrl {

    private PlainUrl() {}

    /** The canonical spelling, or null when it takes more to find it. */
    static @Nullable String resolve(String base, String link) {
        if (link.charAt(0) == '/') {
            int start = originEnd(base);
            boolean fromRoot = link.length() > 1 && link.charAt(1) != '/';
            return start > 0 && fromRoot && isPath(link, 0) ? base.substring(0, start) + link : null;
        }
        int start = originEnd(link);
        return start > 0 && isPath(link, start) ? link : null;
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
            boolean letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
            if (!letter && c != '-' && c != '/' && c != '_' && c != '.') {
                return false;
            }
        }
        return true;
    }
}
