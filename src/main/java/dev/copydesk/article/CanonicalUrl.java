package dev.copydesk.article;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one spelling of a web address by which articles are told apart: absolute http or https, scheme and host in lower
 * case, no default port, no fragment, no user information, no parameters that only track where a reader came from. The
 * order of the other parameters, the path and its trailing slash stay as they are.
 */
public final class CanonicalUrl {

    private static final int MAX_LENGTH = 2_000;
    private static final Set<String> TRACKING = Set.of(
            "fbclid",
            "gclid",
            "gclsrc",
            "dclid",
            "msclkid",
            "yclid",
            "igshid",
            "mc_cid",
            "mc_eid",
            "_ga",
            "_gl",
            "ocid",
            "cmpid",
            "ncid",
            "icid",
            "wt_mc",
            "wt_zmc",
            "xtor",
            "at_medium",
            "at_campaign",
            "dicbo",
            "ftag",
            "intcmp",
            "smid",
            "smtyp",
            "spm",
            "twclid",
            "wbraid",
            "gbraid",
            "s_cid",
            "mkt_tok",
            "ns_mchannel",
            "ns_source",
            "ns_campaign",
            "ns_linkname",
            "ns_fee",
            "__twitter_impression",
            "guccounter");

    private CanonicalUrl() {}

    /** The canonical spelling, or null when it is no absolute http(s) URL. */
    public static @Nullable String of(@Nullable String url) {
        return url == null ? null : resolve("", url);
    }

    /** The canonical spelling of a link found on a page, or null when it leads to no http(s) URL. */
    public static @Nullable String resolve(String base, String link) {
        String text = link.strip();
        if (text.isEmpty() || text.length() > MAX_LENGTH || text.charAt(0) == '#') {
            return null;
        }
        String plain = PlainUrl.resolve(base, text);
        if (plain != null) {
            return plain;
        }
        URI uri = parsed(text);
        if (uri == null) {
            return null;
        }
        if (!uri.isAbsolute()) {
            URI start = parsed(base);
            if (start == null || !start.isAbsolute() || start.isOpaque()) {
                return null;
            }
            uri = resolved(start, uri);
        }
        return uri.isOpaque() || uri.getRawAuthority() == null ? null : spelled(uri);
    }

    /** {@link URI#resolve} loses the base's last path segment for a lone query, as RFC 2396 said and browsers do not. */
    private static URI resolved(URI base, URI link) {
        boolean loneQuery = link.getRawQuery() != null
                && (link.getRawPath() == null || link.getRawPath().isEmpty())
                && link.getRawAuthority() == null;
        if (!loneQuery) {
            return base.resolve(link);
        }
        return URI.create(base.getScheme() + "://" + base.getRawAuthority() + nonNull(base.getRawPath()) + "?"
                + link.getRawQuery());
    }

    private static @Nullable String spelled(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return null;
        }
        String authority = uri.getRawAuthority();
        String host = authority.substring(authority.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        String defaultPort = scheme.equals("http") ? ":80" : ":443";
        while (host.endsWith(":") || host.endsWith(defaultPort)) {
            host = host.substring(0, host.lastIndexOf(':'));
        }
        if (host.isEmpty() || (host.indexOf('.') < 0 && !host.startsWith("localhost"))) {
            return null;
        }
        String path = nonNull(uri.getRawPath());
        String url = scheme + "://" + host + (path.isEmpty() ? "/" : path) + query(uri.getRawQuery());
        return url.length() > MAX_LENGTH ? null : url; // escapes have made it longer
    }

    private static String query(@Nullable String query) {
        if (query == null || query.isEmpty()) {
            return "";
        }
        StringBuilder kept = new StringBuilder();
        int start = 0;
        while (start <= query.length()) {
            int end = query.indexOf('&', start);
            if (end < 0) {
                end = query.length();
            }
            String parameter = query.substring(start, end);
            if (!parameter.isEmpty() && !isTracking(parameter)) {
                kept.append(kept.isEmpty() ? '?' : '&').append(parameter);
            }
            start = end + 1;
        }
        return kept.toString();
    }

    /** Whether a parameter only tells where a reader came from. */
    static boolean isTracking(String parameter) {
        int equals = parameter.indexOf('=');
        String name = (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
        return name.startsWith("utm_") || name.startsWith("itm_") || TRACKING.contains(name);
    }

    /** Parsed as browsers do: characters that a URI must not hold are escaped rather than refused. */
    private static @Nullable URI parsed(String text) {
        try {
            return new URI(escaped(text));
        } catch (URISyntaxException e) {
            return null; // what cannot be a URL is no link
        }
    }

    private static String escaped(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean bad = c <= ' ' || "\"<>\\^`{|}".indexOf(c) >= 0 || (c == '%' && !isEscape(text, i));
            if (bad && out == null) {
                out = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            if (out == null) {
                continue;
            }
            if (c == '\n' || c == '\r' || c == '\t') {
                continue;
            }
            if (bad) {
                out.append(c == '\\' ? "/" : "%" + String.format(Locale.ROOT, "%02X", (int) c));
            } else {
                out.append(c);
            }
        }
        return out == null ? text : out.toString();
    }

    static boolean isEscape(String text, int i) {
        return i + 2 < text.length()
                && Character.digit(text.charAt(i + 1), 16) >= 0
                && Character.digit(text.charAt(i + 2), 16) >= 0;
    }

    private static String nonNull(@Nullable String text) {
        return text == null ? "" : text;
    }
}
