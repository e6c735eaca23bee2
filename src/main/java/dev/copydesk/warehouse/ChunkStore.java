package dev.copydesk.warehouse;

import dev.copydesk.warehouse.DocumentOutcome.ArticleFound;
import dev.copydesk.warehouse.DocumentOutcome.Failed;
import dev.copydesk.warehouse.DocumentOutcome.NoArticle;
import dev.copydesk.warehouse.DocumentOutcome.Revisited;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes all that a chunk brings, within the caller's transaction: articles with their children, captures, filtered and
 * quarantined documents, the ledger of their files and of the job execution. A document whose rows the database refuses
 * goes to quarantine instead of failing the chunk.
 */
public final class ChunkStore {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate savepoint;
    private final String extractor;
    private final ArticleStore articles;
    private final QuarantineStore quarantine;
    private final Tombstones tombstones;
    private final CaptureStore captures;
    private final Ledger ledger;
    private final FinishedLoads finishedLoads;
    private final SiteQualityStore quality;

    /** {@code extractor} is the version of the extraction code that the documents come from. */
    public ChunkStore(JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock, String extractor) {
        this.jdbc = jdbc;
        this.savepoint = Savepoint.in(transactions);
        this.extractor = extractor;
        this.articles = new ArticleStore(jdbc, extractor);
        this.quarantine = new QuarantineStore(jdbc, clock);
        this.tombstones = new Tombstones(jdbc);
        this.captures = new CaptureStore(jdbc);
        this.ledger = new Ledger(jdbc);
        this.finishedLoads = new FinishedLoads(jdbc);
        this.quality = new SiteQualityStore(jdbc, clock);
    }

    /**
     * Writes the outcomes and notes how far their files have come. Outcomes of files that the run no longer owns are left
     * out: another run has taken them over.
     *
     * @param files the files the chunk deals with, one entry for each
     */
    public WrittenChunk write(
            long runId, long jobExecutionId, List<FileProgress> files, List<DocumentOutcome> outcomes) {
        tombstones.holdOffTakedowns();
        Set<Long> owned = new HashSet<>(ledger.lockPending(runId, files));
        List<FileProgress> progress = files.stream()
                .filter(file -> owned.contains(file.sourceFileId()))
                .toList();
        List<Long> done = progress.stream()
                .filter(FileProgress::isDone)
                .map(FileProgress::sourceFileId)
                .toList();
        Tally tally = new Tally();
        ledger.clear(progress.stream()
                .filter(FileProgress::isFromStart)
                .map(FileProgress::sourceFileId)
                .toList());
        List<DocumentOutcome> ours = outcomes.stream()
                .filter(outcome -> owned.contains(outcome.sourceFileId()))
                .toList();
        Map<Long, LedgerCounts> counts = writeDocuments(ours, tally, runId);
        Map<FileProgress, LedgerCounts> advance = new HashMap<>();
        progress.forEach(file -> advance.put(file, counts.getOrDefault(file.sourceFileId(), LedgerCounts.NONE)));
        ledger.advance(advance, extractor);
        quarantine.closeSuperseded(done);
        quality.add(runId, ours);
        LedgerCounts all = counts.values().stream().reduce(LedgerCounts.NONE, LedgerCounts::plus);
        ledger.addToExecution(jobExecutionId, done.size(), all);
        ledger.addToExecution(jobExecutionId, tally);
        return new WrittenChunk(owned, done.size(), all, tally.articlesNew, tally.articlesChanged, tally.quarantined);
    }

    /**
     * Writes a document anew that is in quarantine, as the load of its file would have written it.
     *
     * @param runId the run that loaded its file
     * @return what the document counts as now; null when its entry is closed, or its file is about to be loaded again
     */
    public @Nullable LedgerCounts rewrite(long runId, DocumentOutcome outcome) {
        tombstones.holdOffTakedowns();
        if (!ledger.lockQuarantined(outcome.sourceFileId(), outcome.offset())) {
            return null;
        }
        LedgerCounts now = writeDocuments(List.of(outcome), new Tally(), null)
                .getOrDefault(outcome.sourceFileId(), LedgerCounts.NONE);
        ledger.recountQuarantined(outcome.sourceFileId(), now);
        quality.add(runId, List.of(outcome));
        return now;
    }

    /** Writes an article whose document was filtered before. */
    void admit(ArticleFound found) {
        jdbc.update(
                "delete from ops.filtered where source_file_id = ? and record_offset = ?",
                found.sourceFileId(),
                found.offset());
        ledger.recountFiltered(
                found.sourceFileId(),
                writeDocuments(List.of(found), new Tally(), null)
                        .getOrDefault(found.sourceFileId(), LedgerCounts.NONE));
    }

    /**
     * Writes documents with what belongs to them and returns what they count as, by file.
     *
     * @param runId the run that readers of finished loads see the new articles after, or null to show them at once
     */
    private Map<Long, LedgerCounts> writeDocuments(List<DocumentOutcome> outcomes, Tally tally, @Nullable Long runId) {
        List<ArticleRow> found = new ArrayList<>();
        List<Failed> failed = new ArrayList<>();
        List<NoArticle> filtered = new ArrayList<>();
        List<Revisited> revisits = new ArrayList<>();
        for (DocumentOutcome outcome : outcomes) {
            if (outcome instanceof ArticleFound article) {
                found.add(ArticleRow.of(article));
            } else if (outcome instanceof Failed failure) {
                failed.add(failure);
            } else if (outcome instanceof NoArticle none) {
                filtered.add(none);
            } else if (outcome instanceof Revisited revisit) {
                revisits.add(revisit);
            }
        }
        List<Tombstones.KeptOut> keptOut = tombstones.takeOut(found);
        List<StoredArticle> stored = writeArticles(found, tally, failed);
        if (runId != null) {
            finishedLoads.hide(
                    runId,
                    stored.stream()
                            .filter(article -> article.change() == StoredArticle.Change.NEW)
                            .map(StoredArticle::articleId)
                            .toList());
        }
        captures.write(stored);
        List<Revisited> unresolved = captures.writeRevisits(revisits);
        revisits.removeAll(unresolved);
        unresolved.forEach(one ->
                filtered.add(new NoArticle(one.sourceFileId(), one.offset(), CaptureStore.ORIGINAL_UNKNOWN, null)));
        writeFiltered(filtered);
        tombstones.write(keptOut);
        List<DocumentOutcome> done = new ArrayList<>(filtered);
        done.addAll(revisits);
        stored.forEach(article -> done.add(article.row().found()));
        keptOut.forEach(one -> done.add(one.row().found()));
        quarantine.closeLoaded(done);
        quarantine.add(failed);
        failed.forEach(one -> tally.quarantined.merge(one.code(), 1L, Long::sum));
        Map<Long, LedgerCounts> counts = new HashMap<>();
        stored.forEach(article -> count(
                counts,
                article.row().found(),
                article.change() == StoredArticle.Change.NONE
                        ? new LedgerCounts(0, 1, 0, 0)
                        : new LedgerCounts(1, 0, 0, 0)));
        filtered.forEach(one -> count(counts, one, new LedgerCounts(0, 0, 1, 0)));
        revisits.forEach(one -> count(counts, one, new LedgerCounts(0, 1, 0, 0)));
        keptOut.forEach(one -> count(counts, one.row().found(), new LedgerCounts(0, 0, 1, 0)));
        failed.forEach(one -> count(counts, one, new LedgerCounts(0, 0, 0, 1)));
        return counts;
    }

    private static void count(Map<Long, LedgerCounts> counts, DocumentOutcome outcome, LedgerCounts one) {
        counts.merge(outcome.sourceFileId(), one, LedgerCounts::plus);
    }

    private List<StoredArticle> writeArticles(List<ArticleRow> rows, Tally tally, List<Failed> failed) {
        if (rows.isEmpty()) {
            return List.of();
        }
        try {
            return inSavepoint(rows, tally);
        } catch (DataAccessException e) {
            if (refusal(e) == null) {
                throw e;
            }
        }
        // Some document's rows are refused: one by one, to lose no other.
        List<StoredArticle> stored = new ArrayList<>();
        for (ArticleRow row : rows) {
            try {
                stored.addAll(inSavepoint(List.of(row), tally));
            } catch (DataAccessException e) {
                String refusal = refusal(e);
                if (refusal == null) {
                    throw e;
                }
                ArticleFound found = row.found();
                failed.add(new Failed(
                        found.sourceFileId(),
                        found.offset(),
                        DocumentOutcome.Stage.WRITE,
                        "ROW_REFUSED",
                        "the database refused the article's rows: " + refusal));
            }
        }
        return stored;
    }

    private List<StoredArticle> inSavepoint(List<ArticleRow> rows, Tally tally) {
        Tally inside = new Tally();
        List<StoredArticle> stored = savepoint.execute(status -> articles.write(rows, inside));
        tally.add(inside);
        return stored == null ? List.of() : stored;
    }

    /** The database's message when it refused values (SQLSTATE classes 22, 23, 54), null for any other trouble. */
    static @Nullable String refusal(DataAccessException e) {
        if (NestedExceptionUtils.getMostSpecificCause(e) instanceof SQLException cause) {
            String state = cause.getSQLState();
            if (state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("54"))) {
                return cause.getMessage();
            }
        }
        return null;
    }

    private void writeFiltered(List<NoArticle> filtered) {
        if (!filtered.isEmpty()) {
            UnnestStatement.of(jdbc, """
                            insert into ops.filtered (source_file_id, record_offset, reason)
                            select * from unnest(?, ?, ?)""")
                    .bigint(filtered, NoArticle::sourceFileId)
                    .bigint(filtered, NoArticle::offset)
                    .text(filtered, NoArticle::reason)
                    .update();
        }
    }
}
