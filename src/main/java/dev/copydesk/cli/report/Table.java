package dev.copydesk.cli.report;

/** Rows of a table. The first cell of a row is its heading. */
final class Table {

    /** What stands above a column; that of numbers is at the right, as they are. */
    record Heading(String text, boolean number) {

        static Heading text(String text) {
            return new Heading(text, false);
        }

        static Heading number(String text) {
            return new Heading(text, true);
        }
    }

    private final Markup body;

    Table(Markup body) {
        this.body = body;
    }

    Row row() {
        return new Row(body.add("tr"));
    }

    /** A row whose cells are added one by one. */
    static final class Row {

        private final Markup row;

        private Row(Markup row) {
            this.row = row;
        }

        Row heading(String text) {
            return heading(text, 300);
        }

        Row heading(String text, int width) {
            row.add("th").attribute("scope", "row").text(text, width);
            return this;
        }

        Row text(String text) {
            return text(text, 300);
        }

        Row text(String text, int width) {
            row.add("td", "words").text(text, width);
            return this;
        }

        Row number(String number) {
            return number(number, "");
        }

        /** A number with a class of its own, such as a shade. */
        Row number(String number, String classes) {
            row.add("td", ("number " + classes).strip()).text(number);
            return this;
        }

        /** A heading with the colour that stands for it in a plot. */
        Row swatch(String text, String kind) {
            Markup heading = row.add("th").attribute("scope", "row");
            heading.add("svg", "swatch")
                    .attribute("viewBox", "0 0 10 10")
                    .attribute("aria-hidden", "true")
                    .add("rect", kind)
                    .attribute("width", 10)
                    .attribute("height", 10);
            heading.text(text);
            return this;
        }

        /** A share of the whole with a bar below it. */
        Row share(long part, long whole) {
            Markup cell = row.add("td", "number share");
            cell.text(Quantity.share(part, whole));
            drawBar(cell, part, whole, "neutral");
            return this;
        }

        /** A bar beside a number that stands in the row: decoration for those who see it. */
        Row bar(long part, long whole, String kind) {
            drawBar(row.add("td", "bar"), part, whole, kind);
            return this;
        }

        private static void drawBar(Markup cell, long part, long whole, String kind) {
            Markup bar = cell.add("svg", kind)
                    .attribute("viewBox", "0 0 100 10")
                    .attribute("preserveAspectRatio", "none")
                    .attribute("aria-hidden", "true");
            bar.add("rect", "track").attribute("width", 100).attribute("height", 10);
            if (part > 0) {
                // What is there is seen, be it ever so small.
                double width = Math.max(0.7, Math.min(100, 100.0 * part / whole));
                bar.add("rect", "fill").attribute("width", width).attribute("height", 10);
            }
        }
    }
}
