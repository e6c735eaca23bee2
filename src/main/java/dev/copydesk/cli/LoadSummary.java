package dev.copydesk.cli;

import dev.copydesk.batch.ExitCode;
import dev.copydesk.batch.LoadResult;
import dev.copydesk.batch.QualityDroppedException;
import dev.copydesk.warehouse.LedgerCounts;
import dev.copydesk.warehouse.LoadTotals;
import dev.copydesk.warehouse.QualityDrop;
import dev.copydesk.warehouse.QuarantineStore;
import dev.copydesk.warehouse.RunStore;
import dev.copydesk.warehouse.SiteQualityStore;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine;

/** What a load prints at its end: what was loaded, what was not, and what to do next. */
final class LoadSummary {

    /** Drops in quality that are named one by one. */
    private static final int DROPS_SHOWN = 10;

    /**
     * How to sum up.
     *
     * @param strict whether the exit code tells of quarantine
     * @param json a JSON object instead of lines for people
     */
    record Options(boolean strict, boolean json) {}

    private final JdbcTemplate jdbc;
    private final RunStore runs;
    private final QuarantineStore quarantine;
    private final PrintWriter out;
    private final PrintWriter err;

    LoadSummary(JdbcTemplate jdbc, CommandLine command) {
        this.jdbc = jdbc;
        this.runs = new RunStore(jdbc, Clock.systemUTC());
        this.quarantine = new QuarantineStore(jdbc, Clock.systemUTC());
        this.out = command.getOut();
        this.err = command.getErr();
    }

    /** Prints, and returns the exit code of the command. */
    int print(LoadResult result, ProgressDisplay progress, Options options) {
        LoadTotals totals;
        try {
            totals = runs.totals(result.runId(), result.firstExecutionId());
        } catch (DataAccessException e) {
            // The database is gone, which is why the load failed in the first place.
            failed(result, FailureReport.of(result.failure() == null ? e : result.failure()));
            return result.exitCode();
        }
        boolean quarantined = result.exitCode() == ExitCode.DONE
                && options.strict()
                && totals.counts().quarantined() > 0;
        if (options.json()) {
            out.println(ExecutionDetails.of(
                            jdbc, runs.execution(result.jobExecutionId()).orElseThrow())
                    .json());
            tellFailure(result);
        } else {
            tell(result, totals, progress);
        }
        return quarantined ? ExitCode.QUARANTINED : result.exitCode();
    }

    private void tell(LoadResult result, LoadTotals totals, ProgressDisplay progress) {
        boolean nothingNew = result.exitCode() == ExitCode.DONE && progress.filesToLoad() == 0;
        if (nothingNew) {
            out.printf("Nothing new to load: %,d files are loaded already and unchanged.%n", totals.files());
        } else {
            table(result, totals);
            takenOver(result, progress.filesToLoad() - totals.filesLoaded());
        }
        if (!progress.otherKinds().isEmpty()) {
            row(
                    "left out",
                    progress.otherKinds().entrySet().stream()
                            .map(kind -> kind.getValue() + " " + Printable.of(kind.getKey(), 20))
                            .collect(Collectors.joining(", ", "files that are no pages: ", "")));
        }
        tellDrops(result);
        next(result, totals.counts(), nothingNew);
    }

    private void table(LoadResult result, LoadTotals totals) {
        LedgerCounts counts = totals.counts();
        String how = switch (result.exitCode()) {
            case ExitCode.DONE -> "Loaded";
            case ExitCode.STOPPED -> "Stopped";
            default -> "Failed";
        };
        out.println(how + " (job execution " + result.jobExecutionId() + (result.resumed() ? ", resumed" : "") + ")");
        row("files", number(totals.files()));
        row(
                "documents",
                number(counts.read()) + " read = " + number(counts.loaded()) + " loaded + " + number(counts.unchanged())
                        + " unchanged + " + number(counts.filtered()) + " filtered + " + number(counts.quarantined())
                        + " quarantined");
        row("articles", number(totals.articlesNew()) + " new, " + number(totals.articlesChanged()) + " changed");
        row("paragraphs", number(totals.paragraphs()));
        row("mentions", number(totals.mentions()));
        row("related links", number(totals.relatedLinks()));
        if (counts.quarantined() > 0) {
            row(
                    "quarantined",
                    quarantine.countsOf(result.runId()).stream()
                            .map(code -> number(code.count()) + " " + code.code())
                            .collect(Collectors.joining(", ")));
        }
        row(
                "time",
                String.format(Locale.ROOT, "%.1f s", totals.time().toMillis() / 1000.0)
                        + (totals.attempts() > 1
                                ? " in " + totals.attempts() + " attempts, as the database went away"
                                : ""));
    }

    /** Files that were to be loaded and were not: a run of another job that found them too has them now. */
    private void takenOver(LoadResult result, long files) {
        if (result.exitCode() == ExitCode.DONE && files > 0) {
            row(
                    "taken over",
                    number(files) + (files == 1 ? " file was" : " files were")
                            + " found by another run as well, which loads them; see: ./copydesk jobs list");
        }
    }

    private void next(LoadResult result, LedgerCounts counts, boolean nothingNew) {
        out.println();
        if (result.exitCode() != ExitCode.DONE) {
            if (result.exitCode() == ExitCode.STOPPED) {
                out.println("Resume:  ./copydesk jobs restart " + result.jobExecutionId());
            }
            tellFailure(result);
            return;
        }
        if (counts.quarantined() > 0) {
            out.println("Quarantine: ./copydesk quarantine list");
        }
        if (nothingNew) {
            out.println(
                    "Look at it: ./copydesk sql \"select title, language, word_count from warehouse.article limit 10\"");
        } else {
            out.println("Look at it: ./copydesk sql \"select title, language, published_at, word_count"
                    + " from warehouse.article order by article_id desc limit 10\"");
            out.println("            ./copydesk sql \"select canonical_name, type, count(*) from warehouse.entity"
                    + " join warehouse.entity_mention using (entity_id) group by 1, 2 order by 3 desc limit 10\"");
        }
    }

    private void tellDrops(LoadResult result) {
        List<QualityDrop> drops = new SiteQualityStore(jdbc, Clock.systemUTC()).drops(result.runId());
        drops.stream().limit(DROPS_SHOWN).forEach(drop -> row("quality", Printable.of(drop.message())));
        if (drops.size() > DROPS_SHOWN) {
            row(
                    "quality",
                    number(drops.size() - DROPS_SHOWN) + " more: ./copydesk jobs show " + result.jobExecutionId());
        }
    }

    private void tellFailure(LoadResult result) {
        if (result.exitCode() != ExitCode.DONE && result.exitCode() != ExitCode.STOPPED) {
            failed(
                    result,
                    result.failure() == null
                            ? new FailureReport.Failure(
                                    ExitCode.FAILED, "see: ./copydesk jobs show " + result.jobExecutionId())
                            : FailureReport.of(result.failure()));
        }
    }

    private void failed(LoadResult result, FailureReport.Failure failure) {
        out.flush();
        err.println("copydesk: the load failed: " + Printable.of(failure.message()));
        if (result.failure() instanceof QualityDroppedException) {
            err.println(
                    "copydesk: what was loaded stays, but readers do not see it yet. When that is what the sites are"
                            + " like now: ./copydesk jobs accept " + result.jobExecutionId()
                            + ", then run the same command again; else mend the cause and: ./copydesk jobs abandon "
                            + result.jobExecutionId());
            return;
        }
        err.println(
                "copydesk: what was committed stays loaded. When the cause is mended, run the same command again, or:"
                        + " ./copydesk jobs restart " + result.jobExecutionId());
    }

    private void row(String name, String value) {
        out.printf("  %-14s %s%n", name, value);
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
