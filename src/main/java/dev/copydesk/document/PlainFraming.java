package dev.copydesk.document;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Records that are not packed. Each is a piece of its own. */
final class PlainFraming extends RecordFraming {

    private final StoredBytes bytes;
    private long at;
    private RecordInput in;

    PlainFraming(@Nullable String entry, StoredBytes bytes, ArchivePosition from, RecordLimits limits) {
        super(entry, limits);
        this.bytes = bytes;
        this.at = from.piece();
        this.in = new RecordInput(bytes.from(at), at);
    }

    @Override
    ArchivePosition position() {
        return new ArchivePosition(at, 0);
    }

    @Override
    @Nullable
    ArchiveRecord next() throws IOException {
        goTo(at);
        in.skipLineBreaks();
        if (in.peek() < 0) {
            return null;
        }
        ArchivePosition start = new ArchivePosition(in.position(), 0);
        RecordHeader header = header(in);
        Long length = header == null ? null : header.length();
        if (header == null || length == null) {
            goTo(start.piece() + 1);
            findRecord();
            return damaged(start, "NOT_A_RECORD", "no WARC record, or a damaged one, stands here");
        }
        long blockStart = in.position();
        long blockEnd = blockStart + length;
        int trailer = blockEnd <= bytes.end()
                ? RecordInput.glance(bytes.from(blockEnd)).trailer()
                : -1;
        if (trailer < 0) {
            return ofWrongLength(start, header, blockStart, blockEnd);
        }
        byte[] held = in.take(limits.held(header, length));
        goTo(blockEnd);
        in.skip(trailer);
        at = in.position();
        return record(start, header, held, length, trailerWarning(trailer));
    }

    @Override
    void close() {
        // the file is not this one's to close
    }

    private ArchiveRecord ofWrongLength(ArchivePosition start, RecordHeader header, long blockStart, long blockEnd)
            throws IOException {
        findRecord();
        if (at == bytes.end() && blockEnd > bytes.end()) {
            return damaged(start, "RECORD_CUT", "the file ends within the record");
        }
        long next = at;
        long length = next - blockStart;
        goTo(blockStart);
        byte[] held = withoutTrailer(in.take(limits.held(header, length)));
        at = next;
        Set<CaptureWarning> warnings = EnumSet.of(CaptureWarning.LENGTH_WRONG);
        return record(start, header, held, length <= limits.block() ? held.length : length, warnings);
    }

    /** Moves on to the next record, or to the end. */
    private void findRecord() throws IOException {
        in.upToRecord(0, Long.MAX_VALUE);
        at = in.position();
    }

    private void goTo(long position) {
        at = position;
        if (in.position() != position) {
            in = new RecordInput(bytes.from(position), position);
        }
    }
}
