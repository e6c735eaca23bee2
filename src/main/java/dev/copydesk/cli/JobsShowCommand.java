package dev.copydesk.cli;

import dev.copydesk.batch.ExitCode;
import dev.copydesk.warehouse.RunHistory;
import dev.copydesk.warehouse.RunHistory.Reason;
import dev.copydesk.warehouse.RunHistory.Step;
import dev.copydesk.warehouse.RunStore;
import dev.copydesk.warehouse.RunStore.Execution;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    @Option(names = "--json", description = "Print a JSON object; its steps, reasons and causes are arrays.")
    private boolean json;

    @Override
    public Integer call() {
        try (Database database = Database.openMigrated()) {
            JobExecutions executions = new JobExecutions(database);
            Execution execution = executions.find(id);
            RunStore.Run run = executions.runOf(execution);
            RunHistory history = executions.history();
            Map<String, @Nullable Object> facts =
                    JobExecutionFacts.of(execution, run, history.pendingFiles(run.runId()));
            List<Step> steps = history.steps(id);
            List<Reason> reasons = history.reasons(run.runId());
            if (json) {
                facts.put("inputs", run.inputs());
                facts.put("steps", steps.stream().map(JobsShowCommand::object).toList());
                facts.put("reasons", JobExecutionFacts.reasons(reasons));
                facts.put("causes", execution.causes());
                out().println(JsonRows.object(facts));
            } else {
                facts.forEach(this::show);
                run.inputs().forEach(input -> show("input", input));
                steps.forEach(step -> show("step " + step.name(), seconds(step) + step.status()));
                reasons.forEach(reason -> show(reason.outcome(), reason.count() + " " + reason.code()));
                showCauses(execution.causes());
            }
        }
        return ExitCode.DONE;
    }

    private static Map<String, @Nullable Object> object(Step step) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("name", step.name());
        object.put("status", step.status());
        object.put("seconds", step.time() == null ? null : step.time().toMillis() / 1000.0);
        return object;
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
