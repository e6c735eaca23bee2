package dev.copydesk.batch;

import dev.copydesk.warehouse.DocumentOutcome;
import dev.copydesk.warehouse.PageTime;
import java.util.List;

/**
 * What came of the documents of a slice.
 *
 * @param times what each of them took that could be read
 */
record SliceOutcome(SourceSlice slice, List<DocumentOutcome> documents, List<PageTime> times) {}
