package dev.copydesk.batch;

import dev.copydesk.document.ArchiveRecord;
import dev.copydesk.document.DocumentReader;
import dev.copydesk.document.Reading;
import dev.copydesk.document.SourceChangedException;
import dev.copydesk.document.SourceLocation;
import dev.copydesk.warehouse.DocumentOutcome;
import dev.copydesk.warehouse.DocumentOutcome.Stage;
import dev.copydesk.warehouse.LedgerFile;
import dev.copydesk.warehouse.PageTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Reads the documents of a slice and has each processed. Used by several threads at once. */
final class SliceProcessor implements ItemProcessor<SourceSlice, SliceOutcome> {

    /** What looking into a record takes, of its size: unpacked it is larger, and there is a copy or two. */
    private static final int RECORD_FACTOR = 4;

    private final DocumentReader pages;
    private final DocumentProcessor documents;
    private final MemoryBudget budget;

    SliceProcessor(DocumentReader pages, DocumentProcessor documents, MemoryBudget budget) {
        this.pages = pages;
        this.documents = documents;
        this.budget = budget;
    }

    @Override
    public SliceOutcome process(SourceSlice slice) {
        List<DocumentOutcome> outcomes = new ArrayList<>();
        List<PageTime> times = new ArrayList<>();
        for (SourcePart part : slice.parts()) {
            if (part.isChanged()) {
                outcomes.add(changed(part));
            } else if (part.file().file().format().isArchive()) {
                part.records().forEach(record -> outcomes.add(outcome(part.file(), record, times::add)));
            } else {
                outcomes.add(page(part, times::add));
            }
        }
        return new SliceOutcome(slice, outcomes, times);
    }

    private DocumentOutcome outcome(LedgerFile file, ArchiveRecord record, Consumer<PageTime> times) {
        Reading reading = budget.within((long) record.bytes() * RECORD_FACTOR, record::reading);
        return documents.outcome(file, reading, times);
    }

    private DocumentOutcome page(SourcePart part, Consumer<PageTime> times) {
        LedgerFile file = part.file();
        List<Reading> readings = budget.within(file.file().size(), () -> {
            List<Reading> read = new ArrayList<>();
            pages.read(file.file(), read::add);
            return read;
        });
        Reading reading = readings.get(0);
        // It may have been rewritten while it was read.
        return SourcePart.isAsDiscovered(file.file()) && isWhatWasDigested(file, reading)
                ? documents.outcome(file, reading, times)
                : changed(part);
    }

    /**
     * A page that is as long as its file is the file's content, so that its digest must be the file's, be size and time what they
     * were: a file can be replaced without a trace in these. A packed page has a checksum of its own; it may happen to be as long
     * as its file, which then tells for itself. Of a remote file only the version that was found is ever read.
     */
    private static boolean isWhatWasDigested(LedgerFile file, Reading reading) {
        return !(reading instanceof Reading.Read read)
                || file.digest() == null
                || read.document().payload().length != file.file().size()
                || !(file.file().location() instanceof SourceLocation.Disk disk)
                || read.document().digest().hex().equals(file.digest())
                || FileDigest.matches(disk, file.digest());
    }

    private static DocumentOutcome changed(SourcePart part) {
        return new DocumentOutcome.Failed(
                part.file().sourceFileId(),
                part.from().offset(),
                Stage.READ,
                SourceChangedException.CODE,
                SourceChangedException.MESSAGE);
    }
}
