package dev.copydesk.cli;

import dev.copydesk.batch.ExitCode;
import dev.copydesk.warehouse.RunHistory.Step;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code copydesk jobs show}: all that is known of one job execution. */
@Command(
        name = "show",
        description = {
            "Shows a job execution: parameters, steps with their time, counts, why documents were not loaded,",
            "and the cause of a failure, its root first."
        },
        mixinStandardHelpOptions = true)
final class JobsShowCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "Id as jobs list shows it.")
    private long id;

    @Option(
            names = "--json",
            description = "Print a JSON object; its inputs, steps, reasons, quality and causes are arrays.")
    private boolean json;

    @Override
    public Integer call() {
        try (Database database = Database.openMigrated()) {
            ExecutionDetails details = ExecutionDetails.of(database.jdbc(), new JobExecutions(database).find(id));
            if (json) {
                out().println(details.json());
            } else {
                details.facts().forEach(this::show);
                details.run().inputs().forEach(input -> show("input", input));
                details.steps().forEach(step -> show("step " + step.name(), seconds(step) + step.status()));
                details.reasons().forEach(reason -> show(reason.outcome(), reason.count() + " " + reason.code()));
                details.drops().forEach(drop -> show("quality " + drop.standing(), drop.message()));
                showCauses(details.execution().causes());
            }
        }
        return ExitCode.DONE;
    }

    private static String seconds(Step step) {
        return step.time() == null
                ? ""
                : String.format(Locale.ROOT, "%.1f s, ", step.time().toMillis() / 1000.0);
    }

    private void showCauses(List<String> causes) {
        for (int i = 0; i < causes.size(); i++) {
            show(i == 0 ? "cause" : "led to", causes.get(i));
        }
    }

    private void show(String name, @Nullable Object value) {
        if (value != null) {
            out().println(String.format(Locale.ROOT, "%-18s ", name) + Printable.of(value.toString()));
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
