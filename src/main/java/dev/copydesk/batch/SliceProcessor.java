package dev.copydesk.batch;

import dev.copydesk.article.Article;
import dev.copydesk.article.ArticleExtractor;
import dev.copydesk.article.Extraction;
import dev.copydesk.article.fingerprint.Fingerprint;
import dev.copydesk.document.DocumentReader;
import dev.copydesk.document.RawDocument;
import dev.copydesk.document.Reading;
import dev.copydesk.document.SourceFile;
import dev.copydesk.entity.EntityTagger;
import dev.copydesk.entity.LinkedMention;
import dev.copydesk.warehouse.DocumentOutcome;
import dev.copydesk.warehouse.DocumentOutcome.Stage;
import dev.copydesk.warehouse.LedgerFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Reads the documents of a slice, extracts articles and tags entities. Used by several threads at once. */
final class SliceProcessor implements ItemProcessor<SourceSlice, SliceOutcome> {

    /** Bytes of a payload up to which quarantine keeps it. */
    private static final int KEPT_PAYLOAD = 1 << 20;

    /** Bytes of the budget for a tag. */
    private static final int TAG_WEIGHT = 64;

    private final DocumentReader reader;
    private final ArticleExtractor extractor;
    private final EntityTagger tagger;
    private final MemoryBudget budget;

    SliceProcessor(DocumentReader reader, ArticleExtractor extractor, EntityTagger tagger, MemoryBudget budget) {
        this.reader = reader;
        this.extractor = extractor;
        this.tagger = tagger;
        this.budget = budget;
    }

    @Override
    public SliceOutcome process(SourceSlice slice) {
        List<DocumentOutcome> outcomes = new ArrayList<>();
        for (LedgerFile file : slice.files()) {
            List<Reading> readings = new ArrayList<>();
            budget.within(file.file().size(), () -> {
                reader.read(file.file(), readings::add);
                return readings;
            });
            if (isAsDiscovered(file.file())) {
                readings.forEach(reading -> outcomes.add(outcome(file, reading)));
            } else {
                outcomes.add(changed(file));
            }
        }
        return new SliceOutcome(slice, outcomes);
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

    private DocumentOutcome outcome(LedgerFile file, Reading reading) {
        if (reading instanceof Reading.Unreadable unreadable) {
            return new DocumentOutcome.Failed(
                    file.sourceFileId(),
                    unreadable.offset(),
                    Stage.READ,
                    unreadable.code(),
                    unreadable.message(),
                    null);
        }
        RawDocument document = ((Reading.Read) reading).document();
        try {
            return budget.within(weight(document.payload()), () -> extracted(file, document));
        } catch (RuntimeException | StackOverflowError e) {
            // A fault of ours, not of the page; the page waits in quarantine until it is mended.
            return failed(file, document, "EXTRACTION_FAILED", "the extractor failed: " + e);
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
            return new DocumentOutcome.NoArticle(file.sourceFileId(), document.offset(), filtered.reason());
        }
        Article article = ((Extraction.Extracted) extraction).article();
        List<LinkedMention> mentions = tagger.tag(article);
        Instant capturedAt = document.capturedAt();
        return new DocumentOutcome.ArticleFound(
                file.sourceFileId(),
                document.offset(),
                article,
                mentions,
                Fingerprint.of(article),
                capturedAt,
                capturedAt == null ? file.file().modifiedAt() : capturedAt,
                document.digest());
    }

    private static DocumentOutcome failed(LedgerFile file, RawDocument document, String code, String message) {
        return new DocumentOutcome.Failed(
                file.sourceFileId(), document.offset(), Stage.EXTRACT, code, message, kept(document.payload()));
    }

    private static byte @Nullable [] kept(byte[] payload) {
        return payload.length <= KEPT_PAYLOAD ? payload : null;
    }
}
