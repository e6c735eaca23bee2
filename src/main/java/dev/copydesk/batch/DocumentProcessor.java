package dev.copydesk.batch;

import dev.copydesk.article.Article;
import dev.copydesk.article.ArticleExtractor;
import dev.copydesk.article.Extraction;
import dev.copydesk.article.fingerprint.Fingerprint;
import dev.copydesk.document.CleanText;
import dev.copydesk.document.RawDocument;
import dev.copydesk.document.Reading;
import dev.copydesk.document.TimeBudget;
import dev.copydesk.entity.EntityTagger;
import dev.copydesk.warehouse.DocumentOutcome;
import dev.copydesk.warehouse.DocumentOutcome.RecordNote;
import dev.copydesk.warehouse.DocumentOutcome.Stage;
import dev.copydesk.warehouse.LedgerFile;
import dev.copydesk.warehouse.PageTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Extracts the article of a document and tags its entities. Used by several threads at once. */
final class DocumentProcessor {

    /** Bytes of a payload up to which quarantine keeps it. */
    private static final int KEPT_PAYLOAD = 1 << 20;

    /** Bytes of the budget for a tag. */
    private static final int TAG_WEIGHT = 64;

    private final ArticleExtractor extractor;
    private final EntityTagger tagger;
    private final MemoryBudget budget;
    private final Duration maxTime;

    /** @param maxTime CPU time that may be spent on a document */
    DocumentProcessor(ArticleExtractor extractor, EntityTagger tagger, MemoryBudget budget, Duration maxTime) {
        this.extractor = extractor;
        this.tagger = tagger;
        this.budget = budget;
        this.maxTime = maxTime;
    }

    /** What is to be written of the document; never throws for a page's sake. */
    DocumentOutcome outcome(LedgerFile file, Reading reading) {
        return outcome(file, reading, time -> {});
    }

    /** The same; {@code times} hears what it took. */
    DocumentOutcome outcome(LedgerFile file, Reading reading, Consumer<PageTime> times) {
        if (reading instanceof Reading.Unreadable unreadable) {
            return new DocumentOutcome.Failed(
                    file.sourceFileId(), unreadable.offset(), Stage.READ, unreadable.code(), unreadable.message());
        }
        if (reading instanceof Reading.NoPage none) {
            return new DocumentOutcome.NoArticle(file.sourceFileId(), none.offset(), none.reason(), null);
        }
        if (reading instanceof Reading.Revisit revisit) {
            return new DocumentOutcome.Revisited(file.sourceFileId(), revisit);
        }
        RawDocument document = ((Reading.Read) reading).document();
        return budget.within(weight(document.payload()), () -> {
            DocumentExtractedEvent event = new DocumentExtractedEvent();
            event.begin();
            long startedAt = System.nanoTime(); // what it waited for room does not count
            DocumentOutcome outcome = extractedOrFailed(file, document);
            long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - startedAt);
            event.commit(file.file().location(), document.payload().length, outcome);
            times.accept(new PageTime(file.sourceFileId(), document.offset(), micros, document.payload().length));
            return outcome;
        });
    }

    private DocumentOutcome extractedOrFailed(LedgerFile file, RawDocument document) {
        try {
            return TimeBudget.within(
                    maxTime,
                    () -> extracted(file, document),
                    message -> failed(
                            file,
                            document,
                            "TOO_SLOW",
                            message + "; to allow more: ./copydesk quarantine replay --max-document-time 10m"));
        } catch (RuntimeException | StackOverflowError e) {
            // A fault of ours, not of the page; the page waits in quarantine until it is mended.
            return failed(file, document, "EXTRACTION_FAILED", CleanText.line("the extractor failed: " + e));
        }
    }

    /** Bytes and what the elements of a parsed page take beside its text. */
    private static long weight(byte[] payload) {
        long tags = 0;
        for (byte b : payload) {
            if (b == '<') {
                tags++;
            }
        }
        return payload.length + tags * TAG_WEIGHT;
    }

    private DocumentOutcome extracted(LedgerFile file, RawDocument document) {
        Extraction extraction = extractor.extract(document);
        if (extraction instanceof Extraction.Rejected rejected) {
            return failed(file, document, rejected.code(), rejected.message());
        }
        if (extraction instanceof Extraction.Filtered filtered) {
            return new DocumentOutcome.NoArticle(
                    file.sourceFileId(), document.offset(), filtered.reason(), filtered.url());
        }
        Article article = ((Extraction.Extracted) extraction).article();
        Instant capturedAt = document.capturedAt();
        return new DocumentOutcome.ArticleFound(
                file.sourceFileId(),
                document.offset(),
                article,
                tagger.tag(article),
                Fingerprint.of(article),
                capturedAt,
                capturedAt == null ? file.file().modifiedAt() : capturedAt,
                document.digest(),
                document.recordDigest() == null
                        ? null
                        : new RecordNote(document.url(), document.recordDigest(), document.warnings()));
    }

    private static DocumentOutcome failed(LedgerFile file, RawDocument document, String code, String message) {
        return new DocumentOutcome.Failed(
                file.sourceFileId(),
                document.offset(),
                Stage.EXTRACT,
                code,
                message,
                kept(document.payload()),
                document.url(),
                document.capturedAt(),
                document.contentType());
    }

    private static byte @Nullable [] kept(byte[] payload) {
        return payload.length <= KEPT_PAYLOAD ? payload : null;
    }
}
