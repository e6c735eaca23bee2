package dev.copydesk.batch;

import dev.copydesk.document.ArchivePosition;
import dev.copydesk.document.ArchiveRecord;
import dev.copydesk.document.SourceFile;
import dev.copydesk.document.SourceLocation;
import dev.copydesk.warehouse.FileProgress;
import dev.copydesk.warehouse.LedgerFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a slice has of a file: a page, or some records of an archive that follow each other.
 *
 * @param records none for a page, which its slice's thread reads
 * @param from where they start
 * @param next where the file's next records start, or null when these are its last
 * @param isChanged whether the file is no longer the one that was discovered, so that nothing of it is to be loaded
 */
record SourcePart(
        LedgerFile file,
        List<ArchiveRecord> records,
        ArchivePosition from,
        @Nullable ArchivePosition next,
        boolean isChanged) {

    static SourcePart page(LedgerFile file) {
        return new SourcePart(file, List.of(), ArchivePosition.START, null, false);
    }

    /** Whether it brings the file any further. */
    boolean isSomething() {
        return !from.equals(next);
    }

    FileProgress progress() {
        return new FileProgress(file.sourceFileId(), from, next);
    }

    /** Bytes of the file that are dealt with thereby. */
    long storedBytes() {
        return (next == null ? file.file().size() : next.piece()) - from.piece();
    }

    /**
     * A file that was rewritten since its digest was taken must not be entered under that digest. Remote files are asked for in
     * the version that was found.
     */
    static boolean isAsDiscovered(SourceFile file) {
        if (!(file.location() instanceof SourceLocation.Disk disk)) {
            return true;
        }
        try {
            BasicFileAttributes now = Files.readAttributes(disk.path(), BasicFileAttributes.class);
            return now.size() == file.size()
                    && now.lastModifiedTime()
                            .toInstant()
                            .truncatedTo(ChronoUnit.MICROS)
                            .equals(file.modifiedAt().truncatedTo(ChronoUnit.MICROS));
        } catch (IOException e) {
            // It is gone; the reader has said so.
            return true;
        }
    }
}
