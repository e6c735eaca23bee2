package dev.copydesk.cli;

import dev.copydesk.batch.ExitCode;
import dev.copydesk.warehouse.RunStore.Execution;
import java.util.concurrent.Callable;
import org.springframework.batch.core.BatchStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code copydesk jobs stop}: asks a running load, wherever it runs, to stop at the end of its chunk. */
@Command(
        name = "stop",
        description = "Asks a running job execution to stop at the end of its chunk.",
        mixinStandardHelpOptions = true)
final class JobsStopCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "Id as jobs list shows it.")
    private long id;

    @Option(names = "--json", description = "Print a JSON array.")
    private boolean json;

    @Override
    public Integer call() {
        try (Database database = Database.openMigrated()) {
            JobExecutions executions = new JobExecutions(database);
            Execution execution = executions.find(id);
            if (!BatchStatus.valueOf(execution.status()).isRunning()) {
                throw new CommandFailure(
                        ExitCode.FAILED, "job execution " + id + " is not running, it is " + execution.status());
            }
            if (!executions.runs().requestStop(id)) {
                throw new CommandFailure(
                        ExitCode.FAILED,
                        "job execution " + id + " gives no sign of life; see: ./copydesk jobs recover " + id);
            }
            ActionReport report = new ActionReport();
            report.add(
                    id,
                    execution.status(),
                    execution.status(),
                    "job execution " + id + " stops at the end of its chunk; resume it with: ./copydesk jobs restart "
                            + id);
            report.print(spec.commandLine().getOut(), json, "");
        }
        return ExitCode.DONE;
    }
}
