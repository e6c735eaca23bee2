package dev.copydesk.entity.crf;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Rows found by a 32-bit hash: open addressing over arrays. Two keys of one hash share a row. */
final class HashTable {

    /** Stands for an empty slot, and for a key that happens to be so. */
    private static final int EMPTY = 0;

    private final int[] keys;
    private final int[] slots;
    private final int[] rows;
    private final int mask;

    /** @param keys distinct hashes, in ascending order; the row of each is its place */
    HashTable(int[] keys) {
        this.keys = keys;
        int size = Integer.highestOneBit(Math.max(8, keys.length)) << 2;
        this.slots = new int[size];
        this.rows = new int[size];
        this.mask = size - 1;
        for (int row = 0; row < keys.length; row++) {
            if (keys[row] != EMPTY) {
                int slot = slot(keys[row]);
                while (slots[slot] != EMPTY) {
                    slot = (slot + 1) & mask;
                }
                slots[slot] = keys[row];
                rows[slot] = row;
            }
        }
    }

    /** The row of a hash, or -1. */
    int row(int key) {
        if (key == EMPTY) {
            return -1;
        }
        for (int slot = slot(key); ; slot = (slot + 1) & mask) {
            int found = slots[slot];
            if (found == key) {
                return rows[slot];
            }
            if (found == EMPTY) {
                return -1;
            }
        }
    }

    /** The hashes in ascending order. */
    int[] keys() {
        return keys;
    }

    int size() {
        return keys.length;
    }

    private int slot(int key) {
        return (key * 0x9e3779b1) >>> 7 & mask;
    }

    static HashTable read(DataInputStream in) throws IOException {
        int[] keys = new int[in.readInt()];
        ByteBuffer.wrap(in.readNBytes(keys.length * Integer.BYTES))
                .asIntBuffer()
                .get(keys);
        return new HashTable(keys);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(keys.length);
        for (int key : keys) {
            out.writeInt(key);
        }
    }
}
