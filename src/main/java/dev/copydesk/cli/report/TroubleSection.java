package dev.copydesk.cli.report;

import static dev.copydesk.cli.report.Table.Heading.number;
import static dev.copydesk.cli.report.Table.Heading.text;

import dev.copydesk.warehouse.RunFigures.Troubled;
import dev.copydesk.warehouse.RunHistory.Reason;
import java.util.List;

/** What is in quarantine and what was filtered, by reason, and which files it came from. */
final class TroubleSection {

    /** Reasons that are shown one by one. */
    private static final int REASONS = 25;

    private TroubleSection() {}

    static void writeQuarantine(Markup section, RunReport report) {
        List<Reason> reasons = report.reasons("quarantined");
        if (reasons.isEmpty()) {
            section.with("p", "No document of this run waits in quarantine.");
            return;
        }
        section.with(
                "p",
                Quantity.count(report.trouble().documents(), "document") + " of "
                        + Quantity.count(report.trouble().files(), "file") + " wait in quarantine. Look at them with:");
        section.add("p")
                .add("code")
                .text("./copydesk quarantine list --code " + reasons.get(0).code());
        writeReasons(section, "Documents in quarantine by reason", reasons, "quarantined");
        Table table = section.table(
                report.byFolder() ? "Folders that gave most quarantine" : "Files that gave most quarantine",
                List.of(
                        report.byFolder() ? text("folder") : text("file"),
                        number("files"),
                        number("documents in quarantine"),
                        text("compared"),
                        text("most frequent reason")));
        for (Troubled troubled : report.troubled()) {
            table.row()
                    .heading(troubled.path())
                    .number(Quantity.number(troubled.files()))
                    .number(Quantity.number(troubled.quarantined()))
                    .bar(troubled.quarantined(), report.troubled().get(0).quarantined(), "quarantined")
                    .text(troubled.code());
        }
    }

    static void writeFiltered(Markup section, RunReport report) {
        List<Reason> reasons = report.reasons("filtered");
        if (reasons.isEmpty()) {
            section.with("p", "No document of this run was filtered.");
            return;
        }
        section.with("p", "Documents that were read well and are no articles.");
        writeReasons(section, "Filtered documents by reason", reasons, "filtered");
    }

    private static void writeReasons(Markup section, String caption, List<Reason> reasons, String kind) {
        long all = reasons.stream().mapToLong(Reason::count).sum();
        long most = reasons.stream().mapToLong(Reason::count).max().orElse(1);
        Table table =
                section.table(caption, List.of(text("reason"), number("documents"), number("share"), text("compared")));
        for (Reason reason : reasons.subList(0, Math.min(REASONS, reasons.size()))) {
            table.row()
                    .heading(reason.code())
                    .number(Quantity.number(reason.count()))
                    .number(Quantity.share(reason.count(), all))
                    .bar(reason.count(), most, kind);
        }
        if (reasons.size() > REASONS) {
            long rest = reasons.stream().skip(REASONS).mapToLong(Reason::count).sum();
            table.row()
                    .heading(Quantity.number(reasons.size() - REASONS) + " other reasons")
                    .number(Quantity.number(rest))
                    .number(Quantity.share(rest, all))
                    .bar(rest, Math.max(rest, most), kind);
        }
    }
}
