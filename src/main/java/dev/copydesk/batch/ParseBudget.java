package dev.copydesk.batch;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Bounds how many bytes of documents are parsed at the same time, so that a few huge pages cannot fill the heap. */
final class ParseBudget {

    private static final int UNIT = 1 << 10;

    private final int units;
    private final Semaphore free;

    /** {@code bytes} in all; a single document that is larger has the budget to itself. */
    ParseBudget(long bytes) {
        this.units = (int) Math.max(1, bytes / UNIT);
        this.free = new Semaphore(units, true);
    }

    <T> T within(int bytes, Supplier<T> parse) {
        int needed = Math.min(units, bytes / UNIT + 1);
        free.acquireUninterruptibly(needed);
        try {
            return parse.get();
        } finally {
            free.release(needed);
        }
    }
}
