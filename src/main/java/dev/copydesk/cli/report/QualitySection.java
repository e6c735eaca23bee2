package dev.copydesk.cli.report;

import static dev.copydesk.cli.report.Table.Heading.number;
import static dev.copydesk.cli.report.Table.Heading.text;

import dev.copydesk.warehouse.QualityDrop;
import java.util.List;

/** The sites of which the run extracted clearly less than the runs before, as its step {@code compare} noted them. */
final class QualitySection {

    /** Drops that are shown one by one. */
    private static final int DROPS = 25;

    private QualitySection() {}

    static void write(Markup section, RunReport report) {
        List<QualityDrop> drops = report.drops();
        if (drops.isEmpty()) {
            section.with("p", "No site is known to have been read worse than in the loads before.");
            return;
        }
        section.with(
                "p",
                "What is extracted of these sites fell by more than chance explains: their pages may have changed, or"
                        + " be others than before. Those that are as they should be are accepted with:");
        section.add("p")
                .add("code")
                .text("./copydesk jobs accept " + report.execution().id() + " --site "
                        + drops.get(0).site());
        Table table = section.table(
                "Sites that were read worse than before",
                List.of(
                        text("site"),
                        text("measure"),
                        number("now"),
                        number("before"),
                        number("documents now"),
                        number("documents before"),
                        number("loads before"),
                        text("standing")));
        drops.stream().limit(DROPS).forEach(drop -> row(table, drop));
        if (drops.size() > DROPS) {
            section.with("p", Quantity.number(drops.size() - DROPS) + " more are listed by:");
            section.add("p")
                    .add("code")
                    .text("./copydesk jobs show " + report.execution().id());
        }
    }

    private static void row(Table table, QualityDrop drop) {
        table.row()
                .heading(drop.site(), 80)
                .text(drop.measure().label())
                .number(drop.measure().shown(drop.value()))
                .number(drop.measure().shown(drop.expected()))
                .number(Quantity.number(drop.documents()))
                .number(Quantity.number(drop.historyDocuments()))
                .number(Quantity.number(drop.historyRuns()))
                .text(drop.standing());
    }
}
