package dev.copydesk.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads all documents of a source file of any kind, one after the other. Safe for use by several threads.
 *
 * @param maxBytes largest document that is read, unpacked
 * @param access how files are opened
 */
public record SourceReader(int maxBytes, SourceAccess access) {

    /** The reading at this offset, or null when there is none. */
    public @Nullable Reading at(SourceFile file, long offset) {
        if (file.format().isArchive()) {
            Reading direct = first(file, new ArchivePosition(offset, 0), offset);
            if (direct != null && !(direct instanceof Reading.Unreadable)) {
                return direct;
            }
            // Perhaps one of several that were packed as one, of which only the first can be gone to.
        }
        return first(file, ArchivePosition.START, offset);
    }

    private @Nullable Reading first(SourceFile file, ArchivePosition from, long offset) {
        if (!file.format().isArchive()) {
            List<Reading> readings = new ArrayList<>();
            new PageFileReader(maxBytes, access).read(file, readings::add);
            return readings.stream()
                    .filter(reading -> reading.offset() == offset)
                    .findFirst()
                    .orElse(null);
        }
        try (ArchiveReader archive = ArchiveReader.open(file, from, maxBytes, access)) {
            ArchiveRecord record = archive.next();
            while (record != null && record.offset() < offset) {
                record = archive.next();
            }
            return record == null || record.offset() != offset ? null : record.reading();
        } catch (IOException e) {
            throw new UncheckedIOException("closing " + file.location(), e);
        }
    }

    /** Hands the readings over in order, each with the archive within the file that it stands in, or null. */
    public void read(SourceFile file, BiConsumer<@Nullable String, Reading> documents) {
        if (!file.format().isArchive()) {
            new PageFileReader(maxBytes, access).read(file, reading -> documents.accept(null, reading));
            return;
        }
        try (ArchiveReader archive = ArchiveReader.open(file, ArchivePosition.START, maxBytes, access)) {
            ArchiveRecord record;
            while ((record = archive.next()) != null) {
                documents.accept(record.entry(), record.reading());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("closing " + file.location(), e);
        }
    }
}
