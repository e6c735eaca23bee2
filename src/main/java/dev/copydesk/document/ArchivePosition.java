package dev.copydesk.document;

/**
 * Where reading of an archive goes on.
 *
 * @param piece byte of the file as stored at which a gzip member, a zstd frame or, where nothing is packed, a record
 *     starts
 * @param record how many records of that piece are dealt with; 0 unless several records were packed as one
 */
public record ArchivePosition(long piece, long record) {

    public static final ArchivePosition START = new ArchivePosition(0, 0);

    /** What tells the record at this position from all others of the file. */
    public long offset() {
        return piece + record;
    }
}
