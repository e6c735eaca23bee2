package dev.copydesk.cli;

import dev.copydesk.warehouse.QualityDrop;
import dev.copydesk.warehouse.RunHistory;
import dev.copydesk.warehouse.RunHistory.Reason;
import dev.copydesk.warehouse.RunHistory.Step;
import dev.copydesk.warehouse.RunStore;
import dev.copydesk.warehouse.RunStore.Execution;
import dev.copydesk.warehouse.SiteQualityStore;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * All that is known of one job execution.
 *
 * @param facts single values by name, those of the list among them
 * @param reasons why documents of its run were not loaded
 * @param drops sites of its run that were read worse than before
 */
record ExecutionDetails(
        Execution execution,
        RunStore.Run run,
        Map<String, @Nullable Object> facts,
        List<Step> steps,
        List<Reason> reasons,
        List<QualityDrop> drops) {

    static ExecutionDetails of(JdbcTemplate jdbc, Execution execution) {
        RunStore.Run run =
                new RunStore(jdbc, Clock.systemUTC()).runOf(execution.id()).orElseThrow();
        RunHistory history = new RunHistory(jdbc);
        return new ExecutionDetails(
                execution,
                run,
                JobExecutionFacts.of(execution, run, history.pendingFiles(run.runId())),
                history.steps(execution.id()),
                history.reasons(run.runId()),
                new SiteQualityStore(jdbc, Clock.systemUTC()).drops(run.runId()));
    }

    /** One object on one line; its inputs, steps, reasons, quality and causes are arrays. */
    String json() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(facts);
        all.put("inputs", run.inputs());
        all.put("steps", steps.stream().map(ExecutionDetails::object).toList());
        all.put("reasons", JobExecutionFacts.reasons(reasons));
        all.put("quality", JobExecutionFacts.quality(drops));
        all.put("causes", execution.causes());
        return JsonRows.object(all);
    }

    private static Map<String, @Nullable Object> object(Step step) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("name", step.name());
        object.put("status", step.status());
        object.put("seconds", step.time() == null ? null : step.time().toMillis() / 1000.0);
        return object;
    }
}
