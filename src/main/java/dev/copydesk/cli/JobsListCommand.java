package dev.copydesk.cli;

import dev.copydesk.batch.ExitCode;
import dev.copydesk.warehouse.RunHistory;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code copydesk jobs list}: job executions, newest first. */
@Command(name = "list", description = "Lists job executions, newest first.", mixinStandardHelpOptions = true)
final class JobsListCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--job", paramLabel = "NAME", description = "Only those of this job ('load': loads of paths).")
    private @Nullable String job;

    @Option(names = "--status", paramLabel = "STATUS", description = "Only those with this status, such as FAILED.")
    private @Nullable BatchStatus status;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = PastTime.class,
            description = "Only those started since: 36h, 7d, 2026-11-20 or an instant.")
    private @Nullable Instant since;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50", description = "Default: 50.")
    private int limit;

    @Option(names = "--json", description = "Print a JSON array.")
    private boolean json;

    @Override
    public Integer call() {
        try (Database database = Database.openMigrated()) {
            RunHistory.Filter filter =
                    new RunHistory.Filter(job, status == null ? null : status.name(), since, Math.max(0, limit));
            Listing.print(
                    spec.commandLine().getOut(),
                    json,
                    JobExecutions.COLUMNS,
                    new JobExecutions(database)
                            .history().list(filter).stream()
                                    .map(JobExecutions::row)
                                    .toList());
        }
        return ExitCode.DONE;
    }
}
