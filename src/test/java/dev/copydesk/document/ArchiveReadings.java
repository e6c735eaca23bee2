package dev.copydesk.document;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What archives hold, in short. */
final class ArchiveReadings {

    /** Bytes of a document. */
    static final int MOST = 1 << 20;

    private ArchiveReadings() {}

    static SourceFile source(Path file) {
        SourceFormat format = file.toString().endsWith(".wacz") ? SourceFormat.WACZ : SourceFormat.WARC;
        return new SourceFile(file, format, false, file.toFile().length(), Instant.EPOCH, null, null);
    }

    static List<Reading> of(Path file) {
        List<Reading> readings = new ArrayList<>();
        new SourceReader(MOST, SourceAccess.DISK).read(source(file), (entry, reading) -> readings.add(reading));
        return readings;
    }

    /** Offsets of the records from a position on; the position behind each is added to {@code positions}. */
    static List<Long> offsets(Path file, ArchivePosition from, List<ArchivePosition> positions) throws IOException {
        List<Long> offsets = new ArrayList<>();
        try (ArchiveReader reader = ArchiveReader.open(source(file), from, MOST, SourceAccess.DISK)) {
            ArchiveRecord record;
            while ((record = reader.next()) != null) {
                offsets.add(record.offset());
                positions.add(reader.position());
            }
        }
        return offsets;
    }

    /** URLs of documents with their warnings, codes of all others, a blank between two. */
    static String outcomes(Path file) {
        return of(file).stream().map(ArchiveReadings::outcome).collect(Collectors.joining(" "));
    }

    private static String outcome(Reading reading) {
        if (reading instanceof Reading.Read read) {
            RawDocument document = read.document();
            return document.url() + (document.warnings().isEmpty() ? "" : new TreeSet<>(document.warnings()));
        }
        if (reading instanceof Reading.Unreadable unreadable) {
            return unreadable.code();
        }
        return reading instanceof Reading.NoPage none ? none.reason() : "REVISIT";
    }
}
