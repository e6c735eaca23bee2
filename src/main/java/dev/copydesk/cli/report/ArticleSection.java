package dev.copydesk.cli.report;

import static dev.copydesk.cli.report.Table.Heading.number;
import static dev.copydesk.cli.report.Table.Heading.text;

import dev.copydesk.cli.report.ColumnPlot.Column;
import dev.copydesk.cli.report.ColumnPlot.Tick;
import dev.copydesk.warehouse.RunFigures;
import dev.copydesk.warehouse.RunFigures.SiteFigures;
import dev.copydesk.warehouse.RunFigures.SitePeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The articles that the run's files hold, by site and by day of publication, and how much of their columns is filled. */
final class ArticleSection {

    private static final int SHADES = 5;
    private static final int LABELS = 4;

    private ArticleSection() {}

    static void writePeriods(Markup section, RunReport report) {
        if (report.articles() == 0) {
            section.with("p", "The files that this run read hold no article.");
            return;
        }
        PublicationPeriods periods = report.periods();
        if (periods.starts().isEmpty()) {
            section.with(
                    "p", "None of the " + Quantity.count(report.articles(), "article") + " has a publication date.");
            return;
        }
        String unit = periods.unit().word();
        section.with("p", "By " + unit + " of publication (UTC)" + ", as the articles stand now. " + asides(periods));
        plot(periods, unit).draw(section);
        writeTable(section, report, unit);
    }

    private static String asides(PublicationPeriods periods) {
        List<String> asides = new ArrayList<>();
        if (periods.before() > 0) {
            asides.add(Quantity.number(periods.before()) + " from before "
                    + periods.starts().get(0));
        }
        if (periods.after() > 0) {
            asides.add(Quantity.number(periods.after()) + " from " + periods.end() + " or later");
        }
        if (periods.undated() > 0) {
            asides.add(Quantity.number(periods.undated()) + " without a publication date");
        }
        return asides.isEmpty() ? "" : "Not among them: " + String.join(", ", asides) + ".";
    }

    private static ColumnPlot plot(PublicationPeriods periods, String unit) {
        List<Column> columns = new ArrayList<>();
        List<Tick> ticks = new ArrayList<>();
        int size = periods.starts().size();
        int every = (size + LABELS - 1) / LABELS;
        int highest = 0;
        for (int i = 0; i < size; i++) {
            String label = periods.unit().label(periods.starts().get(i));
            long articles = periods.articles().get(i);
            columns.add(new Column(articles, label + ": " + Quantity.count(articles, "article")));
            highest = articles > periods.articles().get(highest) ? i : highest;
            if (i % every == 0) {
                ticks.add(new Tick((i + 0.5) / size, label));
            }
        }
        return new ColumnPlot(
                "plot-articles",
                "Articles by " + unit + " of publication",
                "Most in " + columns.get(highest).label() + "; the table below has all values.",
                "articles",
                unit + " of publication",
                columns,
                ticks,
                List.of());
    }

    private static void writeTable(Markup section, RunReport report, String unit) {
        PublicationPeriods periods = report.periods();
        List<Table.Heading> columns = new ArrayList<>(List.of(text("site")));
        periods.starts().forEach(start -> columns.add(number(periods.unit().label(start))));
        Table table = section.table("Articles by site and " + unit + " of publication", columns, "heat");
        Map<Long, Long[]> bySite = bySite(report.sitePeriods(), periods.starts());
        List<SiteFigures> named = report.sites().stream()
                .filter(site -> site.siteId() != null)
                .limit(RunReport.SITES_BY_PERIOD)
                .toList();
        Long[] others = periods.articles().toArray(Long[]::new);
        long highest = 1;
        for (Long[] numbers : bySite.values()) {
            for (int i = 0; i < others.length; i++) {
                others[i] -= numbers[i];
                highest = Math.max(highest, numbers[i]);
            }
        }
        for (SiteFigures site : named) {
            row(table, siteName(site), bySite.getOrDefault(site.siteId(), zeros(others.length)), highest);
        }
        if (Arrays.stream(others).anyMatch(number -> number > 0)) {
            row(table, "all others", others, 0);
        }
        row(table, "all", periods.articles().toArray(Long[]::new), 0);
    }

    private static Map<Long, Long[]> bySite(List<SitePeriod> sitePeriods, List<LocalDate> starts) {
        Map<Long, Long[]> bySite = new HashMap<>();
        for (SitePeriod period : sitePeriods) {
            bySite.computeIfAbsent(Objects.requireNonNull(period.siteId()), id -> zeros(starts.size()))[
                            starts.indexOf(period.from())] =
                    period.articles();
        }
        return bySite;
    }

    private static Long[] zeros(int size) {
        Long[] zeros = new Long[size];
        Arrays.fill(zeros, 0L);
        return zeros;
    }

    /** Shaded by the square root, so that small numbers differ too; without shades when {@code highest} is 0. */
    private static void row(Table table, String name, Long[] numbers, long highest) {
        Table.Row row = table.row().heading(name, 60);
        for (long number : numbers) {
            if (highest == 0) {
                row.number(Quantity.brief(number));
            } else {
                long shade = number == 0 ? 0 : Math.max(1, Math.round(Math.sqrt((double) number / highest) * SHADES));
                row.number(number == 0 ? "0" : Quantity.brief(number), "shade" + shade);
            }
        }
    }

    static void writeSites(Markup section, RunReport report) {
        long all = report.articles();
        if (all == 0) {
            section.with("p", "The files that this run read hold no article.");
            return;
        }
        long sites = report.sites().stream().mapToLong(SiteFigures::sites).sum();
        section.with(
                "p",
                Quantity.count(all, "article") + " of " + Quantity.count(sites, "site") + ", as they stand now."
                        + (sites > RunReport.SITES
                                ? " The " + RunReport.SITES + " sites with most articles are shown, all others as one."
                                : "")
                        + (all > RunFigures.PARAGRAPH_SAMPLE
                                ? " Paragraphs are those of a sample of about "
                                        + Quantity.number(RunFigures.PARAGRAPH_SAMPLE) + " articles."
                                : ""));
        long most = report.sites().stream()
                .filter(site -> site.sites() == 1)
                .mapToLong(SiteFigures::articles)
                .max()
                .orElse(1);
        Table table = section.table(
                "Sites and what their articles have",
                List.of(
                        text("site"),
                        number("articles"),
                        text("compared"),
                        number("with title"),
                        number("with date"),
                        number("with author"),
                        number("paragraphs an article"),
                        number("words an article")));
        for (SiteFigures site : report.sites()) {
            table.row()
                    .heading(siteName(site), 80)
                    .number(Quantity.number(site.articles()))
                    .bar(site.sites() == 1 ? site.articles() : 0, most, "neutral")
                    .share(site.titled(), site.articles())
                    .share(site.dated(), site.articles())
                    .share(site.signed(), site.articles())
                    .number(average(site.paragraphsPerArticle()))
                    .number(Quantity.number(Math.round((double) site.words() / site.articles())));
        }
    }

    private static String average(@Nullable Double average) {
        return average == null ? Quantity.NONE : String.format(Locale.ROOT, "%,.1f", average);
    }

    private static String siteName(SiteFigures site) {
        if (site.sites() > 1) {
            return Quantity.number(site.sites()) + " other sites";
        }
        return site.site() == null ? "site unknown" : site.site();
    }
}
