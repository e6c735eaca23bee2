package dev.copydesk.batch;

import dev.copydesk.document.DocumentReader;
import dev.copydesk.document.Reading;
import dev.copydesk.document.SourceFile;
import dev.copydesk.warehouse.DocumentOutcome;
import dev.copydesk.warehouse.DocumentOutcome.Stage;
import dev.copydesk.warehouse.LedgerFile;
import dev.copydesk.warehouse.PageTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Reads the documents of a slice and has each processed. Used by several threads at once. */
final class SliceProcessor implements ItemProcessor<SourceSlice, SliceOutcome> {

    private final DocumentReader reader;
    private final DocumentProcessor documents;
    private final MemoryBudget budget;

    SliceProcessor(DocumentReader reader, DocumentProcessor documents, MemoryBudget budget) {
        this.reader = reader;
        this.documents = documents;
        this.budget = budget;
    }

    @Override
    public SliceOutcome process(SourceSlice slice) {
        List<DocumentOutcome> outcomes = new ArrayList<>();
        List<PageTime> times = new ArrayList<>();
        for (LedgerFile file : slice.files()) {
            List<Reading> readings = new ArrayList<>();
            budget.within(file.file().size(), () -> {
                reader.read(file.file(), readings::add);
                return readings;
            });
            if (isAsDiscovered(file.file())) {
                readings.forEach(reading -> outcomes.add(documents.outcome(file, reading, times::add)));
            } else {
                outcomes.add(changed(file));
            }
        }
        return new SliceOutcome(slice, outcomes, times);
    }

    /** A file that was rewritten since its digest was taken must not be entered under that digest. */
    private static boolean isAsDiscovered(SourceFile file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file.path(), BasicFileAttributes.class);
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

    private static DocumentOutcome changed(LedgerFile file) {
        return new DocumentOutcome.Failed(
                file.sourceFileId(),
                0,
                Stage.READ,
                "SOURCE_CHANGED",
                "the file changed while the load ran; the next load reads the new version",
                null);
    }
}
