package dev.copydesk.batch;

import dev.copydesk.document.SourceLocation;
import dev.copydesk.warehouse.DocumentOutcome;
import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A document was read for its article and the names in it. */
@Name("copydesk.DocumentExtracted")
@Label("Document Extracted")
@Category("Copydesk")
@StackTrace(false)
@SuppressWarnings("unused") // Flight Recorder reads the fields
final class DocumentExtractedEvent extends Event {

    @Label("File")
    private String file = "";

    @Label("Offset")
    private long offset;

    @Label("Bytes")
    @DataAmount
    private long bytes;

    @Label("Outcome")
    @Description("article, filtered or quarantined")
    private String outcome = "";

    @Label("Code")
    @Description("Why it was filtered or quarantined; null for an article")
    private @Nullable String code;

    /** {@code size} of the document, unpacked. */
    void commit(SourceLocation location, int size, DocumentOutcome result) {
        end();
        if (shouldCommit()) {
            file = location.toString();
            offset = result.offset();
            bytes = size;
            if (result instanceof DocumentOutcome.ArticleFound) {
                outcome = "article";
            } else if (result instanceof DocumentOutcome.NoArticle none) {
                outcome = "filtered";
                code = none.reason();
            } else if (result instanceof DocumentOutcome.Failed failed) {
                outcome = "quarantined";
                code = failed.code();
            }
            commit();
        }
    }
}
