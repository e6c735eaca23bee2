package dev.copydesk.document;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/** Looks into the structure of a ZIP file (PKWARE APPNOTE 6.3.10) before a library takes it into memory. */
final class ZipDirectory {

    private static final int END_OF_DIRECTORY = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int MOST_COMMENT = 0xffff;
    private static final int LOCAL_HEADER = 0x04034b50;
    private static final int LOCAL_LENGTH = 30;
    private static final long ZIP64 = 0xffffffffL;
    private static final int ZIP64_LOCATOR = 20;

    private ZipDirectory() {}

    /**
     * Bytes from the start of the directory to its end (section 4.3.16), or to the 64-bit one's (4.3.14).
     *
     * @throws IOException when there is none
     */
    static long size(SeekableByteChannel channel) throws IOException {
        long from = Math.max(0, channel.size() - END_LENGTH - MOST_COMMENT);
        ByteBuffer tail = at(channel, from, (int) (channel.size() - from));
        for (int i = tail.limit() - END_LENGTH; i >= 0; i--) {
            if (tail.getInt(i) == END_OF_DIRECTORY) {
                long start = tail.getInt(i + 16) & 0xffffffffL;
                if (start == ZIP64) {
                    long end =
                            at(channel, from + i - ZIP64_LOCATOR, ZIP64_LOCATOR).getLong(8);
                    start = at(channel, end, 56).getLong(48);
                }
                return from + i - start;
            }
        }
        throw new IOException("no directory of a ZIP file");
    }

    /** Where the bytes of the entry start whose header stands here (4.3.7); -1 when none does. */
    static long dataStart(SeekableByteChannel channel, long header) throws IOException {
        if (header < 0 || header + LOCAL_LENGTH > channel.size()) {
            return -1;
        }
        ByteBuffer local = at(channel, header, LOCAL_LENGTH);
        return local.getInt(0) == LOCAL_HEADER
                ? header + LOCAL_LENGTH + (local.getShort(26) & 0xffff) + (local.getShort(28) & 0xffff)
                : -1;
    }

    private static ByteBuffer at(SeekableByteChannel channel, long position, int length) throws IOException {
        byte[] bytes = new StoredBytes(channel, 0, channel.size()).at(position, length);
        if (position < 0 || bytes.length < length) {
            throw new IOException("a ZIP file that is cut");
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
