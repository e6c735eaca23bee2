package dev.copydesk.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.copydesk.warehouse.LedgerCounts;
import dev.copydesk.warehouse.LoadTotals;
import dev.copydesk.warehouse.QualityDrop;
import dev.copydesk.warehouse.QualityMeasure;
import dev.copydesk.warehouse.RunFigures.DayCount;
import dev.copydesk.warehouse.RunFigures.SiteFigures;
import dev.copydesk.warehouse.RunFigures.Slot;
import dev.copydesk.warehouse.RunFigures.SlowPage;
import dev.copydesk.warehouse.RunFigures.Trouble;
import dev.copydesk.warehouse.RunFigures.Troubled;
import dev.copydesk.warehouse.RunHistory.Reason;
import dev.copydesk.warehouse.RunStore;
import dev.copydesk.warehouse.RunStore.Execution;
import dev.copydesk.warehouse.RunStore.Heartbeat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportPageTest {

    private static final Instant START = Instant.parse("2026-11-27T04:00:00Z");

    @Test
    void aRunWithoutAnythingNewSaysSoAndPlotsNothing() {
        Document page = page(report("COMPLETED", List.of(), 0, null));

        assertThat(page.select(".banner").text()).contains("Nothing new to load: 12 files");
        assertThat(page.select(".plot")).isEmpty();
        assertThat(page.text())
                .contains(
                        "nothing to plot", "hold no article", "No document of this run waits", "No page was extracted");
        assertThat(page.text()).doesNotContain("NaN", "null", "Infinity");
    }

    @Test
    void aFailedRunTellsItsCauseRootFirstAndTheCommandThatResumesIt() {
        Document page = page(report("FAILED", List.of("SQLException: disk full", "BatchException: chunk 3"), 7, null));

        assertThat(page.select(".banner.failed li").eachText())
                .containsExactly("SQLException: disk full", "BatchException: chunk 3");
        assertThat(page.select(".banner").text()).contains("7 files are left", "./copydesk jobs restart 5");
        assertThat(page.select("h1").text()).contains("✖ failed");
    }

    @Test
    void aStoppedRunSaysHowToResumeIt() {
        assertThat(page(report("STOPPED", List.of(), 3, null)).select(".banner").text())
                .contains("stopped on purpose", "3 files are left", "./copydesk jobs restart 5");
    }

    @Test
    void aRunningLoadIsToldFromOneThatGivesNoSignOfLife() {
        assertThat(page(report("STARTED", List.of(), 3, new Heartbeat(Duration.ofSeconds(2), false)))
                        .select(".banner")
                        .text())
                .contains("was running", "./copydesk jobs watch 5");
        assertThat(page(report("STARTED", List.of(), 3, new Heartbeat(Duration.ofSeconds(80), false)))
                        .select(".banner")
                        .text())
                .contains("no sign of life for 1 min 20 s", "./copydesk jobs recover 5");
    }

    @Test
    void passwordsInADatabaseUrlAreHidden() {
        String html = ReportedRun.html(report(
                "FAILED",
                List.of(
                        "refused: jdbc:postgresql://db/news?user=me&password=geheim1&ssl=true",
                        "refused: postgresql://me:geh@eim2@db/news"),
                0,
                null));

        assertThat(html).contains("user=me", "ssl=true", "@db/news").doesNotContain("geheim", "eim2");
    }

    @Test
    void theLargestRunMakesASmallPage() {
        List<Slot> slots = LongStream.range(0, 120)
                .mapToObj(i -> new Slot(5, i * 4096, 50_000, 80_000, 80_000, 1L << 30))
                .toList();
        List<SiteFigures> sites = new ArrayList<>();
        for (long i = 0; i < RunReport.SITES; i++) {
            sites.add(new SiteFigures(i, "s".repeat(5_000) + i, 1, 100_000, 99_999, 5, 0, 1, 12.0));
        }
        sites.add(new SiteFigures(null, null, 4_980, 8_000_000, 8_000_000, 1, 1, 400_000_000L, null));
        List<DayCount> days = new ArrayList<>();
        for (LocalDate day = LocalDate.of(1850, 1, 1); day.getYear() < 2027; day = day.plusDays(1)) {
            days.add(new DayCount(day, 155));
        }
        List<SlowPage> slow = LongStream.range(0, 20)
                .mapToObj(i ->
                        new SlowPage("/" + "x".repeat(4_000), i, 90_000_000, 1 << 20, "article", "t".repeat(9_999)))
                .toList();
        List<QualityDrop> drops = LongStream.range(0, 3_000)
                .mapToObj(i -> drop(i + ".example", null))
                .toList();
        RunReport report =
                with(report("COMPLETED", List.of(), 0, null), slots, sites, drops, PublicationPeriods.of(days), slow);

        Document page = page(report);

        assertThat(page.outerHtml().length()).isLessThan(300_000);
        assertThat(page.select("#sites").text())
                .contains("4,980 other sites", "20 sites with most articles", ">99.9 %");
        assertThat(page.select("#quality tbody tr")).hasSize(25);
        assertThat(page.select("#quality").text()).contains("2,975 more", "./copydesk jobs show 5");
        assertThat(page.select("#plot-documents-per-second .column")).hasSizeBetween(12, 120);
        assertThat(page.select("#plot-articles .column")).hasSizeBetween(12, 30);
        assertThat(page.select("#plot-articles title").get(0).text()).isEqualTo("Articles by decade of publication");
    }

    @Test
    void everyTableHasACaptionAndEveryPlotATitleASummaryAndUnits() {
        Document page = page(report("COMPLETED", List.of(), 0, null));
        Document full = page(with(
                report("COMPLETED", List.of(), 0, null),
                List.of(new Slot(5, 0, 3, 10, 10, 1000), new Slot(5, 2, 3, 14, 14, 1000)),
                List.of(new SiteFigures(1L, "a.example", 1, 2, 2, 2, 1, 500, 8.0)),
                List.of(drop("a.example", null), drop("b.example", START)),
                PublicationPeriods.of(List.of(new DayCount(LocalDate.of(2026, 11, 20), 2), new DayCount(null, 1))),
                List.of(new SlowPage("/a.html", 0, 1500, 100, "article", null))));

        for (Document one : List.of(page, full)) {
            assertThat(one.select("table")).isNotEmpty().allSatisfy(table -> {
                assertThat(table.select("caption").text()).isNotEmpty();
                assertThat(table.select("thead th[scope=col]")).isNotEmpty();
                assertThat(table.select("tbody tr > th[scope=row]")).hasSameSizeAs(table.select("tbody tr"));
            });
        }
        assertThat(full.select("svg.plot")).hasSize(3).allSatisfy(plot -> {
            assertThat(plot.attr("role")).isEqualTo("img");
            assertThat(plot.select("> title").text()).isNotEmpty();
            assertThat(plot.select("> desc").text()).contains("table below");
            assertThat(plot.select("text.axis")).hasSize(2);
        });
        assertThat(full.select("#articles").text()).contains("1 without a publication date");
    }

    @Test
    void sitesThatWereReadWorseThanBeforeAreToldOnTopUntilTheyAreAccepted() {
        RunReport quiet = report("COMPLETED", List.of(), 0, null);
        Document warned = page(with(
                quiet,
                List.of(),
                List.of(),
                List.of(drop("a.example", null), drop("b.example", START)),
                PublicationPeriods.of(List.of()),
                List.of()));
        Document accepted = page(with(
                quiet,
                List.of(),
                List.of(),
                List.of(drop("b.example", START)),
                PublicationPeriods.of(List.of()),
                List.of()));

        assertThat(warned.select(".banner.stopped").text())
                .contains("less than before was extracted of 1 site: see what fell");
        assertThat(warned.select("#quality tbody tr").eachText())
                .containsExactly(
                        "a.example author 5% 95% 100 700 7 warning", "b.example author 5% 95% 100 700 7 accepted");
        assertThat(accepted.select(".banner.stopped")).isEmpty();
        assertThat(page(quiet).select("#quality").text()).contains("No site is known to have been read worse");
    }

    private static QualityDrop drop(String site, @Nullable Instant acceptedAt) {
        return new QualityDrop(site, QualityMeasure.AUTHOR, 100, 0.05, 7, 700, 0.95, false, acceptedAt);
    }

    @Test
    void misdatedArticlesDoNotStretchThePlotOfDaysAndAreTold() {
        List<DayCount> days = List.of(
                new DayCount(LocalDate.of(1970, 1, 1), 1),
                new DayCount(LocalDate.of(2026, 11, 19), 300),
                new DayCount(LocalDate.of(2026, 11, 21), 200),
                new DayCount(LocalDate.of(2203, 1, 1), 2));

        PublicationPeriods periods = PublicationPeriods.of(days);

        assertThat(periods.unit()).isEqualTo(PublicationPeriods.Unit.DAY);
        assertThat(periods.articles()).containsExactly(300L, 0L, 200L);
        assertThat(periods.before()).isEqualTo(1);
        assertThat(periods.after()).isEqualTo(2);
    }

    private static Document page(RunReport report) {
        return Jsoup.parse(ReportedRun.html(report));
    }

    private static RunReport report(String status, List<String> causes, long filesLeft, @Nullable Heartbeat heartbeat) {
        Execution execution = new Execution(
                5,
                2,
                "nightly",
                status,
                START,
                status.equals("STARTED") ? null : START.plusSeconds(4),
                12,
                new LedgerCounts(0, 12, 0, 0),
                0,
                0,
                0,
                0,
                0,
                null,
                causes);
        RunStore.Run run = new RunStore.Run(2, "nightly", "key", List.of("/data"), null, false, null);
        LoadTotals totals = new LoadTotals(1, 12, 0, 0, 0, execution.counts(), 0, 0, 0, 0, 0, Duration.ofSeconds(4));
        return new RunReport(
                START.plusSeconds(9),
                run,
                execution,
                List.of(execution),
                totals,
                null,
                heartbeat,
                filesLeft,
                List.of(),
                Throughput.of(List.of(execution), List.of(), START.plusSeconds(9)),
                List.of(),
                new Trouble(0, 0),
                false,
                List.of(),
                List.of(),
                List.of(),
                PublicationPeriods.of(List.of()),
                List.of(),
                List.of());
    }

    private static RunReport with(
            RunReport report,
            List<Slot> slots,
            List<SiteFigures> sites,
            List<QualityDrop> drops,
            PublicationPeriods periods,
            List<SlowPage> slow) {
        long documents = slots.stream().mapToLong(Slot::documents).sum();
        LoadTotals totals = new LoadTotals(
                1,
                documents,
                documents,
                documents,
                1,
                new LedgerCounts(documents - 3, 0, 1, 2),
                documents,
                0,
                0,
                0,
                0,
                Duration.ofSeconds(4));
        return new RunReport(
                report.madeAt(),
                report.run(),
                report.execution(),
                report.attempts(),
                totals,
                new RunStore.Settings(200, 2, 1 << 20, "copydesk"),
                null,
                0,
                List.of(),
                Throughput.of(report.attempts(), slots, report.madeAt()),
                List.of(new Reason("quarantined", "EMPTY", 2), new Reason("filtered", "PRODUCT", 1)),
                new Trouble(2, 2),
                false,
                List.of(new Troubled("/a.html", 1, 2, "EMPTY")),
                sites,
                drops,
                periods,
                List.of(),
                slow);
    }
}
