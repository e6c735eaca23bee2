package dev.copydesk.cli;

import dev.copydesk.cli.report.RunReport;
import dev.copydesk.warehouse.LoadTotals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A report as one JSON object: what {@code jobs show --json} has, and the figures of the run over all its attempts. */
final class ReportJson {

    private ReportJson() {}

    static String of(RunReport report) {
        Map<String, @Nullable Object> object =
                JobExecutionFacts.of(report.execution(), report.run(), report.filesLeft());
        object.put("made_at", report.madeAt().toString());
        object.put("inputs", report.run().inputs());
        object.put("causes", report.execution().causes());
        object.put("settings", report.settings() == null ? null : settings(report));
        object.put("totals", totals(report.totals()));
        object.put(
                "attempts",
                report.attempts().stream().map(JobExecutionFacts::row).toList());
        object.put("steps", list(report.steps(), (step, values) -> {
            values.put("name", step.name());
            values.put("status", step.status());
            values.put("executions", step.executions());
            values.put("seconds", step.time().toMillis() / 1000.0);
        }));
        object.put("throughput", list(report.throughput().parts(), (part, values) -> {
            values.put("job_execution", part.jobExecutionId());
            values.put("second", part.second());
            values.put("seconds", part.seconds());
            values.put("files", part.files());
            values.put("documents", part.documents());
            values.put("bytes", part.bytes());
        }));
        object.put("reasons", JobExecutionFacts.reasons(report.reasons()));
        object.put("most_quarantined", list(report.troubled(), (troubled, values) -> {
            values.put(report.byFolder() ? "folder" : "file", troubled.path());
            values.put("files", troubled.files());
            values.put("quarantined", troubled.quarantined());
            values.put("code", troubled.code());
        }));
        object.put("sites", list(report.sites(), (site, values) -> {
            values.put("site", site.site());
            values.put("sites", site.sites());
            values.put("articles", site.articles());
            values.put("with_title", site.titled());
            values.put("with_published", site.dated());
            values.put("with_byline", site.signed());
            values.put("words", site.words());
            values.put("paragraphs_per_article", site.paragraphsPerArticle());
        }));
        object.put("quality", JobExecutionFacts.quality(report.drops()));
        object.put("published", published(report));
        object.put("slow_pages", list(report.slowPages(), (page, values) -> {
            values.put("file", page.path());
            values.put("offset", page.offset());
            values.put("milliseconds", page.micros() / 1000.0);
            values.put("bytes", page.bytes());
            values.put("outcome", page.outcome());
            values.put("title", page.title());
        }));
        return JsonRows.object(object) + System.lineSeparator();
    }

    private static Map<String, @Nullable Object> settings(RunReport report) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        var settings = report.settings();
        if (settings != null) {
            values.put("chunk_size", settings.chunkSize());
            values.put("threads", settings.threads());
            values.put("max_document_size", settings.maxDocumentSize());
            values.put("version", settings.version());
        }
        return values;
    }

    private static Map<String, @Nullable Object> totals(LoadTotals totals) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("attempts", totals.attempts());
        values.put("seconds", totals.time().toMillis() / 1000.0);
        values.put("files", totals.files());
        values.put("files_loaded", totals.filesLoaded());
        values.put("documents_loaded", totals.documentsLoaded());
        values.put("bytes_loaded", totals.bytesLoaded());
        values.put("read", totals.counts().read());
        values.put("loaded", totals.counts().loaded());
        values.put("unchanged", totals.counts().unchanged());
        values.put("filtered", totals.counts().filtered());
        values.put("quarantined", totals.counts().quarantined());
        values.put("articles_new", totals.articlesNew());
        values.put("articles_changed", totals.articlesChanged());
        values.put("paragraphs", totals.paragraphs());
        values.put("mentions", totals.mentions());
        values.put("related_links", totals.relatedLinks());
        return values;
    }

    private static Map<String, @Nullable Object> published(RunReport report) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("unit", report.periods().unit().word());
        values.put("before", report.periods().before());
        values.put("after", report.periods().after());
        values.put("undated", report.periods().undated());
        Map<String, @Nullable Object> articles = new LinkedHashMap<>();
        for (int i = 0; i < report.periods().starts().size(); i++) {
            articles.put(
                    report.periods().starts().get(i).toString(),
                    report.periods().articles().get(i));
        }
        values.put("articles", articles);
        return values;
    }

    private static <T> List<Map<String, @Nullable Object>> list(
            List<T> rows, BiConsumer<T, Map<String, @Nullable Object>> values) {
        return rows.stream()
                .map(row -> {
                    Map<String, @Nullable Object> object = new LinkedHashMap<>();
                    values.accept(row, object);
                    return object;
                })
                .toList();
    }
}
