package dev.copydesk.document;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells by content whether a packed file whose name does not say what is in it holds WARC records. */
final class ArchiveSniffer {

    private ArchiveSniffer() {}

    /** Whether the first thing in it is a record; false when it cannot be read. */
    static boolean holdsRecords(Path file) {
        if (!Files.isRegularFile(file)) {
            return false; // opening a pipe would wait for its writer
        }
        try (FileChannel channel = FileChannel.open(file)) {
            return holdsRecords(channel);
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether the first thing in these bytes is a record; false when it cannot be read. */
    static boolean holdsRecords(SeekableByteChannel channel) {
        try {
            StoredBytes bytes = new StoredBytes(channel, 0, channel.size());
            Packing packing = Packing.of(bytes);
            if (packing == Packing.NONE) {
                return false;
            }
            byte[] dictionary = packing == Packing.ZSTD ? ZstdFrames.dictionary(bytes) : null;
            try (PackedPieces pieces = packing.pieces(bytes, 0, dictionary)) {
                return pieces.nextPiece() && RecordInput.glance(pieces).atRecord();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
