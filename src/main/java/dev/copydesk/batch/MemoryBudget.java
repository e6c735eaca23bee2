package dev.copydesk.batch;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Bounds the size of the documents that are read and parsed at the same time, so that a few huge pages cannot fill the heap.
 * A single document that is larger than the budget has it to itself.
 */
final class MemoryBudget {

    private static final int UNIT = 1 << 10;

    /** Parsed, a page takes several times its size, and the launcher gives the JVM 512 MB. */
    private static final long PROCESS = 24L << 20;

    private final int units;
    private final Semaphore free;

    /** {@code bytes} of documents in all. */
    MemoryBudget(long bytes) {
        this.units = (int) Math.max(1, bytes / UNIT);
        this.free = new Semaphore(units, true);
    }

    /** What the documents of a process may take at the same time. */
    static MemoryBudget ofAProcess() {
        return new MemoryBudget(PROCESS);
    }

    /** Does the work when there is room for that many bytes. */
    <T> T within(long bytes, Supplier<T> work) {
        int needed = (int) Math.min(units, bytes / UNIT + 1);
        free.acquireUninterruptibly(needed);
        try {
            return work.get();
        } finally {
            free.release(needed);
        }
    }
}
