package dev.copydesk.cli;

import dev.copydesk.batch.ExitCode;
import dev.copydesk.batch.LoadRequest;
import dev.copydesk.batch.LoadResult;
import dev.copydesk.batch.telemetry.RunTelemetry;
import dev.copydesk.warehouse.RunStore;
import dev.copydesk.warehouse.RunStore.Execution;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code copydesk jobs restart}: resumes a run that failed, was stopped or died. */
@Command(
        name = "restart",
        description = "Resumes the run of a failed, stopped or dead job execution.",
        mixinStandardHelpOptions = true)
final class JobsRestartCommand implements Callable<Integer> {

    static final class Which {

        @Parameters(paramLabel = "ID", description = "Id as jobs list shows it.")
        private @Nullable Long id;

        @Option(names = "--last", required = true, description = "The latest that is not finished.")
        private boolean last;
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Which which;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private TelemetryOptions telemetry;

    @Option(names = "--json", description = "Print the new job execution as a JSON array.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        try (StopOnSignal stop = new StopOnSignal()) {
            return stop.exitsWith(restart(stop));
        }
    }

    private int restart(StopOnSignal stop) throws Exception {
        try (Database database = Database.openMigrated()) {
            JobExecutions executions = new JobExecutions(database);
            RunStore.Run run = run(executions);
            return telemetry.tell(run.job(), told -> restart(database, run, stop, told));
        }
    }

    private int restart(Database database, RunStore.Run run, StopOnSignal stop, RunTelemetry told) throws Exception {
        LoadSession.Launch launch = (launcher, progress) -> launcher.restart(
                run, new LoadRequest(InstalledJobs.definitionOf(run), run.date(), true, progress, stop.signal()));
        CommandLine command = spec.commandLine();
        if (!json) {
            return LoadSession.run(database, command, new LoadSummary.Options(false, false), told, launch);
        }
        LoadResult result = LoadSession.resultOf(database, command, told, launch);
        Execution execution = new JobExecutions(database).find(result.jobExecutionId());
        Listing.print(command.getOut(), true, JobExecutions.COLUMNS, List.of(JobExecutions.row(execution)));
        return result.exitCode();
    }

    private RunStore.Run run(JobExecutions executions) {
        Execution execution = !which.last && which.id != null
                ? executions.find(which.id)
                : executions.history().unfinished().stream()
                        .findFirst()
                        .orElseThrow(() -> new CommandFailure(
                                ExitCode.FAILED, "every run is finished; there is nothing to restart"));
        return executions.runOf(execution);
    }
}
