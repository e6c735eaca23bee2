package dev.copydesk.document;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Understands URLs that are given as inputs. What identifies a file stands in the ledger, in logs and in reports, and is what a
 * later load and a replay ask for again: so a URL that holds a secret, or one that expires, is refused.
 */
public final class RemoteAddress {

    /** Bucket names as AWS allows them; S3-compatible servers allow no more. */
    private static final Pattern S3 = Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/(.*))?");

    /** Names of query parameters that carry a signature or a secret: of AWS, Google, Azure, CloudFront, and others' habits. */
    private static final Pattern SECRET = Pattern.compile("(?i)(x-amz-|x-goog-|oauth).*|.*(signature|token|secret|passw"
            + "|credential|api[-_]?key|access[-_]?key|accessid|session).*"
            + "|auth|authorization|key|key-pair-id|policy|sig|sas|pwd|jwt|hmac");

    /** Characters; the ledger has an index of paths, which takes no longer ones. Keys of S3 have up to 1024 bytes. */
    private static final int LONGEST = 2000;

    private RemoteAddress() {}

    /**
     * The URL as the ledger knows it.
     *
     * @throws UnusableInputException when it is none, or holds credentials; the message holds none
     */
    public static String checked(String text) {
        String url = withSmallScheme(text);
        if (url.codePoints().anyMatch(Character::isISOControl)) {
            throw new UnusableInputException("URL_INVALID", "a URL with control characters was given");
        }
        if (url.length() > LONGEST) {
            throw new UnusableInputException("URL_INVALID", "a URL of more than " + LONGEST + " characters was given");
        }
        if (url.startsWith("s3://")) {
            if (!S3.matcher(url).matches()) {
                throw new UnusableInputException(
                        "URL_INVALID", shown(url) + " is not s3://BUCKET/KEY with the name of a bucket");
            }
            return url;
        }
        URI uri = uri(url);
        if (uri.getRawUserInfo() != null
                || String.valueOf(uri.getRawAuthority()).contains("@")) {
            throw new UnusableInputException(
                    "URL_HOLDS_CREDENTIALS",
                    shown(url) + " holds a user name or a password, which would stand in the ledger: leave them out");
        }
        if (uri.getHost() == null) {
            throw new UnusableInputException("URL_INVALID", shown(url) + " names no host");
        }
        if (uri.getRawFragment() != null) {
            throw new UnusableInputException("URL_INVALID", shown(url) + " has a part behind a #, which names no file");
        }
        String secret = secret(uri.getRawQuery());
        if (secret != null) {
            throw new UnusableInputException(
                    "URL_HOLDS_CREDENTIALS",
                    shown(url) + " is signed or holds a secret ('" + secret
                            + "'), which would stand in the ledger and may"
                            + " expire before a load is resumed: give s3://BUCKET/KEY with credentials, or download it");
        }
        return url;
    }

    /** The input that this URL is. */
    static SourceInput input(String text) {
        String url = checked(text);
        if (!url.startsWith("s3://")) {
            return new SourceInput.RemoteSingle(text, new SourceLocation.Remote(url));
        }
        Matcher parts = S3.matcher(url);
        String key = parts.matches() && parts.group(2) != null ? parts.group(2) : "";
        if (GlobPattern.isGlob(key)) {
            int split = SourceInput.folderLength(url);
            return new SourceInput.RemoteBelow(
                    text, url.substring(0, split), SourceInput.pattern(text, url.substring(split)));
        }
        if (PageName.mayBeSource(key.substring(key.lastIndexOf('/') + 1))) {
            return new SourceInput.RemoteSingle(text, new SourceLocation.Remote(url));
        }
        return new SourceInput.RemoteBelow(text, url.endsWith("/") ? url : url + "/", GlobPattern.EVERYTHING);
    }

    /** The URL without user info, query and fragment, to tell people of. */
    public static String shown(String url) {
        int end = url.startsWith("s3:") ? url.length() : firstOf(url, "?#");
        int host = url.indexOf("//") + 2;
        int path = url.indexOf('/', host);
        int at = url.substring(0, path < 0 ? end : Math.min(path, end)).lastIndexOf('@');
        return at < host ? url.substring(0, end) : url.substring(0, host) + url.substring(at + 1, end);
    }

    private static int firstOf(String text, String characters) {
        int i = 0;
        while (i < text.length() && characters.indexOf(text.charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    private static URI uri(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw new UnusableInputException(
                    "URL_INVALID",
                    shown(url) + " is not a URL: " + e.getReason() + " at index " + e.getIndex()
                            + "; blanks and the like are written as %20");
        }
    }

    private static @Nullable String secret(@Nullable String query) {
        return query == null
                ? null
                : Arrays.stream(query.split("[&;]"))
                        .map(parameter -> parameter.replaceFirst("=.*", ""))
                        .filter(name -> SECRET.matcher(name).matches())
                        .findFirst()
                        .orElse(null);
    }

    private static String withSmallScheme(String text) {
        int end = text.indexOf(':');
        return text.substring(0, end).toLowerCase(Locale.ROOT) + text.substring(end);
    }
}
