package dev.copydesk.cli;

import dev.copydesk.batch.LoadContext;
import dev.copydesk.batch.LoadLauncher;
import dev.copydesk.batch.LoadProgress;
import dev.copydesk.batch.LoadResult;
import dev.copydesk.batch.telemetry.RunTelemetry;
import dev.copydesk.warehouse.RunHistory;
import dev.copydesk.warehouse.Schema;
import java.util.function.BiFunction;
import picocli.CommandLine;

/** What every command that loads does around the load: migrate, show progress, sum up. */
final class LoadSession {

    /** The load itself. */
    interface Launch {
        LoadResult with(LoadLauncher launcher, LoadProgress progress) throws Exception;
    }

    private LoadSession() {}

    /** Runs the load, sums it up and returns the exit code of the command. */
    static int run(
            Database database, CommandLine command, LoadSummary.Options options, RunTelemetry telemetry, Launch launch)
            throws Exception {
        return loaded(database, command, telemetry, launch, (result, progress) -> {
            progress.close();
            return new LoadSummary(database.jdbc(), command).print(result, progress, options);
        });
    }

    /** As {@link #run}, but leaves it to the caller to tell how the load ended. */
    static LoadResult resultOf(Database database, CommandLine command, RunTelemetry telemetry, Launch launch)
            throws Exception {
        return loaded(database, command, telemetry, launch, (result, progress) -> result);
    }

    private static <T> T loaded(
            Database database,
            CommandLine command,
            RunTelemetry telemetry,
            Launch launch,
            BiFunction<LoadResult, ProgressDisplay, T> end)
            throws Exception {
        prepare(database, telemetry);
        try (RemoteInput remote = new RemoteInput();
                LoadContext context =
                        LoadContext.start(database.dataSource(), telemetry.observations(), remote.access());
                ProgressDisplay progress = ProgressDisplay.on(command.getErr())) {
            return end.apply(launch.with(context.launcher(), telemetry.progress(progress)), progress);
        }
    }

    private static void prepare(Database database, RunTelemetry telemetry) {
        new Schema(database.dataSource()).bringUpToDate();
        telemetry.lastSuccess(job -> new RunHistory(database.jdbc()).lastSuccess(job));
    }
}
