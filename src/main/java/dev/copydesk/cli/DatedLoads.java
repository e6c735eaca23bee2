package dev.copydesk.cli;

import dev.copydesk.batch.ExitCode;
import dev.copydesk.batch.JobDefinition;
import dev.copydesk.batch.LoadRefusedException;
import dev.copydesk.batch.LoadRequest;
import dev.copydesk.batch.telemetry.RunTelemetry;
import dev.copydesk.document.SourceTree;
import dev.copydesk.document.UnusableInputException;
import dev.copydesk.warehouse.RunStore;
import dev.copydesk.warehouse.Schema;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine;

/**
 * Loads a job for one date after the other. A date whose run is completed is passed over, one whose run is unfinished is
 * resumed; a date that fails does not keep the later ones from being loaded.
 */
final class DatedLoads {

    private final Database database;
    private final CommandLine command;
    private final StopOnSignal stop;
    private final RunTelemetry telemetry;
    private final Function<LocalDate, JobDefinition> definitions;

    /** {@code definitions} gives the job's definition for a date. */
    DatedLoads(
            Database database,
            CommandLine command,
            StopOnSignal stop,
            RunTelemetry telemetry,
            Function<LocalDate, JobDefinition> definitions) {
        this.database = database;
        this.command = command;
        this.stop = stop;
        this.telemetry = telemetry;
        this.definitions = definitions;
    }

    /** Loads; the exit code is the first that is not 0. A stop ends it. */
    int load(List<LocalDate> dates, boolean resume, boolean rerun, LoadSummary.Options options) throws Exception {
        new Schema(database.dataSource()).bringUpToDate();
        int exitCode = ExitCode.DONE;
        for (LocalDate date : dates) {
            if (dates.size() > 1 && !options.json()) {
                command.getOut().println(date + ":");
            }
            int one = stop.signal().get() ? ExitCode.STOPPED : load(date, resume, rerun, options, dates.size() == 1);
            if (one == ExitCode.STOPPED) {
                return one;
            }
            exitCode = exitCode == ExitCode.DONE ? one : exitCode;
        }
        return exitCode;
    }

    private int load(LocalDate date, boolean resume, boolean rerun, LoadSummary.Options options, boolean alone)
            throws Exception {
        JobDefinition definition = definitions.apply(date);
        if (!rerun && isCompleted(definition, date)) {
            (options.json() ? command.getErr() : command.getOut())
                    .println("Nothing to do: job '" + definition.name() + "' is completed for " + date
                            + ". To look for new and changed files again, add --rerun.");
            return ExitCode.DONE;
        }
        try {
            SourceTree.of(definition.input());
            return LoadSession.run(
                    database,
                    command,
                    options,
                    telemetry,
                    (launcher, progress) ->
                            launcher.load(new LoadRequest(definition, date, resume, progress, stop.signal())));
        } catch (LoadRefusedException | UnusableInputException e) {
            if (alone) {
                throw e;
            }
            FailureReport.Failure failure = FailureReport.of(e);
            command.getErr().println("copydesk: " + date + ": " + Printable.of(failure.message()));
            return failure.exitCode();
        }
    }

    private boolean isCompleted(JobDefinition definition, LocalDate date) {
        return new RunStore(database.jdbc(), Clock.systemUTC())
                .latest(definition.key(date))
                .filter(RunStore.Run::isCompleted)
                .isPresent();
    }
}
