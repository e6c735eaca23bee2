package dev.copydesk.cli.report;

import static dev.copydesk.cli.report.Table.Heading.number;
import static dev.copydesk.cli.report.Table.Heading.text;

import dev.copydesk.warehouse.LedgerCounts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The ledger of the run: read = loaded + unchanged + filtered + quarantined. */
final class DocumentSection {

    private static final Map<String, String> MEANINGS = new LinkedHashMap<>();

    static {
        MEANINGS.put("loaded", "became a new article or a new revision");
        MEANINGS.put("unchanged", "their article stood in the warehouse already");
        MEANINGS.put("filtered", "are no articles");
        MEANINGS.put("quarantined", "could not be loaded");
    }

    private DocumentSection() {}

    static void write(Markup section, RunReport report) {
        LedgerCounts counts = report.totals().counts();
        if (counts.read() == 0) {
            section.with("p", "No document was read.");
            return;
        }
        List<Long> numbers = List.of(counts.loaded(), counts.unchanged(), counts.filtered(), counts.quarantined());
        drawShares(section, numbers, counts.read());
        Table table = section.table(
                "Documents by what became of them",
                List.of(text(""), number("documents"), number("share"), text("meaning")));
        int i = 0;
        for (Map.Entry<String, String> meaning : MEANINGS.entrySet()) {
            Table.Row row = table.row();
            row.swatch(meaning.getKey(), "outcome-" + meaning.getKey());
            row.number(Quantity.number(numbers.get(i)))
                    .number(Quantity.share(numbers.get(i), counts.read()))
                    .text(meaning.getValue());
            i++;
        }
        table.row()
                .heading("read")
                .number(Quantity.number(counts.read()))
                .number("100 %")
                .text("in " + Quantity.count(report.totals().files(), "file"));
    }

    private static void drawShares(Markup section, List<Long> numbers, long all) {
        Markup svg = section.add("svg", "shares")
                .attribute("id", "plot-documents")
                .attribute("viewBox", "0 0 1000 40")
                .attribute("preserveAspectRatio", "none")
                .attribute("role", "img")
                .attribute("aria-label", "Shares of the documents; the table has the numbers");
        Markup hatch = svg.add("defs")
                .add("pattern")
                .attribute("id", "hatch")
                .attribute("width", "8")
                .attribute("height", "8")
                .attribute("patternUnits", "userSpaceOnUse")
                .attribute("patternTransform", "rotate(45)");
        hatch.add("rect", "outcome-quarantined").attribute("width", "8").attribute("height", "8");
        hatch.add("rect", "stripe").attribute("width", "3").attribute("height", "8");
        double x = 0;
        int i = 0;
        for (String name : MEANINGS.keySet()) {
            long number = numbers.get(i++);
            if (number > 0) {
                double width = 1000.0 * number / all;
                Markup part = svg.add("g");
                part.with("title", name + ": " + Quantity.number(number));
                part.add("rect", "outcome-" + name)
                        .attribute("x", x)
                        .attribute("width", Math.max(2, width))
                        .attribute("height", 40);
                x += width;
            }
        }
    }
}
