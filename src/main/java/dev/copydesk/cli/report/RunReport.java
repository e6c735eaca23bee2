package dev.copydesk.cli.report;

import dev.copydesk.warehouse.LoadTotals;
import dev.copydesk.warehouse.QualityDrop;
import dev.copydesk.warehouse.RunFigures;
import dev.copydesk.warehouse.RunFigures.SiteFigures;
import dev.copydesk.warehouse.RunFigures.SitePeriod;
import dev.copydesk.warehouse.RunFigures.SlowPage;
import dev.copydesk.warehouse.RunFigures.StepTotal;
import dev.copydesk.warehouse.RunFigures.Trouble;
import dev.copydesk.warehouse.RunFigures.Troubled;
import dev.copydesk.warehouse.RunHistory;
import dev.copydesk.warehouse.RunHistory.Reason;
import dev.copydesk.warehouse.RunStore;
import dev.copydesk.warehouse.RunStore.Execution;
import dev.copydesk.warehouse.SiteQualityStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a report shows of a run: all attempts up to now, and what the documents of its files have become. But for
 * the drops its size does not depend on the run's.
 *
 * @param madeAt when the figures were taken
 * @param execution the job execution that was asked for, an attempt at the run
 * @param attempts all attempts, the first one first
 * @param totals what they did together
 * @param settings of the execution; null when they were not noted
 * @param heartbeat the execution's last sign of life, or null
 * @param filesLeft files that the run has yet to load
 * @param byFolder whether {@code troubled} are folders, as each file gave but one document
 * @param sites the largest sites and all others as one
 * @param drops sites of which the run extracted clearly less than those before; grows with the number of such sites
 * @param sitePeriods articles of the largest sites by period
 */
public record RunReport(
        Instant madeAt,
        RunStore.Run run,
        Execution execution,
        List<Execution> attempts,
        LoadTotals totals,
        RunStore.@Nullable Settings settings,
        RunStore.@Nullable Heartbeat heartbeat,
        long filesLeft,
        List<StepTotal> steps,
        Throughput throughput,
        List<Reason> reasons,
        Trouble trouble,
        boolean byFolder,
        List<Troubled> troubled,
        List<SiteFigures> sites,
        List<QualityDrop> drops,
        PublicationPeriods periods,
        List<SitePeriod> sitePeriods,
        List<SlowPage> slowPages) {

    /** Sites that the report names. */
    static final int SITES = 20;

    /** Sites whose articles it shows by period. */
    static final int SITES_BY_PERIOD = 12;

    private static final int TROUBLED = 10;

    /** Reads the figures; within a transaction of one snapshot they agree with each other while a load runs. */
    public static RunReport of(JdbcTemplate jdbc, RunStore.Run run, Execution execution, Clock clock) {
        RunStore runs = new RunStore(jdbc, clock);
        RunHistory history = new RunHistory(jdbc);
        RunFigures figures = new RunFigures(jdbc);
        Instant now = clock.instant();
        long runId = run.runId();
        List<Execution> attempts = history.attempts(runId);
        Trouble trouble = figures.trouble(runId);
        boolean byFolder = trouble.documents() == trouble.files() && trouble.files() > TROUBLED;
        List<SiteFigures> sites = figures.sites(runId, SITES);
        PublicationPeriods periods = PublicationPeriods.of(figures.days(runId));
        return new RunReport(
                now,
                run,
                execution,
                attempts,
                runs.totals(runId, attempts.get(0).id()),
                runs.settings(execution.id()).orElse(null),
                runs.heartbeat(execution.id()).orElse(null),
                history.pendingFiles(runId),
                figures.steps(runId),
                Throughput.of(attempts, figures.slots(runId, Throughput.ATTEMPTS), now),
                history.reasons(runId),
                trouble,
                byFolder,
                figures.troubled(runId, byFolder, TROUBLED),
                sites,
                new SiteQualityStore(jdbc, clock).drops(runId),
                periods,
                periods.starts().isEmpty() ? List.of() : sitePeriods(figures, runId, sites, periods),
                figures.slowPages(runId));
    }

    private static List<SitePeriod> sitePeriods(
            RunFigures figures, long runId, List<SiteFigures> sites, PublicationPeriods periods) {
        return figures.sitePeriods(
                runId,
                sites.stream()
                        .limit(SITES_BY_PERIOD)
                        .map(SiteFigures::siteId)
                        .filter(Objects::nonNull)
                        .toList(),
                periods.unit().word(),
                periods.starts().get(0),
                periods.end().minusDays(1));
    }

    /** Whether a process is at it, by what it said last. */
    static boolean isRunning(Execution execution) {
        return !"UNKNOWN".equals(execution.status())
                && BatchStatus.valueOf(execution.status()).isRunning();
    }

    /** Articles that the run's files hold. */
    long articles() {
        return sites.stream().mapToLong(SiteFigures::articles).sum();
    }

    List<Reason> reasons(String outcome) {
        return reasons.stream()
                .filter(reason -> reason.outcome().equals(outcome))
                .toList();
    }

    /** Whether no document was read, as all files were loaded before. */
    boolean isNothingNew() {
        return totals.filesLoaded() == 0 && filesLeft == 0 && "COMPLETED".equals(execution.status());
    }
}
