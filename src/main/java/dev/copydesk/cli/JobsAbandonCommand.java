package dev.copydesk.cli;

import dev.copydesk.batch.ExitCode;
import dev.copydesk.batch.LoadContext;
import dev.copydesk.warehouse.RunStore.Execution;
import java.util.concurrent.Callable;
import org.springframework.batch.core.BatchStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code copydesk jobs abandon}: gives an unfinished run up. */
@Command(
        name = "abandon",
        description = {
            "Gives up the run of a failed, stopped or dead job execution: nothing resumes it any more.",
            "What it committed stays; the next load of the job begins a new run and loads what is left."
        },
        mixinStandardHelpOptions = true)
final class JobsAbandonCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "Id as jobs list shows it.")
    private long id;

    @Option(names = "--json", description = "Print a JSON array.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        try (Database database = Database.openMigrated();
                LoadContext context = LoadContext.start(database.dataSource())) {
            JobExecutions executions = new JobExecutions(database);
            Execution execution = executions.find(id);
            BatchStatus before = context.launcher().recovery().abandon(executions.runOf(execution), id);
            ActionReport report = new ActionReport();
            report.add(
                    id,
                    before.name(),
                    BatchStatus.ABANDONED.name(),
                    "job execution " + id + " was " + before + " and is ABANDONED now; the next load of job '"
                            + execution.job() + "' begins a new run");
            report.print(spec.commandLine().getOut(), json, "");
        }
        return ExitCode.DONE;
    }
}
