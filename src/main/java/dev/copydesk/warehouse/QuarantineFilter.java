package dev.copydesk.warehouse;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which quarantine entries are meant.
 *
 * @param resolvedToo also those that are closed
 * @param code stable code of the reason, or null for any
 * @param file a file, a folder with all below it, or a glob of {@code *} and {@code ?}, absolute or a URL; null for any
 * @param since failed then or later, or null for any time
 * @param limit how many at most
 */
public record QuarantineFilter(
        boolean resolvedToo,
        @Nullable String code,
        @Nullable String file,
        @Nullable Instant since,
        int limit) {

    /** The file as a pattern of SQL's {@code like}. */
    @Nullable
    String pathPattern() {
        return file == null
                ? null
                : file.replaceFirst("/$", "") // as folders of S3 are written
                        .replace("\\", "\\\\")
                        .replace("%", "\\%")
                        .replace("_", "\\_")
                        .replace('*', '%')
                        .replace('?', '_');
    }
}
