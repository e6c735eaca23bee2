package dev.copydesk.document;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads records off a stream: looks ahead, gives back, and knows how far it has come. */
final class RecordInput {

    /** How every record begins (ISO 28500, section 4); a digit, a dot and a digit follow. */
    private static final byte[] BEGIN = "WARC/".getBytes(US_ASCII);

    /** How every record ends. */
    static final byte[] TRAILER = "\r\n\r\n".getBytes(US_ASCII);

    /** Line breaks behind a block that are passed over; two are right. */
    private static final int MOST_LINE_BREAKS = 16;

    private static final int BUFFER = 64 * 1024;
    private static final int GLANCE = 64;

    private final InputStream in;
    private byte[] buffer;
    private int at;
    private int limit;
    private long position;

    /** An input that starts at this position, by which it counts on. */
    RecordInput(InputStream in, long position) {
        this(in, position, BUFFER);
    }

    private RecordInput(InputStream in, long position, int buffer) {
        this.in = in;
        this.position = position;
        this.buffer = new byte[buffer];
    }

    /** An input for a look at the next few bytes. */
    static RecordInput glance(InputStream in) {
        return new RecordInput(in, 0, GLANCE);
    }

    /** Bytes read so far, and what the count started at. */
    long position() {
        return position;
    }

    /** The next byte, which stays to be read; -1 at the end. */
    int peek() throws IOException {
        return available(1) ? buffer[at] & 0xff : -1;
    }

    /** Whether a record begins here. */
    boolean atRecord() throws IOException {
        return isRecord(0);
    }

    private boolean isRecord(int ahead) throws IOException {
        if (!available(ahead + BEGIN.length + 3)) {
            return false;
        }
        int start = at + ahead;
        return Arrays.equals(buffer, start, start + BEGIN.length, BEGIN, 0, BEGIN.length)
                && isDigit(buffer[start + BEGIN.length])
                && buffer[start + BEGIN.length + 1] == '.'
                && isDigit(buffer[start + BEGIN.length + 2]);
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    /**
     * How many bytes of line breaks follow: as many as there are before the end or another record; before something else,
     * those that are right; -1 when there are none such.
     */
    int trailer() throws IOException {
        int length = 0;
        while (length < MOST_LINE_BREAKS && available(length + 1) && isLineBreak(buffer[at + length])) {
            length++;
        }
        if (!available(length + 1) || isRecord(length)) {
            return length;
        }
        return length >= TRAILER.length && Arrays.equals(buffer, at, at + TRAILER.length, TRAILER, 0, TRAILER.length)
                ? TRAILER.length
                : -1;
    }

    void skipLineBreaks() throws IOException {
        while (available(1) && isLineBreak(buffer[at])) {
            advance(1);
        }
    }

    private static boolean isLineBreak(byte b) {
        return b == '\r' || b == '\n';
    }

    /** The bytes up to and with the next blank line; null when there is none within so many bytes. */
    byte @Nullable [] header(int most) throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        boolean blank = false;
        while (header.size() < most && available(1)) {
            byte b = buffer[at];
            advance(1);
            header.write(b);
            if (b == '\n') {
                if (blank) {
                    return header.toByteArray();
                }
                blank = true;
            } else if (b != '\r') {
                blank = false;
            }
        }
        return null;
    }

    /** The next bytes, fewer at the end. */
    byte[] take(int length) throws IOException {
        ByteArrayOutputStream taken = new ByteArrayOutputStream(Math.min(length, BUFFER));
        while (taken.size() < length && available(1)) {
            int count = Math.min(length - taken.size(), limit - at);
            taken.write(buffer, at, count);
            advance(count);
        }
        return taken.toByteArray();
    }

    /** Passes over so many bytes, fewer at the end, and returns how many. */
    long skip(long length) throws IOException {
        long skipped = 0;
        while (skipped < length && available(1)) {
            int count = (int) Math.min(length - skipped, limit - at);
            advance(count);
            skipped += count;
        }
        return skipped;
    }

    /**
     * Takes what comes before the next record, which begins a line; all that is left when there is none.
     *
     * @param most bytes that are kept; of more, none is
     * @param furthest bytes to look through
     */
    byte @Nullable [] upToRecord(int most, long furthest) throws IOException {
        ByteArrayOutputStream taken = new ByteArrayOutputStream();
        long passed = 0;
        boolean lineBegins = true;
        while (available(1) && !(lineBegins && atRecord()) && passed < furthest) {
            byte b = buffer[at];
            lineBegins = isLineBreak(b);
            if (passed < most) {
                taken.write(b);
            }
            advance(1);
            passed++;
        }
        return passed > most ? null : taken.toByteArray();
    }

    /** Takes these bytes back, to be read again; they are the last that were read. */
    void giveBack(byte[] bytes, int from) {
        byte[] again = new byte[Math.max(BUFFER, bytes.length - from + limit - at)];
        System.arraycopy(bytes, from, again, 0, bytes.length - from);
        System.arraycopy(buffer, at, again, bytes.length - from, limit - at);
        limit = bytes.length - from + limit - at;
        position -= bytes.length - from;
        at = 0;
        buffer = again;
    }

    private void advance(int count) {
        at += count;
        position += count;
    }

    /** Whether so many bytes can be looked at, a few more than {@link #MOST_LINE_BREAKS} at most. */
    private boolean available(int count) throws IOException {
        while (limit - at < count) {
            if (at > buffer.length - count) {
                System.arraycopy(buffer, at, buffer, 0, limit - at);
                limit -= at;
                at = 0;
            }
            int read = in.read(buffer, limit, buffer.length - limit);
            if (read < 0) {
                return false;
            }
            limit += read;
        }
        return true;
    }
}
