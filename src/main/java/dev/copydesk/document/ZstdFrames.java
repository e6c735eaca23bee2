package dev.copydesk.document;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks Zstandard frames (RFC 8878), which may need the dictionary that stands in a skippable frame at the start of
 * the archive ("Zstandard compression of WARC files", section 3). Other skippable frames are passed over.
 */
final class ZstdFrames extends PackedPieces {

    private static final int MAGIC = 0xfd2fb528;
    private static final int SKIPPABLE = 0x184d2a50;
    private static final int DICTIONARY = 0x184d2a5d;
    private static final int MOST_DICTIONARY = 16 << 20;
    private static final int BUFFER = 64 * 1024;

    private final InputStream in;
    private final ZstdDecompressCtx context = new ZstdDecompressCtx();
    private final ByteBuffer packed =
            ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    private final ByteBuffer unpacked = ByteBuffer.allocateDirect(2 * BUFFER).limit(0);
    private long end;
    private boolean inFrame;

    /** The frames of these bytes, which start at this position of their file. */
    ZstdFrames(InputStream in, long start, byte @Nullable [] dictionary) {
        this.in = in;
        this.end = start;
        if (dictionary != null) {
            context.loadDict(dictionary);
        }
    }

    /** Whether these bytes begin a frame, skippable or not. */
    static boolean isFrame(byte[] start) {
        if (start.length < 4) {
            return false;
        }
        int magic = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getInt();
        return magic == MAGIC || (magic & ~0xf) == SKIPPABLE;
    }

    /** The dictionary at the start of an archive, or null when there is none, or none that can be used. */
    static byte @Nullable [] dictionary(StoredBytes bytes) throws IOException {
        ByteBuffer head = ByteBuffer.wrap(bytes.at(bytes.start(), 8)).order(ByteOrder.LITTLE_ENDIAN);
        if (head.remaining() < 8 || head.getInt() != DICTIONARY) {
            return null;
        }
        int length = head.getInt();
        if (length < 0 || length > MOST_DICTIONARY) {
            return null;
        }
        byte[] dictionary = bytes.at(bytes.start() + 8, length);
        if (!isFrame(dictionary)) {
            return dictionary;
        }
        long size = Zstd.getFrameContentSize(dictionary);
        if (size < 1 || size > MOST_DICTIONARY) {
            return null;
        }
        try {
            return Zstd.decompress(dictionary, (int) size);
        } catch (ZstdException e) {
            return null; // the frames that need it say that they cannot be unpacked
        }
    }

    @Override
    boolean nextPiece() throws IOException {
        while (!inFrame) {
            if (!available(4)) {
                if (packed.hasRemaining()) {
                    throw new ZipException("it ends within a frame");
                }
                return false;
            }
            int magic = packed.getInt(packed.position());
            if ((magic & ~0xf) == SKIPPABLE) {
                skipFrame();
            } else if (magic == MAGIC) {
                inFrame = true;
            } else {
                throw new ZipException("no frame begins there");
            }
        }
        return true;
    }

    private void skipFrame() throws IOException {
        require(8);
        long left = 8 + (packed.getInt(packed.position() + 4) & 0xffffffffL);
        while (left > 0) {
            require(1);
            int count = (int) Math.min(left, packed.remaining());
            packed.position(packed.position() + count);
            left -= count;
        }
    }

    @Override
    long position() {
        return end - packed.remaining();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (!unpacked.hasRemaining() && inFrame && length > 0) {
            require(1);
            unpacked.clear();
            try {
                inFrame = !context.decompressDirectByteBufferStream(unpacked, packed);
            } catch (ZstdException e) {
                throw new ZipException(e.getMessage());
            }
            unpacked.flip();
        }
        if (!unpacked.hasRemaining()) {
            return length == 0 ? 0 : -1;
        }
        int count = Math.min(length, unpacked.remaining());
        unpacked.get(bytes, offset, count);
        return count;
    }

    private void require(int count) throws IOException {
        if (!available(count)) {
            throw new ZipException("it ends within a frame");
        }
    }

    private boolean available(int count) throws IOException {
        while (packed.remaining() < count) {
            packed.compact();
            byte[] more = new byte[packed.remaining()];
            int read = in.read(more, 0, more.length);
            packed.put(more, 0, Math.max(0, read)).flip();
            if (read < 0) {
                return false;
            }
            end += read;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        context.close();
        in.close();
    }
}
