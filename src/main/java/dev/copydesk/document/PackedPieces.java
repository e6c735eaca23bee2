package dev.copydesk.document;

import java.io.IOException;
import java.io.InputStream;

/**
 * The pieces that a packed archive is made of, each of which can be unpacked without those before it: gzip members, zstd
 * frames. The stream ends with each piece and goes on with {@link #nextPiece}. Damage is a {@link java.util.zip.ZipException}.
 */
abstract class PackedPieces extends InputStream {

    /** Begins the next piece once the one at hand was read to its end; false when there is none. */
    abstract boolean nextPiece() throws IOException;

    /** Between two pieces, where the next one starts, in bytes of the file as stored. */
    abstract long position();

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public abstract int read(byte[] bytes, int offset, int length) throws IOException;
}
