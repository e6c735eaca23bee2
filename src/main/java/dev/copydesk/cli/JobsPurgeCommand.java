package dev.copydesk.cli;

import dev.copydesk.batch.ExitCode;
import dev.copydesk.warehouse.RunHistory;
import dev.copydesk.warehouse.RunHistory.OldRun;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code copydesk jobs purge}: old job executions out of the tables that Spring Batch lets grow for ever. */
@Command(
        name = "purge",
        description = {
            "Removes the job executions of runs that were finished long ago.",
            "Articles, the ledger of files and the quarantine stay, and so does every run that a load would resume."
        },
        mixinStandardHelpOptions = true)
final class JobsPurgeCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--older-than",
            paramLabel = "AGE",
            required = true,
            converter = PastTime.class,
            description = "Runs that ended earlier: 90d, 12w, 2026-06-30 or an instant.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Instant before;

    @Option(names = "--dry-run", description = "Only show what would be removed.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print a JSON array.")
    private boolean json;

    @Override
    public Integer call() {
        try (Database database = Database.openMigrated()) {
            RunHistory history = new JobExecutions(database).history();
            List<OldRun> old = history.endedBefore(before);
            if (!dryRun) {
                history.purge(old, new TransactionTemplate(new JdbcTransactionManager(database.dataSource())));
            }
            Listing.print(
                    spec.commandLine().getOut(),
                    json,
                    List.of("run", "job", "date", "outcome", "executions", "ended_at"),
                    old.stream()
                            .map(run -> Arrays.<@Nullable Object>asList(
                                    run.runId(),
                                    run.job(),
                                    run.date() == null ? null : run.date().toString(),
                                    run.outcome(),
                                    run.executions(),
                                    run.endedAt().toString()))
                            .toList());
            if (!json) {
                spec.commandLine()
                        .getOut()
                        .println("the job executions of " + old.size()
                                + (dryRun ? " runs would be removed" : " runs are removed"));
            }
        }
        return ExitCode.DONE;
    }
}
