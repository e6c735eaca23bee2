package dev.copydesk.document.remote;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A remote file as a channel to read from. Blocks are asked for as they are needed, the first one small, as it may be just a
 * glance, those that follow each other larger and larger; the last few are held. No connection is held between them. A server
 * that does not send stretches is asked for the whole file, once. For one thread.
 */
final class RemoteChannel implements SeekableByteChannel {

    /** Bytes of a block that does not follow another one, in an archive: a gzip member or two. */
    static final int GLANCE = 16 * 1024;

    /** Bytes of the largest block. */
    static final int MOST = 2 << 20;

    private static final int GROWTH = 4;
    private static final int HELD = 4;

    @SuppressWarnings("ArrayRecordComponent") // identity is what matters of it
    private record Block(long start, byte[] bytes) {
        boolean holds(long position) {
            return position >= start && position < end();
        }

        long end() {
            return start + bytes.length;
        }
    }

    private final RangeSource source;
    private final Patience patience;
    private final long size;
    private final String version;
    private final int first;
    private final Supplier<Path> copies;
    private final Deque<Block> blocks = new ArrayDeque<>();
    private @Nullable FileChannel copy;
    private long position;
    private boolean open = true;

    /**
     * A channel.
     *
     * @param first bytes of a block that does not follow another one
     * @param copies names the folder for a copy of the whole file, where it comes to that
     */
    RemoteChannel(RangeSource source, Patience patience, long size, String version, int first, Supplier<Path> copies) {
        this.source = source;
        this.patience = patience;
        this.size = size;
        this.version = version;
        this.first = first;
        this.copies = copies;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (!open) {
            throw new ClosedChannelException();
        }
        if (position >= size) {
            return -1;
        }
        Block block = copy == null ? block() : null;
        int count;
        if (block == null) {
            count = wholeCopy().position(position).read(into);
        } else {
            int from = (int) (position - block.start());
            count = Math.min(into.remaining(), block.bytes().length - from);
            into.put(block.bytes(), from, count);
        }
        position += Math.max(0, count);
        return count;
    }

    private FileChannel wholeCopy() throws IOException {
        if (copy == null) {
            blocks.clear();
            copy = new WholeCopy(source, patience).in(copies.get(), size, version);
        }
        return copy;
    }

    /** The block that holds the position; null when the server sends no such thing. */
    private @Nullable Block block() throws IOException {
        int length = first;
        for (Block held : blocks) {
            if (held.holds(position)) {
                blocks.remove(held);
                blocks.addFirst(held);
                return held;
            }
            if (held.end() == position) {
                length = Math.max(length, Math.min(MOST, held.bytes().length * GROWTH));
            }
        }
        byte[] bytes = Version.isDigest(version) ? null : fetched(position, (int) Math.min(length, size - position));
        if (bytes == null) {
            return null;
        }
        Block block = new Block(position, bytes);
        blocks.addFirst(block);
        if (blocks.size() > HELD) {
            blocks.removeLast();
        }
        return block;
    }

    /**
     * These bytes, asked for again from the first one that is missing where a connection breaks; null when the server sends
     * the whole file instead.
     */
    private byte @Nullable [] fetched(long start, int length) throws IOException {
        byte[] bytes = new byte[length];
        int[] had = new int[1];
        boolean sent = patience.insist(source.shown(), () -> {
            try (RangeSource.Part part = source.stretch(start + had[0], start + length - 1)) {
                if (part.whole() && (start > 0 || had[0] > 0 || length < size)) {
                    return false;
                }
                InputStream in = part.body();
                int count;
                while (had[0] < length && (count = in.read(bytes, had[0], length - had[0])) >= 0) {
                    had[0] += count;
                }
                if (had[0] < length) {
                    throw new IOException("the server sent fewer bytes than asked for");
                }
                in.read(); // the end, at which the connection is free for the next block
                return true;
            }
        });
        return sent ? bytes : null;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) {
        if (newPosition < 0) {
            throw new IllegalArgumentException("a file has no byte " + newPosition);
        }
        position = newPosition;
        return this;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long newSize) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() throws IOException {
        open = false;
        blocks.clear();
        if (copy != null) {
            copy.close();
        }
    }
}
