package dev.copydesk.document;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds the end of ASCII without control characters, eight bytes at a time where it can. */
final class PlainAscii {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long BLANKS = 0x2020202020202020L;
    private static final long DELETES = 0x7f7f7f7f7f7f7f7fL;

    private PlainAscii() {}

    /** The index of the first byte from {@code start} on that is not ASCII, or the length. */
    static int endOfAscii(byte[] bytes, int start) {
        int i = start;
        while (i + Long.BYTES <= bytes.length && ((long) EIGHT.get(bytes, i) & HIGH_BITS) == 0) {
            i += Long.BYTES;
        }
        while (i < bytes.length && bytes[i] >= 0) {
            i++;
        }
        return i;
    }

    /** The index of the first byte from {@code start} on that is not ASCII or a control but tab and line feed, or the length. */
    static int end(byte[] bytes, int start) {
        int i = start;
        while (i + Long.BYTES <= bytes.length) {
            int next = i + Long.BYTES;
            if (isPlain((long) EIGHT.get(bytes, i))) {
                i = next;
                continue;
            }
            while (i < next) {
                if (!isPlain(bytes[i])) {
                    return i;
                }
                i++;
            }
        }
        while (i < bytes.length && isPlain(bytes[i])) {
            i++;
        }
        return i;
    }

    /**
     * Whether eight bytes are ASCII from the blank on, but for the delete character: a byte that is less than a blank, or
     * nothing where it is compared with the delete character, borrows from its high bit.
     */
    private static boolean isPlain(long eight) {
        long deletes = eight ^ DELETES;
        return ((eight | ((eight - BLANKS) & ~eight) | ((deletes - ONES) & ~deletes)) & HIGH_BITS) == 0;
    }

    private static boolean isPlain(byte b) {
        return (b >= ' ' && b < 0x7f) || b == '\n' || b == '\t';
    }
}
