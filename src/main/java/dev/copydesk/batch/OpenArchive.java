package dev.copydesk.batch;

import dev.copydesk.document.ArchivePosition;
import dev.copydesk.document.ArchiveReader;
import dev.copydesk.document.ArchiveRecord;
import dev.copydesk.document.SourceAccess;
import dev.copydesk.warehouse.LedgerFile;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An archive that is being loaded, part by part, from where the ledger has it. */
final class OpenArchive implements Closeable {

    private final LedgerFile file;
    private final ArchiveReader reader;
    private ArchivePosition at;
    private @Nullable ArchiveRecord ahead;

    OpenArchive(LedgerFile file, int maxDocumentSize, SourceAccess access) {
        this.file = file;
        this.reader = ArchiveReader.open(file.file(), file.position(), maxDocumentSize, access);
        this.at = file.position();
        this.ahead = reader.next();
    }

    /** As many of the next records as there is room for, the last one at the latest. */
    SourcePart part(SliceRoom room) {
        ArchivePosition from = at;
        List<ArchiveRecord> records = new ArrayList<>();
        while (ahead != null && !room.isFull() && room.take(ahead.bytes())) {
            records.add(ahead);
            at = reader.position();
            ahead = reader.next();
        }
        if (!SourcePart.isAsDiscovered(file.file())) {
            return new SourcePart(file, List.of(), from, null, true);
        }
        return new SourcePart(file, List.copyOf(records), from, ahead == null ? null : at, false);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
