package dev.copydesk.cli.report;

import static dev.copydesk.cli.report.Table.Heading.number;
import static dev.copydesk.cli.report.Table.Heading.text;

import dev.copydesk.warehouse.RunStore;
import dev.copydesk.warehouse.RunStore.Execution;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The run itself: its attempts and what it was told to do. */
final class RunSection {

    private static final int ATTEMPTS = 20;
    private static final int INPUTS = 20;
    private static final int CAUSE = 160;

    private RunSection() {}

    static void writeAttempts(Markup section, RunReport report) {
        List<Execution> attempts = report.attempts();
        int from = Math.max(0, attempts.size() - ATTEMPTS);
        section.with(
                "p",
                (attempts.size() == 1
                                ? "The run had one attempt."
                                : "The run had " + attempts.size()
                                        + " attempts: each goes on where the one before it ended.")
                        + (from > 0 ? " The latest " + ATTEMPTS + " are shown." : ""));
        Table table = section.table(
                "Attempts at the run",
                List.of(
                        text("job execution"),
                        text("status"),
                        text("started"),
                        number("time"),
                        number("files"),
                        number("documents"),
                        number("loaded"),
                        number("quarantined"),
                        text("cause")));
        for (Execution attempt : attempts.subList(from, attempts.size())) {
            Instant ended = attempt.endedAt();
            table.row()
                    .heading(Long.toString(attempt.id()))
                    .text(attempt.status().toLowerCase(Locale.ROOT))
                    .text(Quantity.time(attempt.startedAt()))
                    .number(ended == null ? Quantity.NONE : Quantity.time(Duration.between(attempt.startedAt(), ended)))
                    .number(Quantity.number(attempt.files()))
                    .number(Quantity.number(attempt.counts().read()))
                    .number(Quantity.number(attempt.counts().loaded()))
                    .number(Quantity.number(attempt.counts().quarantined()))
                    .text(attempt.causes().isEmpty() ? "" : attempt.causes().get(0), CAUSE);
        }
    }

    static void writeParameters(Markup section, RunReport report) {
        RunStore.Run run = report.run();
        Table table = section.table("Parameters of the run", List.of(text("parameter"), text("value")));
        row(table, "job", run.job());
        row(table, "run", Long.toString(run.runId()));
        row(
                table,
                "outcome",
                run.outcome() == null ? "unfinished: the next load of the job resumes it" : run.outcome());
        row(table, "date", run.date() == null ? "none" : run.date().toString());
        row(table, "pages that are no articles", run.keepNonArticles() ? "loaded as well" : "filtered");
        RunStore.Settings settings = report.settings();
        if (settings != null) {
            row(table, "documents in a chunk", Quantity.number(settings.chunkSize()));
            row(table, "threads", Quantity.number(settings.threads()));
            row(table, "largest document", Quantity.bytes(settings.maxDocumentSize()));
            row(table, "version", settings.version());
        }
        List<String> inputs = run.inputs();
        inputs.subList(0, Math.min(INPUTS, inputs.size())).forEach(input -> row(table, "input", input));
        if (inputs.size() > INPUTS) {
            row(table, "input", "and " + (inputs.size() - INPUTS) + " more");
        }
    }

    private static void row(Table table, String name, String value) {
        table.row().heading(name).text(value);
    }
}
