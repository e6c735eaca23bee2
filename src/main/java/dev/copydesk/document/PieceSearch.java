package dev.copydesk.document;

import java.io.IOException;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Finds the next piece behind damage: the bytes that begin one, and a record when they are unpacked. */
final class PieceSearch {

    private static final int WINDOW = 64 * 1024;

    private final StoredBytes bytes;
    private final Packing packing;
    private final byte @Nullable [] dictionary;

    PieceSearch(StoredBytes bytes, Packing packing, byte @Nullable [] dictionary) {
        this.bytes = bytes;
        this.packing = packing;
        this.dictionary = dictionary;
    }

    /** Where the next piece begins at this position or behind it; the end when there is none. */
    long from(long position) throws IOException {
        long at = position;
        while (at < bytes.end()) {
            byte[] window = bytes.at(at, WINDOW);
            for (int i = 0; i + 2 < window.length; i++) {
                if (packing.isBegin(window[i], window[i + 1], window[i + 2]) && beginsARecord(at + i)) {
                    return at + i;
                }
            }
            if (window.length < WINDOW) {
                return bytes.end();
            }
            at += window.length - 2;
        }
        return bytes.end();
    }

    private boolean beginsARecord(long position) throws IOException {
        try (PackedPieces pieces = packing.pieces(bytes, position, dictionary)) {
            return pieces.nextPiece() && RecordInput.glance(pieces).atRecord();
        } catch (ZipException e) {
            return false;
        }
    }
}
