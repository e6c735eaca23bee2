package dev.copydesk.cli.report;

import java.util.List;

/**
 * A plot of columns as inline SVG. It takes its colours and sizes of letters from the page's style sheet, so that it is
 * readable in light and dark, on paper and on a narrow screen, where letters are drawn larger.
 *
 * @param id of the SVG element
 * @param title what is plotted
 * @param summary what a reader would see in the plot, in a sentence
 * @param yTitle what the columns measure, with the unit
 * @param xTitle what they stand beside one another by
 * @param columns from left to right
 * @param ticks labels below
 * @param marks labelled lines from top to bottom
 */
record ColumnPlot(
        String id,
        String title,
        String summary,
        String yTitle,
        String xTitle,
        List<Column> columns,
        List<Tick> ticks,
        List<Tick> marks) {

    /** A column; {@code label} says where it stands and what it measures. */
    record Column(double value, String label) {}

    /** A label at a place between 0, the left end, and 1, the right end. */
    record Tick(double place, String label) {}

    private static final double WIDTH = 720;
    private static final double HEIGHT = 250;
    private static final double LEFT = 66;
    private static final double RIGHT = WIDTH - 10;
    private static final double TOP = 34;
    private static final double BOTTOM = HEIGHT - 56;
    private static final int Y_TICKS = 4;

    void draw(Markup parent) {
        Markup figure = parent.add("figure");
        figure.add("figcaption").text(title);
        Markup svg = figure.add("svg", "plot")
                .attribute("id", id)
                .attribute("viewBox", "0 0 " + (int) WIDTH + " " + (int) HEIGHT)
                .attribute("role", "img")
                .attribute("aria-labelledby", id + "-title " + id + "-summary");
        svg.add("title").attribute("id", id + "-title").text(title);
        svg.add("desc").attribute("id", id + "-summary").text(summary);
        double highest = columns.stream().mapToDouble(Column::value).max().orElse(0);
        Ticks scale = Ticks.upTo(highest, Y_TICKS);
        drawScale(svg, scale);
        drawColumns(svg, scale.end());
        drawMarks(svg);
        drawTicks(svg);
    }

    private void drawScale(Markup svg, Ticks scale) {
        label(svg, 0, 16, "start", "axis", yTitle);
        for (double value : scale.values()) {
            double y = y(value, scale.end());
            line(svg, value == 0 ? "base" : "grid", LEFT, y, RIGHT, y);
            label(svg, LEFT - 8, y + 5, "end", "", scale.label(value));
        }
    }

    private void drawColumns(Markup svg, double end) {
        double step = (RIGHT - LEFT) / columns.size();
        double gap = Math.min(step * 0.15, 3);
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            double y = y(column.value(), end);
            Markup group = svg.add("g", "column");
            group.add("title").text(column.label());
            // The whole height answers to the pointer, also where the column is low.
            rectangle(group, "touch", LEFT + i * step, TOP, step, BOTTOM - TOP);
            rectangle(group, "fill", LEFT + i * step + gap / 2, y, step - gap, BOTTOM - y);
        }
    }

    private void drawMarks(Markup svg) {
        for (Tick mark : marks) {
            double x = x(mark.place());
            line(svg, "mark", x, TOP - 4, x, BOTTOM);
            label(svg, x + 4, TOP + 6, "start", "mark", mark.label());
        }
    }

    private void drawTicks(Markup svg) {
        for (Tick tick : ticks) {
            double x = x(tick.place());
            line(svg, "base", x, BOTTOM, x, BOTTOM + 5);
            String anchor = tick.place() < 0.02 ? "start" : tick.place() > 0.92 ? "end" : "middle";
            label(svg, x, BOTTOM + 22, anchor, "", tick.label());
        }
        label(svg, RIGHT, HEIGHT - 6, "end", "axis", xTitle);
    }

    private static double x(double place) {
        return LEFT + place * (RIGHT - LEFT);
    }

    private static double y(double value, double end) {
        return BOTTOM - value / end * (BOTTOM - TOP);
    }

    private static void label(Markup svg, double x, double y, String anchor, String classes, String text) {
        svg.add("text", classes)
                .attribute("x", x)
                .attribute("y", y)
                .attribute("text-anchor", anchor)
                .text(text);
    }

    private static void line(Markup svg, String classes, double x1, double y1, double x2, double y2) {
        svg.add("line", classes)
                .attribute("x1", x1)
                .attribute("y1", y1)
                .attribute("x2", x2)
                .attribute("y2", y2);
    }

    private static void rectangle(Markup svg, String classes, double x, double y, double width, double height) {
        svg.add("rect", classes)
                .attribute("x", x)
                .attribute("y", y)
                .attribute("width", width)
                .attribute("height", height);
    }
}
