package dev.copydesk.batch;

import dev.copydesk.article.extraction.PageExtractor;
import dev.copydesk.document.PageFileReader;
import dev.copydesk.document.RawDocument;
import dev.copydesk.document.Reading;
import dev.copydesk.document.RemoteAccessException;
import dev.copydesk.document.SourceAccess;
import dev.copydesk.document.SourceReader;
import dev.copydesk.entity.EntityTagger;
import dev.copydesk.warehouse.ChunkStore;
import dev.copydesk.warehouse.DocumentOutcome;
import dev.copydesk.warehouse.Ledger;
import dev.copydesk.warehouse.LedgerCounts;
import dev.copydesk.warehouse.LedgerFile;
import dev.copydesk.warehouse.LinkStore;
import dev.copydesk.warehouse.QuarantineStore;
import dev.copydesk.warehouse.RunStore;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tries documents in quarantine again with the present extractor. One that succeeds is written as the load of its file would
 * have written it, in one transaction with the ledger and its entry.
 */
public final class QuarantineReplay {

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final SourceAccess access;
    private final TransactionTemplate transaction;
    private final ChunkStore store;
    private final QuarantineStore quarantine;
    private final EntityTagger tagger = new EntityTagger();
    private final Duration maxTime;

    /** @param maxTime CPU time that may be spent on a document */
    public QuarantineReplay(DataSource dataSource, Clock clock, SourceAccess access, Duration maxTime) {
        this.maxTime = maxTime;
        this.jdbc = new JdbcTemplate(dataSource);
        this.clock = clock;
        this.access = access;
        JdbcTransactionManager transactions = new JdbcTransactionManager(dataSource);
        this.transaction = new TransactionTemplate(transactions);
        this.store = new ChunkStore(jdbc, transactions, clock, ExtractorVersion.present());
        this.quarantine = new QuarantineStore(jdbc, clock);
    }

    /**
     * Tries the document of an entry again and returns what came of it.
     *
     * @throws RemoteAccessException when it has to be read again and its server cannot be asked
     */
    public ReplayOutcome replay(QuarantineStore.Entry entry) {
        LedgerFile file = new Ledger(jdbc).fileOf(entry.id());
        RunStore.Run run = new RunStore(jdbc, clock).loading(file.sourceFileId());
        Reading reading = reading(file, entry);
        if (reading == null) {
            return ReplayOutcome.NOT_KEPT;
        }
        DocumentOutcome outcome = new DocumentProcessor(
                        new PageExtractor(run.keepNonArticles()), tagger, MemoryBudget.ofAProcess(), maxTime)
                .outcome(file, reading);
        return transaction.execute(status -> {
            LedgerCounts now = store.rewrite(run.runId(), outcome);
            if (now == null) {
                return ReplayOutcome.CLOSED;
            }
            new LinkStore(jdbc).resolve(run.runId());
            return now.quarantined() > 0
                    ? ReplayOutcome.QUARANTINED
                    : now.filtered() > 0 ? ReplayOutcome.FILTERED : ReplayOutcome.LOADED;
        });
    }

    /** The kept document; where none was kept, the one in its file if that is still the same; else null. */
    private @Nullable Reading reading(LedgerFile file, QuarantineStore.Entry entry) {
        RawDocument kept = quarantine.kept(entry, file);
        if (kept != null) {
            return new Reading.Read(kept);
        }
        return FileDigest.matches(file, access)
                ? new SourceReader(PageFileReader.DEFAULT_MAX_BYTES, access).at(file.file(), entry.offset())
                : null;
    }
}
