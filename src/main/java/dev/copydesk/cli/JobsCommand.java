package dev.copydesk.cli;

import dev.copydesk.batch.ExitCode;
import dev.copydesk.batch.LoadContext;
import dev.copydesk.batch.LoadLauncher;
import dev.copydesk.batch.LoadRequest;
import dev.copydesk.warehouse.QuarantineStore;
import dev.copydesk.warehouse.RunStore;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code copydesk jobs}: loads that ran or run. */
@Command(
        name = "jobs",
        description = "Loads that ran or run, by their job execution.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class JobsCommand {

    private static final List<String> COLUMNS = List.of(
            "id",
            "job",
            "status",
            "started_at",
            "ended_at",
            "files",
            "read",
            "loaded",
            "unchanged",
            "filtered",
            "quarantined",
            "exit_code");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Command(name = "list", description = "Lists job executions, newest first.", mixinStandardHelpOptions = true)
    int list(
            @Option(names = "--limit", paramLabel = "N", defaultValue = "50", description = "Default: 50.") int limit,
            @Option(names = "--json", description = "Print a JSON array.") boolean json) {
        try (Database database = Database.openMigrated()) {
            Listing.print(
                    out(),
                    json,
                    COLUMNS,
                    runs(database).executions(limit).stream()
                            .map(JobsCommand::row)
                            .toList());
        }
        return ExitCode.DONE;
    }

    @Command(name = "show", description = "Shows a job execution.", mixinStandardHelpOptions = true)
    int show(@Parameters(paramLabel = "ID", description = "Id as jobs list shows it.") long id) {
        try (Database database = Database.openMigrated()) {
            RunStore.Execution execution = execution(database, id);
            RunStore.Run run = runs(database).runOf(id).orElseThrow();
            List<@Nullable Object> values = row(execution);
            for (int i = 0; i < COLUMNS.size(); i++) {
                show(COLUMNS.get(i), values.get(i));
            }
            show("run", run.runId());
            show("date", run.date());
            run.inputs().forEach(input -> show("input", input));
            show("articles", execution.articlesNew() + " new, " + execution.articlesChanged() + " changed");
            show("paragraphs", execution.paragraphs());
            show("mentions", execution.mentions());
            show("links", execution.relatedLinks());
            show(
                    "quarantine",
                    new QuarantineStore(database.jdbc(), Clock.systemUTC())
                            .countsOf(run.runId()).stream()
                                    .map(code -> code.count() + " " + code.code())
                                    .collect(Collectors.joining(", ")));
            show("cause", rootCause(execution.cause()));
        }
        return ExitCode.DONE;
    }

    @Command(
            name = "restart",
            description = "Resumes the run of a failed, stopped or dead job execution.",
            mixinStandardHelpOptions = true)
    int restart(@Parameters(paramLabel = "ID", description = "Id as jobs list shows it.") long id) throws Exception {
        try (StopOnSignal stop = new StopOnSignal()) {
            return stop.exitsWith(restart(id, stop));
        }
    }

    private int restart(long id, StopOnSignal stop) throws Exception {
        try (Database database = Database.openMigrated()) {
            execution(database, id);
            RunStore.Run run = runs(database).runOf(id).orElseThrow();
            return LoadSession.run(
                    database,
                    spec.commandLine(),
                    false,
                    (launcher, progress) -> launcher.restart(
                            run,
                            new LoadRequest(
                                    InstalledJobs.definitionOf(run), run.date(), true, progress, stop.signal())));
        }
    }

    @Command(
            name = "stop",
            description = "Asks a running job execution to stop at the end of its chunk.",
            mixinStandardHelpOptions = true)
    int stop(@Parameters(paramLabel = "ID", description = "Id as jobs list shows it.") long id) {
        try (Database database = Database.openMigrated()) {
            RunStore.Execution execution = execution(database, id);
            if (!BatchStatus.valueOf(execution.status()).isRunning()) {
                throw new CommandFailure(
                        ExitCode.FAILED, "job execution " + id + " is not running, it is " + execution.status());
            }
            runs(database).requestStop(id);
            out().println("job execution " + id
                    + " stops at the end of its chunk; resume it with: ./copydesk jobs restart " + id);
        }
        return ExitCode.DONE;
    }

    @Command(
            name = "recover",
            description = "Marks a dead job execution as failed; refused (exit code 6) while it lives.",
            mixinStandardHelpOptions = true)
    int recover(@Parameters(paramLabel = "ID", description = "Id as jobs list shows it.") long id) throws Exception {
        try (Database database = Database.openMigrated()) {
            execution(database, id);
            RunStore.Run run = runs(database).runOf(id).orElseThrow();
            try (LoadContext context = LoadContext.start(database.dataSource())) {
                BatchStatus before = context.launcher().recover(run, id);
                out().println(
                                before != null && LoadLauncher.isDead(before)
                                        ? "job execution " + id + " was " + before
                                                + " and is FAILED now; resume it with: ./copydesk jobs restart " + id
                                        : "job execution " + id + " is " + before + "; there is nothing to recover");
            }
        }
        return ExitCode.DONE;
    }

    private static List<@Nullable Object> row(RunStore.Execution execution) {
        return new ArrayList<>(Arrays.<@Nullable Object>asList(
                execution.id(),
                execution.job(),
                execution.status(),
                execution.startedAt().toString(),
                execution.endedAt() == null ? null : execution.endedAt().toString(),
                execution.files(),
                execution.counts().read(),
                execution.counts().loaded(),
                execution.counts().unchanged(),
                execution.counts().filtered(),
                execution.counts().quarantined(),
                execution.exitCode()));
    }

    private static RunStore.Execution execution(Database database, long id) {
        return runs(database)
                .execution(id)
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.FAILED, "there is no job execution " + id + "; see: ./copydesk jobs list"));
    }

    /** The last "Caused by" of the stack trace that Spring Batch keeps. */
    private static String rootCause(String trace) {
        int cause = trace.lastIndexOf("Caused by: ");
        return (cause < 0 ? trace : trace.substring(cause + "Caused by: ".length()))
                .lines()
                .findFirst()
                .orElse("");
    }

    private void show(String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            out().println(String.format(Locale.ROOT, "%-12s ", name) + Printable.of(value.toString()));
        }
    }

    private static RunStore runs(Database database) {
        return new RunStore(database.jdbc(), Clock.systemUTC());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
