package dev.copydesk.warehouse;

import dev.copydesk.document.ArchivePosition;
import org.jspecify.annotations.Nullable;

/**
 * How far a chunk brings a file.
 *
 * @param from where the chunk's documents of it start; {@link ArchivePosition#START} for a file that is one page
 * @param next where the file's next documents start, or null when all are dealt with
 */
public record FileProgress(
        long sourceFileId, ArchivePosition from, @Nullable ArchivePosition next) {

    /** Whether all documents of the file are dealt with. */
    public boolean isDone() {
        return next == null;
    }

    @Nullable
    Long nextPiece() {
        return next == null ? null : next.piece();
    }

    @Nullable
    Long nextRecord() {
        return next == null ? null : next.record();
    }

    boolean isFromStart() {
        return from.equals(ArchivePosition.START);
    }

    /** This and what the next part of the same file brings. */
    public FileProgress then(FileProgress later) {
        return new FileProgress(sourceFileId, from, later.next);
    }
}
