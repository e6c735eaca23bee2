package dev.copydesk.document;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cuts an archive into records, from any position on, and finds the next record behind damage. Headers are parsed by
 * jwarc; its own reader gives up at the first damage, does not check gzip's checksums, and does not say where the next
 * record begins before it has read that.
 */
abstract class RecordFraming {

    private final @Nullable String entry;
    final RecordLimits limits;

    RecordFraming(@Nullable String entry, RecordLimits limits) {
        this.entry = entry;
        this.limits = limits;
    }

    /** The next record, or what stands in its place; null at the end. */
    abstract @Nullable ArchiveRecord next() throws IOException;

    /** Where {@link #next} goes on. */
    abstract ArchivePosition position();

    /** Frees what was taken to unpack; the file stays open. */
    abstract void close() throws IOException;

    /** The records of a stretch that holds an archive, packed or not, from this position on. */
    static RecordFraming of(@Nullable String entry, StoredBytes bytes, ArchivePosition from, RecordLimits limits)
            throws IOException {
        Packing packing = Packing.of(bytes);
        return packing == Packing.NONE
                ? new PlainFraming(entry, bytes, from, limits)
                : new PackedFraming(entry, bytes, packing, from, limits);
    }

    final ArchiveRecord damaged(ArchivePosition position, String code, String message) {
        Reading reading = new Reading.Unreadable(position.offset(), code, inEntry(message));
        return new ArchiveRecord(entry, position.offset(), 0, () -> reading);
    }

    private String inEntry(String message) {
        return entry == null ? message : message + " (in " + entry + ")";
    }

    /** A record whose block has this length, of which so many bytes are held as the limits allow. */
    final ArchiveRecord record(
            ArchivePosition position, RecordHeader header, byte[] held, long length, Set<CaptureWarning> warnings) {
        RecordContent content = new RecordContent(position.offset(), header, held, length, warnings, limits);
        return new ArchiveRecord(entry, position.offset(), held.length, () -> in(content.reading()));
    }

    private Reading in(Reading reading) {
        return reading instanceof Reading.Unreadable unreadable
                ? new Reading.Unreadable(unreadable.offset(), unreadable.code(), inEntry(unreadable.message()))
                : reading;
    }

    /** The header at hand; null when it is none, in which case part of it may be read. */
    static @Nullable RecordHeader header(RecordInput in) throws IOException {
        byte[] header = in.atRecord() ? in.header(RecordHeader.MOST_BYTES) : null;
        RecordHeader parsed = header == null ? null : RecordHeader.parse(header);
        return parsed == null || parsed.length() == null ? null : parsed;
    }

    static Set<CaptureWarning> trailerWarning(int trailer) {
        return trailer == RecordInput.TRAILER.length
                ? EnumSet.noneOf(CaptureWarning.class)
                : EnumSet.of(CaptureWarning.TRAILER_WRONG);
    }

    /** A block without the line breaks that end its record. */
    static byte[] withoutTrailer(byte[] block) {
        int end = block.length;
        for (int breaks = 0;
                breaks < RecordInput.TRAILER.length && end > 0 && (block[end - 1] == '\r' || block[end - 1] == '\n');
                breaks++) {
            end--;
        }
        return Arrays.copyOf(block, end);
    }
}
