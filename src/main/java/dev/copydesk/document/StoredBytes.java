package dev.copydesk.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/**
 * A stretch of a file.
 *
 * @param channel the file; its position is moved by every read
 * @param start its first byte
 * @param end the byte behind its last
 */
record StoredBytes(SeekableByteChannel channel, long start, long end) {

    /** The bytes from this position of the file on, to the end of the stretch; every read goes to the file. */
    InputStream from(long position) {
        return new InputStream() {
            private long at = position;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int count = StoredBytes.this.read(at, bytes, offset, length);
                at += Math.max(0, count);
                return count;
            }
        };
    }

    /** The bytes at this position, as many as there are up to this number. */
    byte[] at(long position, int length) throws IOException {
        return from(position).readNBytes(length);
    }

    private int read(long position, byte[] bytes, int offset, int length) throws IOException {
        int wanted = (int) Math.min(length, end - position);
        if (length == 0) {
            return 0; // which is how the platform asks when its buffer is full
        }
        return wanted <= 0 ? -1 : channel.position(position).read(ByteBuffer.wrap(bytes, offset, wanted));
    }
}
