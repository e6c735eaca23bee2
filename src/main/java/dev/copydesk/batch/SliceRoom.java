package dev.copydesk.batch;

/** How much more a slice takes: documents, what they take in memory, and records that hold nothing to extract. */
final class SliceRoom {

    /** Records without content that take as long as a document. */
    private static final int LIGHT_RECORDS = 16;

    private final long maxBytes;
    private long units;
    private long bytes;
    private boolean empty = true;

    SliceRoom(int documents, long maxBytes) {
        this.units = (long) documents * LIGHT_RECORDS;
        this.maxBytes = maxBytes;
    }

    boolean isFull() {
        return units <= 0 || bytes >= maxBytes;
    }

    /** Takes a document of so many bytes; false when there is no room, which the first always finds; it is full then. */
    boolean take(long size) {
        if (!empty && bytes + size > maxBytes) {
            bytes = maxBytes;
            return false;
        }
        empty = false;
        bytes += size;
        units -= size > 0 ? LIGHT_RECORDS : 1;
        return true;
    }
}
