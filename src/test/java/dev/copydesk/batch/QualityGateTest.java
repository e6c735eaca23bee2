package dev.copydesk.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.copydesk.warehouse.QualityDrop;
import dev.copydesk.warehouse.QualityGate;
import dev.copydesk.warehouse.QualityMeasure;
import dev.copydesk.warehouse.SiteQualityStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("database")
class QualityGateTest {

    private static final QualityGate SMALL = new QualityGate(Set.of(QualityMeasure.AUTHOR), 5, 5, 10, 0.15, 0.4);

    @TempDir
    private Path folder;

    private final List<Object[]> samples = new ArrayList<>();

    private TestWarehouse warehouse;
    private TestPages pages;
    private SiteQualityStore quality;

    @BeforeEach
    void open() {
        warehouse = new TestWarehouse();
        pages = new TestPages(folder);
        quality = new SiteQualityStore(warehouse.jdbc(), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void aDropIsAWarningOrFailsTheRunUntilItIsAccepted() throws Exception {
        for (int day = 1; day <= 3; day++) {
            assertThat(load(day, true, 6).exitCode()).isZero();
        }

        for (int i = 0; i < 12; i++) {
            pages.shop("4/shop" + i + ".html", "https://www.a.example/product/brass-lamp-" + i);
        }
        LoadResult warned = load(4, true, 2);
        assertThat(warned.exitCode()).isZero();
        assertThat(quality.drops(warned.runId()))
                .extracting(QualityDrop::message)
                .containsExactly(
                        "a.example: 2.0 paragraphs an article in 12 articles, before 6.0 (36 in 3 loads)",
                        "a.example: 50% of 24 documents are articles, before 100% (36 in 3 loads)");
        assertThat(warehouse.value(
                        "select drops from ops.site_fill_rate where run_id = " + warned.runId(), String.class))
                .isEqualTo("article, paragraphs");

        LoadResult failed = load(5, false, 6);
        assertThat(failed.exitCode()).isEqualTo(ExitCode.LIMIT_PASSED);
        assertThat(failed.failure())
                .hasMessage(
                        "QUALITY_DROPPED: a.example: 0% of 12 articles name an author, before 100% (48 in 4 loads)");
        assertThat(warehouse.count("select count(*) from warehouse.article")).isEqualTo(60);
        assertThat(warehouse.count("select count(*) from finished.article")).isEqualTo(48);

        LoadResult again = load(5, false, 6);
        assertThat(again.exitCode()).isEqualTo(ExitCode.LIMIT_PASSED);
        assertThat(again.runId()).isEqualTo(failed.runId());
        assertThat(warehouse.count("select documents from ops.site_quality where run_id = " + failed.runId()))
                .as("a run that is resumed counts once")
                .isEqualTo(12);

        assertThat(quality.accept(failed.runId(), "b.example", "tester", null)).isEmpty();
        assertThat(quality.accept(failed.runId(), null, "tester", "a new layout"))
                .hasSize(1);
        assertThat(load(5, false, 6).exitCode()).isZero();
        assertThat(warehouse.count("select count(*) from finished.article")).isEqualTo(60);
    }

    @Test
    void whatWasAcceptedIsTheNormAndWithoutThreeRunsThereIsNone() {
        for (int run = 1; run <= 12; run++) {
            addRun(run);
            sample(run, 1, 100, run < 8 ? 95 : 5); // accepted in run 8
            sample(run, 2, 100, run < 8 ? 95 : 5); // not accepted
            if (run > 9) {
                sample(run, 3, 100, run < 12 ? 95 : 5); // met in two runs before
            }
            sample(run, 4, 4, run < 12 ? 4 : 0); // four documents a run
        }
        flush();
        quality.compare(8, QualityGate.DEFAULT);
        quality.accept(8, "1.example", "tester", null);
        for (int run = 9; run <= 12; run++) {
            quality.compare(run, QualityGate.DEFAULT);
        }

        assertThat(quality.drops(12))
                .extracting(QualityDrop::message)
                .containsExactly("2.example: 5% of 100 articles name an author, before 95% (700 in 7 loads)");
    }

    @Test
    void sitesThatAreAsBeforeRaiseNoAlarmAndThoseThatFellDo() {
        Random random = new Random(20261127);
        int sites = 500;
        for (int run = 1; run <= 11; run++) {
            addRun(run);
            for (int site = 0; site < sites; site++) {
                // Steady sites fill between 5% and 100%; one in ten has days of its own; one in 20 falls in the last
                // run.
                double rate = 0.05 + 0.95 * site / sites;
                double today = site % 10 == 1 ? Math.max(0, rate - random.nextDouble() * 0.5) : rate;
                boolean fell = run == 11 && site % 20 == 0;
                int articles = 20 + site % 180;
                int filled = filled(random, articles, fell ? 0 : today);
                sample(run, site, articles, filled);
            }
        }
        flush();

        quality.compare(11, QualityGate.DEFAULT);

        List<Integer> alarms = warehouse
                .jdbc()
                .queryForList(
                        "select split_part(site_key, '.', 1)::int from ops.quality_check order by 1", Integer.class);
        assertThat(alarms).allMatch(site -> site % 20 == 0);
        // Of what was rare before, or is a handful of documents, one cannot tell.
        assertThat(alarms).filteredOn(site -> site >= 250).hasSize(12);
    }

    private void addRun(int run) {
        assertThat(warehouse.count("""
                insert into ops.load_run (job, job_key, inputs, created_at, keep_non_articles, outcome)
                values ('nightly', 'k', '{}', now(), false, 'completed') returning run_id""")).isEqualTo(run);
    }

    private void sample(int run, int site, int articles, int filled) {
        samples.add(new Object[] {
            run, site + ".example", articles, articles, articles, articles, filled, articles * 5L, articles * 25L
        });
    }

    private void flush() {
        warehouse.jdbc().batchUpdate("insert into ops.site_quality values (?, ?, ?, ?, ?, ?, ?, ?, ?)", samples);
    }

    private static int filled(Random random, int articles, double rate) {
        return (int) random.doubles(articles).filter(draw -> draw < rate).count();
    }

    /** Loads a day's folder of twelve pages; they are written once. */
    private LoadResult load(int day, boolean authors, int paragraphs) throws Exception {
        for (int i = 0; i < 12; i++) {
            Path file = folder.resolve(day + "/" + i + ".html");
            if (!Files.exists(file)) {
                pages.page(
                        day + "/" + i + ".html",
                        "https://a.example/" + day + "/" + i,
                        "Story " + i + " of day " + day,
                        paragraphs);
                if (authors) {
                    String html = Files.readString(file);
                    Files.writeString(
                            file, html.replace("</head>", "<meta name=\"author\" content=\"Jane Harbour\"></head>"));
                }
            }
        }
        JobDefinition base =
                JobDefinition.of("nightly", List.of(folder.resolve("" + day).toString()));
        return warehouse.load(new JobDefinition(
                base.name(),
                base.input(),
                base.chunkSize(),
                base.threads(),
                base.maxDocumentSize(),
                base.maxDocumentTime(),
                false,
                base.quarantine(),
                SMALL));
    }
}
