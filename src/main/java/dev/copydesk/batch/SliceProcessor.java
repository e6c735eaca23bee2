package dev.copydesk.batch;

import dev.copydesk.document.ArchiveRecord;
import dev.copydesk.document.DocumentReader;
import dev.copydesk.document.Reading;
import dev.copydesk.document.SourceChangedException;
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
        // It may have been rewritten while it was read.
        return SourcePart.isAsDiscovered(file.file()) ? documents.outcome(file, readings.get(0), times) : changed(part);
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
