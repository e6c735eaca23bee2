package dev.copydesk.warehouse;

/**
 * What became of documents; {@code read = loaded + unchanged + filtered + quarantined}.
 *
 * @param loaded became a new article or a new revision
 * @param unchanged their article stood in the warehouse already
 * @param filtered are no articles
 */
public record LedgerCounts(long loaded, long unchanged, long filtered, long quarantined) {

    public static final LedgerCounts NONE = new LedgerCounts(0, 0, 0, 0);

    public long read() {
        return loaded + unchanged + filtered + quarantined;
    }

    public LedgerCounts plus(LedgerCounts other) {
        return new LedgerCounts(
                loaded + other.loaded,
                unchanged + other.unchanged,
                filtered + other.filtered,
                quarantined + other.quarantined);
    }
}
