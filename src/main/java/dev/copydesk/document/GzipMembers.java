package dev.copydesk.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Unpacks gzip (RFC 1952), one member after the other as one stream. Stricter than {@code GZIPInputStream}, which takes
 * a second member cut in its header for the end: what follows a member is another one, or padding with zero bytes, or
 * damage. Damage is a {@link ZipException}, other failures are the underlying stream's own. Holds nothing of the names
 * and comments in headers.
 */
final class GzipMembers extends PackedPieces {

    private static final int DEFLATE = 8;
    private static final int HEADER_CHECKSUM = 1 << 1;
    private static final int EXTRA_FIELD = 1 << 2;
    private static final int NAME = 1 << 3;
    private static final int COMMENT = 1 << 4;

    private final InputStream in;
    private final boolean oneByOne;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] buffer = new byte[16 * 1024];
    private int position;
    private int limit;
    /** Where the buffer ends in the packed bytes. */
    private long end;

    private boolean inMember;
    private boolean ended;

    /** A stream over these bytes, which begin with a member. */
    GzipMembers(InputStream in) {
        this(in, 0, false);
    }

    private GzipMembers(InputStream in, long start, boolean oneByOne) {
        this.in = in;
        this.end = start;
        this.oneByOne = oneByOne;
    }

    /** The members of these bytes as pieces; the bytes start at this position of their file. */
    static GzipMembers oneByOne(InputStream in, long start) {
        return new GzipMembers(in, start, true);
    }

    static boolean isMagic(byte[] bytes, int length) {
        return length >= 3 && isMagic(bytes[0], bytes[1], bytes[2]);
    }

    static boolean isMagic(byte first, byte second, byte third) {
        return first == 0x1f && second == (byte) 0x8b && third == DEFLATE;
    }

    @Override
    boolean nextPiece() throws IOException {
        if (!inMember && !ended) {
            ended = !beginMember();
            inMember = !ended;
        }
        return inMember;
    }

    @Override
    long position() {
        return end - (limit - position);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!ended) {
            if (!inMember) {
                if (oneByOne) {
                    return -1;
                }
                nextPiece();
                continue;
            }
            int count = inflate(bytes, offset, length);
            if (count > 0) {
                checksum.update(bytes, offset, count);
                return count;
            }
            if (inflater.finished()) {
                endMember();
            } else if (inflater.needsDictionary()) {
                throw new ZipException("a gzip member asks for a dictionary");
            } else if (inflater.needsInput()) {
                fill();
                inflater.setInput(buffer, 0, limit);
            }
        }
        return -1;
    }

    private int inflate(byte[] bytes, int offset, int length) throws ZipException {
        try {
            return inflater.inflate(bytes, offset, length);
        } catch (DataFormatException e) {
            throw new ZipException("its packed bytes are damaged: " + e.getMessage());
        }
    }

    private boolean beginMember() throws IOException {
        if (position == limit && !refilled()) {
            return false;
        }
        int first = next();
        if (first == 0) {
            skipPadding();
            return false;
        }
        if (first != 0x1f || next() != 0x8b || next() != DEFLATE) {
            throw new ZipException("something that is not gzip follows a gzip member");
        }
        int flags = next();
        skip(6);
        if ((flags & EXTRA_FIELD) != 0) {
            skip(next() | next() << 8);
        }
        if ((flags & NAME) != 0) {
            skipString();
        }
        if ((flags & COMMENT) != 0) {
            skipString();
        }
        if ((flags & HEADER_CHECKSUM) != 0) {
            skip(2);
        }
        checksum.reset();
        inflater.reset();
        inflater.setInput(buffer, position, limit - position);
        return true;
    }

    private void endMember() throws IOException {
        position = limit - inflater.getRemaining();
        long length = inflater.getBytesWritten() & 0xffffffffL;
        if (nextInt() != checksum.getValue()) {
            throw new ZipException("its checksum does not fit its content");
        }
        if (nextInt() != length) {
            throw new ZipException("its length does not fit its content");
        }
        inMember = false;
    }

    private void skipPadding() throws IOException {
        while (position < limit || refilled()) {
            if (buffer[position++] != 0) {
                throw new ZipException("something that is not gzip follows a gzip member");
            }
        }
    }

    private void skipString() throws IOException {
        while (next() != 0) {
            // only the terminating zero matters
        }
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    private long nextInt() throws IOException {
        return next() | next() << 8 | next() << 16 | (long) next() << 24;
    }

    private int next() throws IOException {
        if (position == limit) {
            fill();
        }
        return buffer[position++] & 0xff;
    }

    private void fill() throws IOException {
        if (!refilled()) {
            throw new ZipException("it ends within a gzip member");
        }
    }

    private boolean refilled() throws IOException {
        position = 0;
        limit = Math.max(0, in.read(buffer));
        end += limit;
        return limit > 0;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
