package dev.copydesk.cli;

import dev.copydesk.batch.ExitCode;
import dev.copydesk.batch.LoadContext;
import dev.copydesk.batch.LoadRefusedException;
import dev.copydesk.batch.Recovery;
import dev.copydesk.warehouse.RunStore.Execution;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code copydesk jobs recover}: what died without saying so counts as failed from then on. */
@Command(
        name = "recover",
        description = {
            "Marks dead job executions as failed; refused (exit code 6) for one that may be alive:",
            "its job's lock must be free and its last sign of life old."
        },
        mixinStandardHelpOptions = true)
final class JobsRecoverCommand implements Callable<Integer> {

    static final class Which {

        @Parameters(paramLabel = "ID", description = "Id as jobs list shows it.")
        private @Nullable Long id;

        @Option(names = "--all", required = true, description = "All that have not ended.")
        private boolean all;
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Which which;

    @Option(names = "--json", description = "Print a JSON array.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        try (Database database = Database.openMigrated();
                LoadContext context = LoadContext.start(database.dataSource())) {
            JobExecutions executions = new JobExecutions(database);
            Recovery recovery = context.launcher().recovery();
            ActionReport report = new ActionReport();
            int exitCode = ExitCode.DONE;
            for (Execution execution : chosen(executions)) {
                try {
                    recover(recovery, executions, execution, report);
                } catch (LoadRefusedException e) {
                    if (which.id != null && !json) {
                        throw e;
                    }
                    report.add(
                            execution.id(),
                            execution.status(),
                            execution.status(),
                            "refused: " + String.valueOf(e.getMessage()));
                    exitCode = e.exitCode();
                }
            }
            report.print(
                    spec.commandLine().getOut(), json, "every job execution has ended; there is nothing to recover");
            return exitCode;
        }
    }

    private List<Execution> chosen(JobExecutions executions) {
        if (!which.all && which.id != null) {
            return List.of(executions.find(which.id));
        }
        return executions.history().unfinished().stream()
                .filter(execution -> Recovery.isDead(BatchStatus.valueOf(execution.status())))
                .toList();
    }

    private static void recover(Recovery recovery, JobExecutions executions, Execution execution, ActionReport report)
            throws SQLException {
        long id = execution.id();
        BatchStatus before = recovery.recover(executions.runOf(execution), id);
        boolean recovered = Recovery.isDead(before);
        report.add(
                id,
                before.name(),
                recovered ? BatchStatus.FAILED.name() : before.name(),
                recovered
                        ? "job execution " + id + " was " + before
                                + " and is FAILED now; resume it with: ./copydesk jobs restart " + id
                        : "job execution " + id + " is " + before + "; there is nothing to recover");
    }
}
