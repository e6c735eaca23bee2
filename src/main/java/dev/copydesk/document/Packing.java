package dev.copydesk.document;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** How an archive is packed, told by its first bytes. */
enum Packing {
    NONE,
    GZIP,
    ZSTD;

    private static final int LOOK = 4;

    static Packing of(StoredBytes bytes) throws IOException {
        byte[] start = bytes.at(bytes.start(), LOOK);
        if (GzipMembers.isMagic(start, start.length)) {
            return GZIP;
        }
        return ZstdFrames.isFrame(start) ? ZSTD : NONE;
    }

    /** The pieces from this position on. */
    PackedPieces pieces(StoredBytes bytes, long from, byte @Nullable [] dictionary) {
        return switch (this) {
            case GZIP -> GzipMembers.oneByOne(bytes.from(from), from);
            case ZSTD -> new ZstdFrames(bytes.from(from), from, dictionary);
            case NONE -> throw new IllegalStateException("nothing is packed");
        };
    }

    /** Whether a piece may begin with these bytes. */
    boolean isBegin(byte first, byte second, byte third) {
        return switch (this) {
            case GZIP -> GzipMembers.isMagic(first, second, third);
            case ZSTD -> first == 0x28 && second == (byte) 0xb5 && third == 0x2f;
            case NONE -> false;
        };
    }

    /** The code of damage to a piece. */
    String damageCode() {
        return this + "_DAMAGED";
    }
}
