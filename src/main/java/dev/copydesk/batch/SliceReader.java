package dev.copydesk.batch;

import dev.copydesk.warehouse.Ledger;
import dev.copydesk.warehouse.LedgerFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads the files that the run has yet to load, slice by slice, in the order of the ledger. The ledger itself is the reader's
 * position: a file leaves the pending ones in the transaction that writes its rows, so a restart finds just what is left.
 */
final class SliceReader implements ItemStreamReader<SourceSlice> {

    /** Slices in a chunk: enough for the threads to share evenly. */
    static final int SLICES_PER_CHUNK = 8;

    /** Bytes, estimated unpacked, at which a slice is full; a single larger file is a slice of its own. */
    private static final long SLICE_BYTES = 4L << 20;

    private static final int GZIP_FACTOR = 8;
    private static final int PAGE = 1_000;

    private final Ledger ledger;
    private final long runId;
    private final int sliceFiles;
    private final Deque<LedgerFile> buffer = new ArrayDeque<>();
    private long lastId;

    SliceReader(Ledger ledger, long runId, int chunkSize) {
        this.ledger = ledger;
        this.runId = runId;
        this.sliceFiles = Math.max(1, chunkSize / SLICES_PER_CHUNK);
    }

    @Override
    public void open(ExecutionContext context) {
        buffer.clear();
        lastId = 0;
    }

    @Override
    public @Nullable SourceSlice read() {
        List<LedgerFile> files = new ArrayList<>();
        long bytes = 0;
        while (files.size() < sliceFiles) {
            LedgerFile next = peek();
            if (next == null) {
                break;
            }
            bytes += next.file().gzipped()
                    ? next.file().size() * GZIP_FACTOR
                    : next.file().size();
            if (!files.isEmpty() && bytes > SLICE_BYTES) {
                break;
            }
            files.add(buffer.remove());
        }
        return files.isEmpty() ? null : new SourceSlice(List.copyOf(files));
    }

    private @Nullable LedgerFile peek() {
        if (buffer.isEmpty()) {
            buffer.addAll(ledger.pending(runId, lastId, PAGE));
            if (!buffer.isEmpty()) {
                lastId = buffer.getLast().sourceFileId();
            }
        }
        return buffer.peek();
    }
}
