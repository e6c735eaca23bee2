package dev.copydesk.warehouse;

import dev.copydesk.warehouse.DocumentChange.Kind;
import dev.copydesk.warehouse.DocumentOutcome.ArticleFound;
import dev.copydesk.warehouse.DocumentOutcome.NoArticle;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares what the present extractor makes of loaded documents with what stands in the warehouse, and writes it. Texts of the
 * past, documents in quarantine and articles that are kept out are left alone.
 */
public final class ReextractionStore {

    /**
     * What came of some documents.
     *
     * @param changes in the order of the documents
     * @param same documents that give what stands there
     * @param leftAlone documents that are not for re-extraction
     */
    public record Comparison(List<DocumentChange> changes, long same, long leftAlone) {}

    /**
     * A file that another version of the extractor was used for.
     *
     * @param keepNonArticles whether its run loads pages that seem to be no articles all the same
     */
    public record Outdated(LedgerFile file, boolean keepNonArticles) {}

    /** A document that differs, and all that is needed to write it. */
    private record Difference(
            DocumentChange change,
            DocumentOutcome outcome,
            Standing standing,
            @Nullable ArticleRow row) {

        boolean isSameArticle() {
            return change.kind() == Kind.CHANGED
                    && row != null
                    && standing instanceof Standing.Current current
                    && current.articleKey().equals(row.key());
        }
    }

    private final JdbcTemplate jdbc;
    private final TransactionTemplate savepoint;
    private final String extractor;
    private final Ledger ledger;
    private final Tombstones tombstones;
    private final ArticleStore articles;
    private final ArticleRemoval removal;
    private final ChunkStore chunks;
    private final CaptureStore captures;
    private final ContentStore contents;
    private final EntityStore entities;
    private final LinkStore links;

    /** {@code extractor} is the version of the present extraction code. */
    public ReextractionStore(
            JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock, String extractor) {
        this.jdbc = jdbc;
        this.savepoint = Savepoint.in(transactions);
        this.extractor = extractor;
        this.ledger = new Ledger(jdbc);
        this.tombstones = new Tombstones(jdbc);
        this.articles = new ArticleStore(jdbc, extractor);
        this.removal = new ArticleRemoval(jdbc);
        this.chunks = new ChunkStore(jdbc, transactions, clock, extractor);
        this.captures = new CaptureStore(jdbc);
        this.contents = new ContentStore(jdbc);
        this.entities = new EntityStore(jdbc);
        this.links = new LinkStore(jdbc);
    }

    /**
     * The next files that another version of the extractor was used for, in their latest loaded version, the last loaded first:
     * where the latest text of an article turns out to be none, the one before comes next.
     *
     * @param beforeId only files with a smaller id
     * @param since only files that were loaded by runs from this time on; null for all
     */
    public List<Outdated> outdated(long beforeId, @Nullable Instant since, int limit) {
        return ledger.extractedOtherwise(extractor, beforeId, since, limit);
    }

    /** Notes that all that the present extractor makes of these files is written. */
    public void markExtracted(List<Long> sourceFileIds) {
        UnnestStatement.of(jdbc, "update ops.source_file set extractor = ? where source_file_id = any(?)")
                .value(extractor)
                .bigint(sourceFileIds, id -> id)
                .update();
    }

    /** What would change; nothing is written. */
    public Comparison compare(List<DocumentOutcome> documents) {
        Differences differences = differences(documents);
        return new Comparison(
                differences.all.stream().map(Difference::change).toList(), differences.same, differences.leftAlone);
    }

    /** Writes what differs, in the caller's transaction, with loads and takedowns held off until it ends. */
    public Comparison apply(List<DocumentOutcome> documents) {
        tombstones.holdOffLoads();
        List<Long> files = ledger.lockLoaded(
                documents.stream().map(DocumentOutcome::sourceFileId).distinct().toList());
        Differences differences = differences(documents.stream()
                .filter(document -> files.contains(document.sourceFileId()))
                .toList());
        List<DocumentChange> changes = new ArrayList<>(renewed(
                differences.all.stream().filter(Difference::isSameArticle).toList()));
        for (Difference difference : differences.all) {
            if (!difference.isSameArticle()) {
                // Anew, for the one before may have taken the key that this one is to get.
                for (Difference now : differences(List.of(difference.outcome())).all) {
                    changes.add(written(now));
                }
            }
        }
        return new Comparison(
                changes, differences.same, differences.leftAlone + documents.size() - differences.documents);
    }

    private static final class Differences {
        private final List<Difference> all = new ArrayList<>();
        private final int documents;
        private long same;
        private long leftAlone;

        private Differences(int documents) {
            this.documents = documents;
        }
    }

    private Differences differences(List<DocumentOutcome> documents) {
        Differences differences = new Differences(documents.size());
        Map<Standing.Place, Standing> standings = Standing.of(jdbc, documents);
        List<ArticleRow> rows = new ArrayList<>();
        List<Long> articleIds = new ArrayList<>();
        for (DocumentOutcome document : documents) {
            if (document instanceof ArticleFound found) {
                rows.add(ArticleRow.of(found));
            }
            if (Standing.at(standings, document) instanceof Standing.Current current) {
                articleIds.add(current.articleId());
            }
        }
        Map<Standing.Place, ArticleRow> byPlace = new HashMap<>();
        rows.forEach(row -> byPlace.put(Standing.Place.of(row.found()), row));
        Rereading reading = new Rereading(
                contents.of(articleIds),
                entities.names(rows.stream()
                        .flatMap(row -> row.found().names().mentions().stream())
                        .toList()),
                keptOut(rows),
                articles.known(rows.stream().map(ArticleRow::key).toList()));
        for (DocumentOutcome document : documents) {
            Standing standing = Standing.at(standings, document);
            if (standing == null || standing instanceof Standing.Other) {
                differences.leftAlone++;
                continue;
            }
            ArticleRow row = byPlace.get(Standing.Place.of(document));
            DocumentChange change = standing instanceof Standing.Current current
                    ? reading.ofArticle(document, row, current)
                    : reading.ofFiltered(document, row, (Standing.Filtered) standing);
            if (change == null) {
                differences.same++;
            } else {
                differences.all.add(new Difference(change, document, standing, row));
            }
        }
        return differences;
    }

    private Map<String, String> keptOut(List<ArticleRow> rows) {
        Map<String, String> reasons = new HashMap<>();
        tombstones
                .takeOut(new ArrayList<>(rows))
                .forEach(one -> reasons.put(one.row().key(), one.reason()));
        return reasons;
    }

    /** Writes articles that keep their key; where the database refuses the rows of one, that one stays as it is. */
    private List<DocumentChange> renewed(List<Difference> differences) {
        if (differences.isEmpty()) {
            return List.of();
        }
        try {
            savepoint.executeWithoutResult(status -> renew(differences));
            return differences.stream().map(Difference::change).toList();
        } catch (DataAccessException e) {
            String refusal = ChunkStore.refusal(e);
            if (refusal == null) {
                throw e;
            }
            if (differences.size() == 1) {
                DocumentChange change = differences.get(0).change();
                return List.of(new DocumentChange(
                        change.sourceFileId(),
                        change.offset(),
                        Kind.FAILS,
                        change.article(),
                        "ROW_REFUSED: the database refused the article's rows: " + refusal,
                        List.of()));
            }
        }
        return differences.stream()
                .flatMap(difference -> renewed(List.of(difference)).stream())
                .toList();
    }

    private void renew(List<Difference> differences) {
        List<ArticleStore.Renewal> renewals = differences.stream()
                .map(difference -> {
                    Standing.Current current = (Standing.Current) difference.standing();
                    return new ArticleStore.Renewal(
                            Objects.requireNonNull(difference.row()), current.articleId(), current.contentDigest());
                })
                .toList();
        articles.renew(renewals);
        links.resolveOf(renewals.stream().map(ArticleStore.Renewal::articleId).toList());
    }

    private DocumentChange written(Difference difference) {
        DocumentChange change = difference.change();
        Standing standing = difference.standing();
        switch (change.kind()) {
            case CHANGED -> {
                return renewed(List.of(difference)).get(0);
            }
            case ADDED -> {
                chunks.admit((ArticleFound) difference.outcome());
                links.resolveOf(jdbc.queryForList(
                        "select article_id from ops.capture where source_file_id = ? and record_offset = ?",
                        Long.class,
                        change.sourceFileId(),
                        change.offset()));
            }
            case FILTERED -> filter(difference, (Standing.Current) standing);
            case FILTERED_OTHERWISE ->
                jdbc.update(
                        "update ops.filtered set reason = ? where source_file_id = ? and record_offset = ?",
                        ((NoArticle) difference.outcome()).reason(),
                        change.sourceFileId(),
                        change.offset());
            case MERGED -> {
                jdbc.update(
                        """
                        update ops.capture set article_id = (select article_id from warehouse.article where article_key = ?)
                        where (source_file_id, record_offset) = (?, ?)
                            or (original_file_id, original_offset) = (?, ?)""",
                        change.detail(),
                        change.sourceFileId(),
                        change.offset(),
                        change.sourceFileId(),
                        change.offset());
                removeWithoutCapture(((Standing.Current) standing).articleId());
            }
            case FAILS -> {
                // What stands there stays.
            }
        }
        return change;
    }

    private void filter(Difference difference, Standing.Current current) {
        DocumentChange change = difference.change();
        jdbc.update(
                "delete from ops.capture where source_file_id = ? and record_offset = ?",
                change.sourceFileId(),
                change.offset());
        jdbc.update(
                "insert into ops.filtered (source_file_id, record_offset, reason, article_key) values (?, ?, ?, ?)",
                change.sourceFileId(),
                change.offset(),
                change.detail(),
                difference.row() == null ? null : difference.row().key());
        Map<Long, Long> filtered = new HashMap<>(Map.of(change.sourceFileId(), 1L));
        captures.filterRevisitsOf(change.sourceFileId(), change.offset())
                .forEach(file -> filtered.merge(file, 1L, Long::sum));
        ledger.countAsFiltered(filtered);
        removeWithoutCapture(current.articleId());
    }

    private void removeWithoutCapture(long articleId) {
        List<Long> ids = jdbc.queryForList(
                "select article_id from warehouse.article a where article_id = ?"
                        + " and not exists (select from ops.capture c where c.article_id = a.article_id)",
                Long.class,
                articleId);
        if (!ids.isEmpty()) {
            removal.delete(ids);
        }
    }
}
