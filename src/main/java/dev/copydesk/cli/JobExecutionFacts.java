package dev.copydesk.cli;

import dev.copydesk.warehouse.QualityDrop;
import dev.copydesk.warehouse.RunHistory.Reason;
import dev.copydesk.warehouse.RunStore;
import dev.copydesk.warehouse.RunStore.Execution;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of one job execution, by the names that {@code jobs show} and {@code report} print; scripts rely on them. */
final class JobExecutionFacts {

    private JobExecutionFacts() {}

    static Map<String, @Nullable Object> of(Execution execution, RunStore.Run run, long pendingFiles) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>(row(execution));
        facts.put("run", run.runId());
        facts.put("run_outcome", run.outcome());
        facts.put("date", run.date() == null ? null : run.date().toString());
        facts.put("keep_non_articles", run.keepNonArticles());
        facts.put("files_left", pendingFiles);
        facts.put("articles_new", execution.articlesNew());
        facts.put("articles_changed", execution.articlesChanged());
        facts.put("paragraphs", execution.paragraphs());
        facts.put("mentions", execution.mentions());
        facts.put("related_links", execution.relatedLinks());
        return facts;
    }

    /** The columns of {@code jobs list}. */
    static Map<String, @Nullable Object> row(Execution execution) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        List<@Nullable Object> row = JobExecutions.row(execution);
        for (int i = 0; i < row.size(); i++) {
            facts.put(JobExecutions.COLUMNS.get(i), row.get(i));
        }
        return facts;
    }

    static List<Map<String, Object>> reasons(List<Reason> reasons) {
        List<Map<String, Object>> objects = new ArrayList<>();
        for (Reason reason : reasons) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("outcome", reason.outcome());
            object.put("code", reason.code());
            object.put("count", reason.count());
            objects.add(object);
        }
        return objects;
    }

    static List<Map<String, @Nullable Object>> quality(List<QualityDrop> drops) {
        List<Map<String, @Nullable Object>> objects = new ArrayList<>();
        for (QualityDrop drop : drops) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            object.put("site", drop.site());
            object.put("measure", drop.measure().label());
            object.put("documents", drop.documents());
            object.put("value", drop.value());
            object.put("expected", drop.expected());
            object.put("history_documents", drop.historyDocuments());
            object.put("history_runs", drop.historyRuns());
            object.put("fails", drop.fails());
            object.put(
                    "accepted_at",
                    drop.acceptedAt() == null ? null : drop.acceptedAt().toString());
            objects.add(object);
        }
        return objects;
    }
}
