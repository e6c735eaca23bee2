package dev.copydesk.batch;

import java.util.List;

/**
 * A few pages and records that follow each other in the ledger and are looked into and extracted by one thread. Slices keep
 * the work of a chunk spread over the threads, and bound in bytes what a chunk can hold in memory.
 */
record SourceSlice(List<SourcePart> parts) {}
