package dev.copydesk.cli.report;

import static dev.copydesk.cli.report.Table.Heading.number;
import static dev.copydesk.cli.report.Table.Heading.text;

import dev.copydesk.cli.report.ColumnPlot.Column;
import dev.copydesk.cli.report.ColumnPlot.Tick;
import dev.copydesk.cli.report.Throughput.Part;
import dev.copydesk.warehouse.RunFigures.SlowPage;
import dev.copydesk.warehouse.RunFigures.StepTotal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Where the time of the run went: throughput over time, steps, and the pages that took longest. */
final class SpeedSection {

    private static final int LABELS = 5;

    /** Attempts up to which each is marked in the plot. */
    private static final int MARKS = 8;

    private SpeedSection() {}

    static void writeThroughput(Markup section, RunReport report) {
        Throughput throughput = report.throughput();
        if (report.totals().documentsLoaded() == 0) {
            section.with("p", "No document was read from a file, so there is nothing to plot.");
            return;
        }
        int attempts = report.attempts().size();
        section.with(
                "p",
                "Each column stands for " + Quantity.count(throughput.partSeconds(), "second") + " of the load."
                        + (attempts > 1 ? " Attempts stand side by side, without the time between them." : "")
                        + (attempts > Throughput.ATTEMPTS
                                ? " Only the latest " + Throughput.ATTEMPTS + " of " + attempts + " are shown."
                                : ""));
        Markup plots = section.add("div", "plots");
        plot("plot-documents-per-second", "Documents over time", "documents a second", report, Part::documentsPerSecond)
                .draw(plots);
        plot("plot-bytes-per-second", "Size of files over time", "MiB a second", report, Part::mebibytesPerSecond)
                .draw(plots);
        writeParts(section, throughput);
    }

    private static ColumnPlot plot(
            String id, String title, String unit, RunReport report, ToDoubleFunction<Part> measure) {
        Throughput throughput = report.throughput();
        List<Column> columns = throughput.parts().stream()
                .map(part -> new Column(
                        measure.applyAsDouble(part),
                        label(part) + ": " + Quantity.number(measure.applyAsDouble(part)) + " " + unit))
                .toList();
        Part best = throughput.parts().stream()
                .max(Comparator.comparingDouble(measure))
                .orElseThrow();
        return new ColumnPlot(
                id,
                title,
                "At most " + Quantity.number(measure.applyAsDouble(best)) + " " + unit + ", " + label(best)
                        + "; the table below has all values.",
                unit,
                "time since the start",
                columns,
                ticks(throughput),
                marks(throughput));
    }

    private static String label(Part part) {
        return "job execution " + part.jobExecutionId() + ", from " + clock(part.second()) + " to "
                + clock(part.second() + part.seconds());
    }

    /** Seconds as the shortest text that says the same, such as 90 s, 5 min or 1 h 30 min. */
    private static String clock(long seconds) {
        if (seconds < 120 && seconds % 60 != 0) {
            return seconds + " s";
        }
        StringBuilder text = new StringBuilder();
        long[] sizes = {86_400, 3_600, 60, 1};
        String[] names = {"d", "h", "min", "s"};
        long left = seconds;
        for (int i = 0; i < sizes.length; i++) {
            if (left >= sizes[i]) {
                text.append(text.isEmpty() ? "" : " ")
                        .append(left / sizes[i])
                        .append(' ')
                        .append(names[i]);
                left %= sizes[i];
            }
        }
        return text.isEmpty() ? "0" : text.toString();
    }

    private static List<Tick> ticks(Throughput throughput) {
        long length = throughput.axisSeconds();
        long step = Ticks.secondsBetween(length, LABELS);
        List<Tick> ticks = new ArrayList<>();
        for (long second = 0; second <= length; second += step) {
            ticks.add(new Tick((double) second / length, clock(second)));
        }
        return ticks;
    }

    private static List<Tick> marks(Throughput throughput) {
        List<Integer> begins = throughput.begins();
        if (begins.size() < 2 || begins.size() > MARKS) {
            return List.of();
        }
        return begins.stream()
                .map(begin -> new Tick(
                        (double) begin / throughput.parts().size(),
                        Long.toString(throughput.parts().get(begin).jobExecutionId())))
                .toList();
    }

    private static void writeParts(Markup section, Throughput throughput) {
        Markup details = section.add("details");
        details.with("summary", "The values of both plots as a table");
        Table table = details.table(
                "Throughput over time",
                List.of(
                        text("time"),
                        number("files"),
                        number("documents"),
                        number("documents a second"),
                        number("MiB a second")));
        for (Part part : throughput.parts()) {
            table.row()
                    .heading(label(part))
                    .number(Quantity.number(part.files()))
                    .number(Quantity.number(part.documents()))
                    .number(Quantity.number(part.documentsPerSecond()))
                    .number(Quantity.number(part.mebibytesPerSecond()));
        }
    }

    static void writeSteps(Markup section, RunReport report) {
        List<StepTotal> steps = report.steps();
        if (steps.isEmpty()) {
            section.with("p", "No step has begun.");
            return;
        }
        long longest =
                steps.stream().mapToLong(step -> step.time().toMillis()).max().orElse(0);
        long whole = Math.max(1, longest);
        Table table = section.table(
                "Time of the steps that have ended",
                List.of(text("step"), text("status"), number("executions"), number("time"), text("compared")));
        for (StepTotal step : steps) {
            table.row()
                    .heading(step.name())
                    .text(step.status().toLowerCase(Locale.ROOT))
                    .number(Quantity.number(step.executions()))
                    .number(Quantity.time(step.time()))
                    .bar(step.time().toMillis(), whole, "neutral");
        }
    }

    static void writeSlowPages(Markup section, RunReport report) {
        List<SlowPage> pages = report.slowPages();
        if (pages.isEmpty()) {
            section.with("p", "No page was extracted.");
            return;
        }
        section.with(
                "p",
                "The " + Quantity.count(pages.size(), "page")
                        + " whose extraction and tagging of names took longest, of all that were extracted.");
        long longest = pages.get(0).micros();
        Table table = section.table(
                "Slowest pages",
                List.of(
                        text("file"),
                        number("offset"),
                        number("time"),
                        text("compared"),
                        number("size"),
                        text("what it is")));
        for (SlowPage page : pages) {
            table.row()
                    .heading(page.path())
                    .number(Quantity.number(page.offset()))
                    .number(milliseconds(page.micros()))
                    .bar(page.micros(), longest, "neutral")
                    .number(Quantity.bytes(page.bytes()))
                    .text(page.title() == null ? page.outcome() : page.outcome() + ": " + page.title());
        }
    }

    private static String milliseconds(long micros) {
        return micros >= 60_000_000
                ? Quantity.time(Duration.ofMillis(micros / 1000))
                : Quantity.number(micros / 1000.0) + " ms";
    }
}
