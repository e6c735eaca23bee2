package dev.copydesk.cli;

import dev.copydesk.batch.LoadContext;
import dev.copydesk.batch.LoadLauncher;
import dev.copydesk.batch.LoadProgress;
import dev.copydesk.batch.LoadResult;
import dev.copydesk.warehouse.Schema;
import picocli.CommandLine;

/** What every command that loads does around the load: migrate, show progress, sum up. */
final class LoadSession {

    /** The load itself. */
    interface Launch {
        LoadResult with(LoadLauncher launcher, LoadProgress progress) throws Exception;
    }

    private LoadSession() {}

    /** Runs the load and returns the exit code of the command; {@code strict} tells of quarantine by it. */
    static int run(Database database, CommandLine command, boolean strict, Launch launch) throws Exception {
        new Schema(database.dataSource()).bringUpToDate();
        try (LoadContext context = LoadContext.start(database.dataSource());
                ProgressDisplay progress = ProgressDisplay.on(command.getErr())) {
            LoadResult result = launch.with(context.launcher(), progress);
            progress.close();
            return new LoadSummary(database.jdbc(), command).print(result, progress, strict);
        }
    }

    /** As {@link #run}, but leaves it to the caller to tell how the load ended. */
    static LoadResult resultOf(Database database, CommandLine command, Launch launch) throws Exception {
        new Schema(database.dataSource()).bringUpToDate();
        try (LoadContext context = LoadContext.start(database.dataSource());
                ProgressDisplay progress = ProgressDisplay.on(command.getErr())) {
            return launch.with(context.launcher(), progress);
        }
    }
}
