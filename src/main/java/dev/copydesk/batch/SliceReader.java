package dev.copydesk.batch;

import dev.copydesk.document.SourceAccess;
import dev.copydesk.warehouse.Ledger;
import dev.copydesk.warehouse.LedgerFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads the files that the run has yet to load, slice by slice, in the order of the ledger. The ledger itself is the reader's
 * position: a file leaves the pending ones, or an archive's position moves on, in the transaction that writes the rows, so a
 * restart finds just what is left. Records of archives are cut out here, which is quick, and looked into by the threads.
 */
final class SliceReader implements ItemStreamReader<SourceSlice> {

    /** Slices in a chunk: enough for the threads to share evenly. */
    static final int SLICES_PER_CHUNK = 8;

    /** Bytes, estimated unpacked, at which a slice is full; a single larger document is a slice of its own. */
    static final long SLICE_BYTES = 4L << 20;

    private static final int GZIP_FACTOR = 8;
    private static final int PAGE = 1_000;

    private final Ledger ledger;
    private final long runId;
    private final int sliceDocuments;
    private final int maxDocumentSize;
    private final SourceAccess access;
    private final Deque<LedgerFile> buffer = new ArrayDeque<>();
    private @Nullable OpenArchive archive;
    private long lastId;

    SliceReader(Ledger ledger, long runId, int chunkSize, int maxDocumentSize, SourceAccess access) {
        this.ledger = ledger;
        this.runId = runId;
        this.sliceDocuments = Math.max(1, chunkSize / SLICES_PER_CHUNK);
        this.maxDocumentSize = maxDocumentSize;
        this.access = access;
    }

    @Override
    public void open(ExecutionContext context) {
        close();
        buffer.clear();
        lastId = 0;
    }

    @Override
    public @Nullable SourceSlice read() {
        List<SourcePart> parts = new ArrayList<>();
        SliceRoom room = new SliceRoom(sliceDocuments, SLICE_BYTES);
        while (!room.isFull()) {
            if (archive == null) {
                LedgerFile next = peek();
                if (next == null) {
                    break;
                }
                if (!next.file().format().isArchive()) {
                    if (!room.take(estimatedBytes(next))) {
                        break;
                    }
                    parts.add(SourcePart.page(buffer.remove()));
                    continue;
                }
                archive = new OpenArchive(buffer.remove(), maxDocumentSize, access);
            }
            SourcePart part = archive.part(room);
            if (part.isSomething()) {
                parts.add(part);
            }
            if (part.next() == null) {
                close();
            }
        }
        return parts.isEmpty() ? null : new SourceSlice(List.copyOf(parts));
    }

    private static long estimatedBytes(LedgerFile page) {
        return page.file().gzipped()
                ? page.file().size() * GZIP_FACTOR
                : page.file().size();
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

    @Override
    public void close() {
        try {
            if (archive != null) {
                archive.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("closing an archive", e);
        } finally {
            archive = null;
        }
    }
}
