package dev.copydesk.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Records that are packed, as a rule each as a piece of its own. */
final class PackedFraming extends RecordFraming {

    /** Records of wrong length in a piece that are put right; each may take time. */
    private static final int MOST_CORRECTIONS = 100;

    /** Bytes that are unpacked just to be passed over; beyond, the next piece is looked for in the packed bytes. */
    private static final long FURTHEST = 1L << 30;

    private final StoredBytes bytes;
    private final Packing packing;
    private final byte @Nullable [] dictionary;
    private PackedPieces pieces;
    /** The piece at hand unpacked; null between two pieces. */
    private @Nullable RecordInput in;

    private ArchivePosition position;
    /** Records to pass over when the piece is opened. */
    private long skipped;

    private int corrections;

    /** Whether the piece that ended has more records than bytes, so that their offsets reach into what follows. */
    private boolean overrun;

    PackedFraming(@Nullable String entry, StoredBytes bytes, Packing packing, ArchivePosition from, RecordLimits limits)
            throws IOException {
        super(entry, limits);
        this.bytes = bytes;
        this.packing = packing;
        this.dictionary = packing == Packing.ZSTD ? ZstdFrames.dictionary(bytes) : null;
        this.pieces = packing.pieces(bytes, from.piece(), dictionary);
        this.position = new ArchivePosition(from.piece(), 0);
        this.skipped = from.record();
    }

    @Override
    ArchivePosition position() {
        return position;
    }

    @Override
    @Nullable
    ArchiveRecord next() throws IOException {
        while (true) {
            ArchivePosition start = position;
            ArchiveRecord record;
            try {
                if (overrun) {
                    overrun = false;
                    findPiece(start.offset() + 1);
                    return damaged(start, "PACKED_TOO_TIGHT", "more records than bytes were packed as one");
                }
                if (in == null && !open()) {
                    return null;
                }
                record = in == null ? null : next(in, start);
            } catch (ZipException e) {
                record = damaged(start, packing.damageCode(), "the packed bytes are damaged: " + e.getMessage());
                findPiece();
            }
            if (record != null && skipped == 0) {
                return record;
            }
            skipped = record == null ? 0 : skipped - 1;
        }
    }

    @Override
    void close() throws IOException {
        pieces.close();
    }

    private boolean open() throws IOException {
        if (!pieces.nextPiece()) {
            return false;
        }
        in = new RecordInput(pieces, 0);
        corrections = 0;
        return true;
    }

    /** The next record of the piece; null when it has ended. */
    private @Nullable ArchiveRecord next(RecordInput piece, ArchivePosition start) throws IOException {
        piece.skipLineBreaks();
        if (isEnded(piece)) {
            return null;
        }
        RecordHeader header = header(piece);
        Long length = header == null ? null : header.length();
        if (header == null || length == null) {
            findRecord(piece);
            return damaged(start, "NOT_A_RECORD", "no WARC record, or a damaged one, stands here");
        }
        byte[] held = piece.take(limits.held(header, length));
        long passed = held.length + (length > held.length ? piece.skip(Math.min(length - held.length, FURTHEST)) : 0);
        int trailer = passed == length ? piece.trailer() : -1;
        if (trailer >= 0) {
            piece.skip(trailer);
            isEndedOrNext(piece);
            return record(start, header, held, length, trailerWarning(trailer));
        }
        return length > held.length && passed == held.length + FURTHEST
                ? ofEndlessRecord(start, header, held, length)
                : ofWrongLength(piece, start, header, held, passed);
    }

    private ArchiveRecord ofEndlessRecord(ArchivePosition start, RecordHeader header, byte[] held, long length)
            throws IOException {
        findPiece();
        return record(start, header, held, length, EnumSet.noneOf(CaptureWarning.class));
    }

    private ArchiveRecord ofWrongLength(
            RecordInput piece, ArchivePosition start, RecordHeader header, byte[] taken, long passed)
            throws IOException {
        Set<CaptureWarning> warnings = EnumSet.of(CaptureWarning.LENGTH_WRONG);
        if (passed > taken.length) {
            isEndedOrNext(piece);
            return record(start, header, taken, passed, warnings);
        }
        if (++corrections > MOST_CORRECTIONS) {
            findPiece();
            return damaged(start, "LENGTHS_WRONG", "too many records that were packed as one have a wrong length");
        }
        byte[] block = taken;
        int most = limits.block();
        if (piece.peek() >= 0 || containsRecord(taken)) {
            piece.giveBack(taken, 0);
            block = piece.upToRecord(most, FURTHEST);
        }
        isEndedOrNext(piece);
        if (block == null) {
            return record(start, header, new byte[0], most + 1L, warnings);
        }
        byte[] whole = withoutTrailer(block);
        return record(start, header, whole, whole.length, warnings);
    }

    private static boolean containsRecord(byte[] block) throws IOException {
        RecordInput in = new RecordInput(new ByteArrayInputStream(block), 0);
        in.upToRecord(0, Long.MAX_VALUE);
        return in.peek() >= 0;
    }

    /** Whether the piece has ended, undamaged; then the position is behind it. */
    private boolean isEnded(RecordInput piece) throws IOException {
        if (piece.peek() >= 0) {
            return false;
        }
        in = null;
        long end = pieces.position();
        overrun = end < position.offset();
        position = overrun ? position : new ArchivePosition(end, 0);
        return true;
    }

    /** Moves the position behind a record; damage to the piece, which shows at its end, is the record's. */
    private void isEndedOrNext(RecordInput piece) throws IOException {
        position = new ArchivePosition(position.piece(), position.record() + 1);
        isEnded(piece);
    }

    /** Moves on to the next record of the piece, or behind it. */
    private void findRecord(RecordInput piece) throws IOException {
        piece.upToRecord(0, FURTHEST);
        if (piece.peek() >= 0 && !piece.atRecord()) {
            findPiece();
        } else {
            isEndedOrNext(piece);
        }
    }

    /** Moves on to the next place where a piece begins whose content begins with a record, or to the end. */
    private void findPiece() throws IOException {
        findPiece(position.piece() + 1);
    }

    private void findPiece(long from) throws IOException {
        in = null;
        pieces.close();
        long found = new PieceSearch(bytes, packing, dictionary).from(from);
        pieces = packing.pieces(bytes, found, dictionary);
        position = new ArchivePosition(found, 0);
    }
}
