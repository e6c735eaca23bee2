package dev.copydesk.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MemoryBudgetTest {

    private static final long BYTES = 1 << 20;

    @Test
    void neverHasMoreAtOnceThanItsSizeUnlessASingleDocumentIsLarger() throws Exception {
        MemoryBudget budget = new MemoryBudget(BYTES);
        AtomicLong inWork = new AtomicLong();
        AtomicLong alone = new AtomicLong();
        List<Future<Long>> peaks = new ArrayList<>();
        ExecutorService workers = Executors.newFixedThreadPool(8);
        try {
            for (int i = 0; i < 200; i++) {
                long size = i % 50 == 0 ? 3 * BYTES : BYTES / 8 + i * 997L;
                peaks.add(workers.submit(() -> budget.within(size, () -> {
                    long now = inWork.addAndGet(size);
                    if (size > BYTES) {
                        alone.addAndGet(now == size ? 0 : 1);
                    }
                    Thread.onSpinWait();
                    inWork.addAndGet(-size);
                    return size > BYTES ? 0 : now;
                })));
            }
            for (Future<Long> peak : peaks) {
                assertThat(peak.get()).isLessThanOrEqualTo(BYTES);
            }
            assertThat(alone).hasValue(0);
        } finally {
            workers.shutdownNow();
        }
    }
}
