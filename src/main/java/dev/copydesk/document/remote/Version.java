package dev.copydesk.document.remote;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What tells a version of a remote file from others, as text for the ledger: its strong entity tag; else its last modification
 * with its size, where it was not modified in the second in which it was asked for (RFC 9110, sections 8.8.2.2 and 8.8.3); else
 * the digest of its content.
 */
final class Version {

    private static final String TAG = "etag:";
    private static final String MODIFIED = "modified:";
    /** Tags come from outside, and are to be stored and sent again. */
    private static final Pattern USUAL = Pattern.compile("[!-~]{1,256}");

    private static final Duration SETTLED = Duration.ofSeconds(1);

    private Version() {}

    /**
     * What these headers tell; null when that is nothing that can be relied on.
     *
     * @param tag with its quotation marks; weak ones do not tell versions apart byte by byte
     * @param answeredAt the server's clock
     */
    static @Nullable String of(
            @Nullable String tag, @Nullable Instant modifiedAt, @Nullable Instant answeredAt, long size) {
        if (tag != null && !tag.startsWith("W/") && USUAL.matcher(tag).matches()) {
            return TAG + tag;
        }
        boolean settled = modifiedAt != null && answeredAt != null && !answeredAt.isBefore(modifiedAt.plus(SETTLED));
        return settled ? MODIFIED + modifiedAt + ":" + size : null;
    }

    static boolean isDigest(String version) {
        return !version.startsWith(TAG) && !version.startsWith(MODIFIED);
    }

    /** The entity tag with its quotation marks, or null when the version is told by something else. */
    static @Nullable String tag(String version) {
        return version.startsWith(TAG) ? version.substring(TAG.length()) : null;
    }

    /** The last modification that tells the version. */
    static Instant modifiedAt(String version) {
        return Instant.parse(version.substring(MODIFIED.length(), version.lastIndexOf(':')));
    }
}
