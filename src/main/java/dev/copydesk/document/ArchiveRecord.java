package dev.copydesk.document;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A record cut out of an archive, not yet looked into: cutting is cheap and has to be done in order, the rest is for
 * any thread.
 *
 * @param entry the archive within the file that it stands in, such as {@code archive/data.warc.gz} in a WACZ file; null
 *     when the file itself is the archive
 * @param offset what tells it from the other records of the file: the byte at which it starts as stored, and for the
 *     second and later ones of several that were packed as one, as much more as records go before it
 * @param bytes what it takes in memory
 * @param content looks into it
 */
public record ArchiveRecord(@Nullable String entry, long offset, int bytes, Supplier<Reading> content) {

    /** What it holds. */
    public Reading reading() {
        return content.get();
    }
}
