package dev.copydesk.batch;

import dev.copydesk.article.extraction.PageExtractor;
import dev.copydesk.document.PageFileReader;
import dev.copydesk.document.SourceAccess;
import dev.copydesk.entity.EntityTagger;
import dev.copydesk.warehouse.ChunkStore;
import dev.copydesk.warehouse.FinishedLoads;
import dev.copydesk.warehouse.Ledger;
import dev.copydesk.warehouse.LinkStore;
import dev.copydesk.warehouse.LoadMeter;
import dev.copydesk.warehouse.RunStore;
import dev.copydesk.warehouse.SiteQualityStore;
import dev.copydesk.warehouse.StoryStore;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The load job: <em>discover</em> the files into the ledger, <em>load</em> them chunk by chunk, <em>link</em> related links to
 * loaded articles, find the <em>stories</em> that several articles carry, <em>check</em> that the ledger adds up, <em>compare</em>
 * what was extracted from each site with the runs before, <em>publish</em> the new articles to readers.
 *
 * <p>Every step may run again in a restart, since the ledger tells what is left to do: a file that came or changed after a
 * failure is loaded by the run that resumes.
 */
final class LoadJob {

    private final JobRepository jobRepository;
    private final PlatformTransactionManager transactions;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final ObservationRegistry observations;
    private final SourceAccess access;

    /** {@code observations} hears what Spring Batch itself measures. */
    LoadJob(
            JobRepository jobRepository,
            PlatformTransactionManager transactions,
            JdbcTemplate jdbc,
            Clock clock,
            ObservationRegistry observations,
            SourceAccess access) {
        this.jobRepository = jobRepository;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
        this.observations = observations;
        this.access = access;
    }

    /** The job for a run, whose caller holds the lock; {@code workers} extract documents. */
    Job forRun(RunStore.Run run, LoadRequest request, AsyncTaskExecutor workers, JobLock lock) {
        RunStore runs = new RunStore(jdbc, clock);
        StopRequest stop = new StopRequest(runs, request.stopSignal());
        return new JobBuilder(request.definition().name(), jobRepository)
                .observationRegistry(observations)
                .listener(new ExecutionRecorder(runs, run.runId(), request))
                .start(discover(run, request, stop))
                .next(load(
                        run,
                        request,
                        workers,
                        new ChunkBoundary(
                                runs, run.runId(), request.definition().quarantine(), stop, lock)))
                .next(link(run, request))
                .next(stories(request))
                .next(check(run, request, runs))
                .next(compare(run, request))
                .next(publish(run, request))
                .build();
    }

    private Step discover(RunStore.Run run, LoadRequest request, StopRequest stop) {
        Discovery discovery = new Discovery(new Ledger(jdbc), run, request, stop, access, clock);
        return tasklet("discover", request, (contribution, context) -> {
            discovery.discover(contribution.getStepExecution());
            return RepeatStatus.FINISHED;
        });
    }

    private Step load(RunStore.Run run, LoadRequest request, AsyncTaskExecutor workers, ChunkBoundary boundary) {
        JobDefinition definition = request.definition();
        MemoryBudget budget = MemoryBudget.ofAProcess();
        ChunkWriter writer = new ChunkWriter(
                new ChunkStore(jdbc, transactions, clock, ExtractorVersion.present()),
                new LoadMeter(jdbc),
                run.runId(),
                request.progress());
        return step("load", request)
                .<SourceSlice, SliceOutcome>chunk(Math.min(SliceReader.SLICES_PER_CHUNK, definition.chunkSize()))
                .transactionManager(transactions)
                .reader(new SliceReader(
                        new Ledger(jdbc), run.runId(), definition.chunkSize(), definition.maxDocumentSize(), access))
                .processor(new SliceProcessor(
                        new PageFileReader(definition.maxDocumentSize(), access),
                        new DocumentProcessor(
                                new PageExtractor(definition.keepNonArticles()),
                                new EntityTagger(),
                                budget,
                                definition.maxDocumentTime()),
                        budget))
                .writer(writer)
                .listener(writer)
                .taskExecutor(workers)
                .interruptionPolicy(boundary)
                .build();
    }

    private Step link(RunStore.Run run, LoadRequest request) {
        LinkStore links = new LinkStore(jdbc);
        return tasklet("link", request, (contribution, context) -> {
            contribution.incrementWriteCount(links.resolve(run.runId()));
            return RepeatStatus.FINISHED;
        });
    }

    /** Each part in a transaction of its own, so that the step takes little memory and a restart goes on where it was. */
    private Step stories(LoadRequest request) {
        StoryStore stories = new StoryStore(jdbc);
        return tasklet("stories", request, (contribution, context) -> {
            int placed = stories.placeNext();
            contribution.incrementWriteCount(placed);
            return RepeatStatus.continueIf(placed > 0);
        });
    }

    private Step publish(RunStore.Run run, LoadRequest request) {
        FinishedLoads finishedLoads = new FinishedLoads(jdbc);
        return tasklet("publish", request, (contribution, context) -> {
            contribution.incrementWriteCount(finishedLoads.publish(run.runId()));
            return RepeatStatus.FINISHED;
        });
    }

    private Step check(RunStore.Run run, LoadRequest request, RunStore runs) {
        Ledger ledger = new Ledger(jdbc);
        return tasklet("check", request, (contribution, context) -> {
            var unbalanced = ledger.unbalanced(run.runId());
            if (!unbalanced.isEmpty()) {
                throw new IllegalStateException("LEDGER_MISMATCH: the documents of these files do not add up: "
                        + String.join(", ", unbalanced));
            }
            request.definition().quarantine().check(runs.countsOf(run.runId()));
            return RepeatStatus.FINISHED;
        });
    }

    private Step compare(RunStore.Run run, LoadRequest request) {
        return tasklet(
                "compare",
                request,
                new QualityComparison(
                        new SiteQualityStore(jdbc, clock),
                        run.runId(),
                        request.definition().quality(),
                        request.progress()));
    }

    private Step tasklet(String name, LoadRequest request, Tasklet tasklet) {
        return step(name, request).tasklet(tasklet, transactions).build();
    }

    private StepBuilder step(String name, LoadRequest request) {
        return new StepBuilder(name, jobRepository)
                .observationRegistry(observations)
                .listener(new StepReport(request.progress()))
                .allowStartIfComplete(true);
    }
}
