package dev.copydesk.cli.report;

import dev.copydesk.batch.Recovery;
import dev.copydesk.warehouse.LoadTotals;
import dev.copydesk.warehouse.QualityDrop;
import dev.copydesk.warehouse.RunStore.Execution;
import dev.copydesk.warehouse.RunStore.Heartbeat;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The top of the page: which run it is, how it stands and what to do next, and the figures that are asked for first. */
final class Overview {

    private Overview() {}

    static void writeHeader(Markup header, RunReport report) {
        Execution latest = latest(report);
        header.add("p", "kind").text("Copydesk load report");
        String date = report.run().date() == null ? "" : ", " + report.run().date();
        header.add("h1")
                .text(report.run().job() + date)
                .text(" ")
                .add("span", "status " + kind(latest))
                .text(symbol(latest) + " " + latest.status().toLowerCase(Locale.ROOT));
        Instant ended = latest.endedAt();
        header.with(
                "p",
                "Job execution " + report.execution().id() + " of run "
                        + report.run().runId() + ". Started "
                        + Quantity.time(report.attempts().get(0).startedAt())
                        + (ended == null ? ", no end noted." : ", ended " + Quantity.time(ended) + "."));
        if (latest.id() != report.execution().id()) {
            header.with(
                    "p",
                    "The run has " + report.attempts().size()
                            + " attempts, of which this is not the latest; the figures are"
                            + " those of all attempts up to now.");
        }
    }

    /** Says what is out of the ordinary, if anything is. */
    static void writeState(Markup main, RunReport report) {
        Execution latest = latest(report);
        String left = report.filesLeft() == 0 ? "" : Quantity.count(report.filesLeft(), "file") + " are left to load. ";
        String restart = "./copydesk jobs restart " + latest.id();
        if ("abandoned".equals(report.run().outcome())) {
            banner(main, "failed").with("p", "The run was given up. " + left + "What was committed stays loaded.");
        } else if (RunReport.isRunning(latest)) {
            writeRunning(main, report, latest, left);
        } else if ("STOPPED".equals(latest.status())) {
            command(
                    banner(main, "stopped").with("p", "The load was stopped on purpose. " + left + "Resume it with:"),
                    restart);
        } else if (!"COMPLETED".equals(latest.status())) {
            Markup banner = banner(main, "failed");
            writeCauses(banner, latest.causes());
            banner.with(
                    "p",
                    left
                            + "What was committed stays loaded. When the cause is mended, run the same command again, or:");
            command(banner, restart);
        } else if (report.isNothingNew()) {
            banner(main, "completed")
                    .with(
                            "p",
                            "Nothing new to load: "
                                    + Quantity.count(report.totals().files(), "file")
                                    + " were loaded before and are unchanged.");
        }
        writeDrops(main, report);
    }

    private static void writeDrops(Markup main, RunReport report) {
        long sites = report.drops().stream()
                .filter(drop -> drop.acceptedAt() == null)
                .map(QualityDrop::site)
                .distinct()
                .count();
        if (sites > 0) {
            banner(main, "stopped")
                    .add("p")
                    .text("Clearly less than before was extracted of " + Quantity.count(sites, "site") + ": ")
                    .add("a")
                    .attribute("href", "#quality")
                    .text("see what fell");
        }
    }

    private static void writeRunning(Markup main, RunReport report, Execution latest, String left) {
        Heartbeat heartbeat = report.heartbeat();
        if (heartbeat != null && Recovery.isStale(heartbeat.age())) {
            command(
                    banner(main, "failed")
                            .with(
                                    "p",
                                    "The load has given no sign of life for " + Quantity.time(heartbeat.age()) + ". "
                                            + left
                                            + "If it is dead, the same load resumes it, or have it counted as failed with:"),
                    "./copydesk jobs recover " + latest.id());
        } else {
            command(
                    banner(main, "running")
                            .with(
                                    "p",
                                    "The load was running when these figures were taken, at "
                                            + Quantity.time(report.madeAt()) + ". " + left + "Watch it with:"),
                    "./copydesk jobs watch " + latest.id());
        }
    }

    private static void writeCauses(Markup banner, List<String> causes) {
        if (causes.isEmpty()) {
            banner.with("p", "The load did not come to its end; no cause is noted.");
            return;
        }
        banner.add("p").text("The load failed. Its cause, and what that led to:");
        Markup list = banner.add("ol", "causes");
        causes.forEach(cause -> list.with("li", cause));
    }

    static void writeKeyFigures(Markup main, RunReport report) {
        LoadTotals totals = report.totals();
        double seconds = totals.time().toMillis() / 1000.0;
        Markup list = main.add("dl", "key");
        figure(
                list,
                "Documents read",
                Quantity.number(totals.counts().read()),
                "in " + Quantity.count(totals.files(), "file"));
        figure(
                list,
                "New articles",
                Quantity.number(totals.articlesNew()),
                Quantity.number(totals.articlesChanged()) + " changed");
        figure(
                list,
                "Quarantined",
                Quantity.number(totals.counts().quarantined()),
                Quantity.share(totals.counts().quarantined(), totals.counts().read()) + " of the documents");
        figure(list, "Time", Quantity.time(totals.time()), Quantity.count(totals.attempts(), "attempt"));
        figure(
                list,
                "Documents a second",
                totals.documentsLoaded() == 0 || seconds == 0
                        ? Quantity.NONE
                        : Quantity.number(totals.documentsLoaded() / seconds),
                "of " + Quantity.number(totals.documentsLoaded()) + " read from files");
        figure(list, "Size of these files", Quantity.bytes(totals.bytesLoaded()), "as stored");
        figure(list, "Paragraphs", Quantity.number(totals.paragraphs()), "written");
        figure(
                list,
                "Mentions",
                Quantity.number(totals.mentions()),
                Quantity.count(totals.relatedLinks(), "related link"));
    }

    private static void figure(Markup list, String name, String value, String more) {
        Markup figure = list.add("div");
        figure.with("dt", name);
        figure.add("dd", "value").text(value);
        figure.add("dd", "more").text(more);
    }

    private static Markup banner(Markup main, String kind) {
        return main.add("div", "banner " + kind).attribute("role", "note");
    }

    private static void command(Markup banner, String command) {
        banner.add("p").add("code").text(command);
    }

    private static Execution latest(RunReport report) {
        return report.attempts().get(report.attempts().size() - 1);
    }

    static String kind(Execution execution) {
        return RunReport.isRunning(execution)
                ? "running"
                : switch (execution.status()) {
                    case "COMPLETED" -> "completed";
                    case "STOPPED" -> "stopped";
                    default -> "failed";
                };
    }

    /** A shape beside the colour and the word. */
    private static String symbol(Execution execution) {
        return switch (kind(execution)) {
            case "completed" -> "✔";
            case "running" -> "▶";
            case "stopped" -> "■";
            default -> "✖";
        };
    }
}
