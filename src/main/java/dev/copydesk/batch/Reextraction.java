package dev.copydesk.batch;

import dev.copydesk.article.extraction.PageExtractor;
import dev.copydesk.document.PageFileReader;
import dev.copydesk.document.Reading;
import dev.copydesk.document.SourceAccess;
import dev.copydesk.document.SourceFile;
import dev.copydesk.document.SourceReader;
import dev.copydesk.document.TimeBudget;
import dev.copydesk.entity.EntityTagger;
import dev.copydesk.warehouse.DocumentChange;
import dev.copydesk.warehouse.DocumentOutcome;
import dev.copydesk.warehouse.LedgerFile;
import dev.copydesk.warehouse.ReextractionStore;
import dev.copydesk.warehouse.ReextractionStore.Comparison;
import dev.copydesk.warehouse.ReextractionStore.Outdated;
import dev.copydesk.warehouse.StoryStore;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs the present extractor over source files that an older one was used for, and writes what comes out otherwise. The
 * ledger tells which files these are, so that a re-extraction that ended early goes on where it was.
 */
public final class Reextraction {

    /** Is told of what differs, file by file. */
    public interface Listener {
        void changed(SourceFile file, DocumentChange change);

        /** The file is gone or is another one now; nothing can be said of it. */
        void unavailable(SourceFile file);
    }

    /**
     * What was done.
     *
     * @param same documents that give what stands in the warehouse
     * @param changes how many documents differ, by kind; a kind without any is missing
     * @param leftAlone documents with a text of the past, in quarantine or kept out
     * @param unavailable files that are gone or have changed
     * @param stopped whether it was asked to stop before it was through
     */
    public record Summary(
            long files,
            long same,
            Map<DocumentChange.Kind, Long> changes,
            long leftAlone,
            long unavailable,
            boolean stopped) {

        /** Documents that were read. */
        public long documents() {
            return same
                    + leftAlone
                    + changes.values().stream().mapToLong(count -> count).sum();
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Reextraction.class);

    private static final int FILES = 500;
    private static final int DOCUMENTS = 64;
    private static final long BYTES = 8L << 20;

    private final TransactionTemplate transaction;
    private final ReextractionStore store;
    private final StoryStore stories;
    private final SourceAccess access;

    public Reextraction(DataSource dataSource, Clock clock, SourceAccess access) {
        this.access = access;
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        JdbcTransactionManager transactions = new JdbcTransactionManager(dataSource);
        this.transaction = new TransactionTemplate(transactions);
        this.store = new ReextractionStore(jdbc, transactions, clock, ExtractorVersion.present());
        this.stories = new StoryStore(jdbc);
    }

    /** Tells the listener what would change; nothing is written. */
    public Summary compare(@Nullable Instant since, AtomicBoolean stop, Listener listener) {
        return new Pass(since, stop, listener, false).run();
    }

    /** Writes what changes and tells the listener, some documents in a transaction. */
    public Summary apply(@Nullable Instant since, AtomicBoolean stop, Listener listener) {
        Summary summary = new Pass(since, stop, listener, true).run();
        while (Objects.requireNonNull(transaction.execute(status -> stories.placeNext())) > 0) {
            // a transaction for each part, as in a load
        }
        return summary;
    }

    private record Document(LedgerFile file, boolean keepNonArticles, Reading reading) {}

    /** One pass over the files. */
    private final class Pass {

        private final @Nullable Instant since;
        private final AtomicBoolean stop;
        private final Listener listener;
        private final boolean write;
        private final MemoryBudget budget = MemoryBudget.ofAProcess();
        private final EntityTagger tagger = new EntityTagger();
        private final DocumentProcessor articlesOnly = processor(false);
        private final DocumentProcessor allPages = processor(true);
        private final SourceReader reader = new SourceReader(PageFileReader.DEFAULT_MAX_BYTES, access);

        private final List<Document> waiting = new ArrayList<>();
        private final List<Long> complete = new ArrayList<>();
        private long waitingBytes;

        private final Map<DocumentChange.Kind, Long> changes = new EnumMap<>(DocumentChange.Kind.class);
        private long files;
        private long same;
        private long leftAlone;
        private long unavailable;

        Pass(@Nullable Instant since, AtomicBoolean stop, Listener listener, boolean write) {
            this.since = since;
            this.stop = stop;
            this.listener = listener;
            this.write = write;
        }

        private DocumentProcessor processor(boolean keepNonArticles) {
            return new DocumentProcessor(new PageExtractor(keepNonArticles), tagger, budget, TimeBudget.DEFAULT);
        }

        Summary run() {
            ExecutorService workers =
                    Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
            try {
                long before = Long.MAX_VALUE;
                List<Outdated> next = store.outdated(before, since, FILES);
                while (!next.isEmpty() && !stop.get()) {
                    for (Outdated outdated : next) {
                        if (stop.get()) {
                            break;
                        }
                        read(outdated, workers);
                        before = outdated.file().sourceFileId();
                    }
                    settle(workers);
                    LOG.atInfo()
                            .addKeyValue("files", files)
                            .addKeyValue("same", same)
                            .addKeyValue("changes", changes)
                            .addKeyValue("unavailable", unavailable)
                            .log("reextract");
                    next = store.outdated(before, since, FILES);
                }
                return new Summary(files, same, changes, leftAlone, unavailable, stop.get());
            } finally {
                workers.shutdownNow();
            }
        }

        private void read(Outdated outdated, ExecutorService workers) {
            LedgerFile file = outdated.file();
            if (!FileDigest.matches(file, access)) {
                unavailable++;
                listener.unavailable(file.file());
                return;
            }
            reader.read(file.file(), (entry, reading) -> {
                if (reading instanceof Reading.Revisit) {
                    return; // it follows what becomes of the page it refers to
                }
                waiting.add(new Document(file, outdated.keepNonArticles(), reading));
                waitingBytes +=
                        reading instanceof Reading.Read read ? read.document().payload().length : 0;
                if (waiting.size() >= DOCUMENTS || waitingBytes >= BYTES) {
                    settle(workers);
                }
            });
            complete.add(file.sourceFileId());
            files++;
        }

        /** Extracts the documents that wait, and compares or writes them; then their files are through. */
        private void settle(ExecutorService workers) {
            List<DocumentOutcome> outcomes = outcomes(workers);
            Comparison comparison = write
                    ? Objects.requireNonNull(transaction.execute(status -> {
                        Comparison written = store.apply(outcomes);
                        store.markExtracted(complete);
                        return written;
                    }))
                    : store.compare(outcomes);
            same += comparison.same();
            leftAlone += comparison.leftAlone();
            Map<Long, SourceFile> byId = new HashMap<>();
            waiting.forEach(document ->
                    byId.put(document.file().sourceFileId(), document.file().file()));
            for (DocumentChange change : comparison.changes()) {
                changes.merge(change.kind(), 1L, Long::sum);
                listener.changed(Objects.requireNonNull(byId.get(change.sourceFileId())), change);
            }
            waiting.clear();
            waitingBytes = 0;
            complete.clear();
        }

        private List<DocumentOutcome> outcomes(ExecutorService workers) {
            List<Callable<DocumentOutcome>> tasks = new ArrayList<>();
            for (Document document : waiting) {
                DocumentProcessor processor = document.keepNonArticles() ? allPages : articlesOnly;
                tasks.add(() -> processor.outcome(document.file(), document.reading()));
            }
            List<DocumentOutcome> outcomes = new ArrayList<>();
            try {
                for (Future<DocumentOutcome> future : workers.invokeAll(tasks)) {
                    outcomes.add(future.get());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while documents were extracted", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("the extractor failed: " + e.getCause(), e);
            }
            return outcomes;
        }
    }
}
