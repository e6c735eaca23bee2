package dev.copydesk.document.remote;

import dev.copydesk.document.RemoteAccessException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which bytes an answer brings (RFC 9110, section 14.4).
 *
 * @param start the first of them; -1 when it brings none
 * @param total bytes of the whole file; -1 when it does not tell
 */
record ContentRange(long start, long total) {

    private static final Pattern SYNTAX = Pattern.compile("bytes (?:(\\d{1,18})-\\d{1,18}|\\*)/(\\d{1,18}|\\*)");

    /** What the header says; null when there is none that can be understood. */
    static @Nullable ContentRange parse(@Nullable String header) {
        Matcher matcher = SYNTAX.matcher(header == null ? "" : header.strip());
        if (!matcher.matches()) {
            return null;
        }
        return new ContentRange(
                matcher.group(1) == null ? -1 : Long.parseLong(matcher.group(1)),
                matcher.group(2).equals("*") ? -1 : Long.parseLong(matcher.group(2)));
    }

    /** To be thrown where an answer brings other bytes than those from this one on. */
    static RemoteAccessException wrong(String url, long from) {
        return new RemoteAccessException(
                "REMOTE_ANSWER_WRONG", url, "the server sends other bytes than those from " + from + " on");
    }
}
