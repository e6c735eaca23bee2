package dev.copydesk.cli;

import dev.copydesk.batch.ExitCode;
import dev.copydesk.warehouse.QualityDrop;
import dev.copydesk.warehouse.RunStore.Execution;
import dev.copydesk.warehouse.SiteQualityStore;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code copydesk jobs accept}: takes a drop in quality for what a site is like now. */
@Command(
        name = "accept",
        description = {
            "Accepts that sites were read worse by a run than by those before it (see jobs show):",
            "the run can be restarted to its end, and later runs of the job are held against it."
        },
        mixinStandardHelpOptions = true)
final class JobsAcceptCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "Id as jobs list shows it.")
    private long id;

    @Option(names = "--site", paramLabel = "SITE", description = "Only this site, as jobs show names it.")
    private @Nullable String site;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept on record.")
    private @Nullable String reason;

    @Option(names = "--json", description = "Print a JSON array.")
    private boolean json;

    @Override
    public Integer call() {
        try (Database database = Database.openMigrated()) {
            JobExecutions executions = new JobExecutions(database);
            Execution execution = executions.find(id);
            SiteQualityStore quality = new SiteQualityStore(database.jdbc(), Clock.systemUTC());
            List<QualityDrop> accepted =
                    quality.accept(execution.runId(), site, System.getProperty("user.name", "unknown"), reason);
            if (accepted.isEmpty()) {
                throw new CommandFailure(
                        ExitCode.FAILED,
                        "the run of job execution " + id + " has no drop in quality to accept"
                                + (site == null ? "" : " of site '" + site + "'") + "; see: ./copydesk jobs show "
                                + id);
            }
            if (json) {
                Listing.print(
                        spec.commandLine().getOut(),
                        true,
                        List.of("site", "measure", "value", "expected"),
                        accepted.stream()
                                .map(drop -> Arrays.<@Nullable Object>asList(
                                        drop.site(), drop.measure().label(), drop.value(), drop.expected()))
                                .toList());
            } else {
                accepted.forEach(drop -> say("accepted " + drop.message()));
                if (!executions.runOf(execution).isFinished()) {
                    say("Resume:  ./copydesk jobs restart " + id);
                }
            }
        }
        return ExitCode.DONE;
    }

    private void say(String line) {
        spec.commandLine().getOut().println(Printable.of(line));
    }
}
