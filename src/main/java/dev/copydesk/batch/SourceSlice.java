package dev.copydesk.batch;

import dev.copydesk.warehouse.LedgerFile;
import java.util.List;

/**
 * A few files that follow each other in the ledger and are read and extracted by one thread. Slices keep the work of a chunk
 * spread over the threads, and bound in bytes what a chunk can hold in memory.
 */
record SourceSlice(List<LedgerFile> files) {}
