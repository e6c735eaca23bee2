package dev.copydesk.batch;

import dev.copydesk.warehouse.DocumentOutcome;
import java.util.List;

/** What came of the documents of a slice. */
record SliceOutcome(SourceSlice slice, List<DocumentOutcome> documents) {}
