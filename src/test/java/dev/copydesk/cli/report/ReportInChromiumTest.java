package dev.copydesk.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.copydesk.TestDatabase;
import dev.copydesk.batch.JobDefinition;
import dev.copydesk.batch.LoadContext;
import dev.copydesk.batch.LoadProgress;
import dev.copydesk.batch.LoadRequest;
import dev.copydesk.warehouse.Schema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/** The report of samples and of pages that want to take it over, looked at in a browser. */
@Tag("database")
class ReportInChromiumTest {

    private static final List<String> HOSTILE = List.of(
            "<script>window.owned = 1</script>",
            "<img src=x onerror=\"window.owned = 1\">",
            "\"><svg onload=window.owned=1>",
            "</title></style><script>window.owned = 1</script><style>",
            "Harbour \u202Ewall\u0007 raised");

    private static final String PARAGRAPH =
            "<p>The council of Lindhaven said on Tuesday that the old harbour wall would be raised by half a metre,"
                    + " after two winters in which the sea had come over it.</p>";

    @TempDir
    private static Path folder;

    private static Chromium chromium;
    private static Path page;
    private static List<JsonNode> events;

    @BeforeAll
    static void openTheReport() throws Exception {
        Optional<Path> binary = Chromium.find();
        assumeTrue(binary.isPresent(), "there is no Chromium on this machine (Debian: apt-get install chromium)");
        page = Files.writeString(folder.resolve("report.html"), report());
        chromium = Chromium.start(binary.get());
        for (String domain : List.of("Page", "Network", "Log", "Runtime")) {
            chromium.call(domain + ".enable", Map.of());
        }
        chromium.resize(1280, 900);
        events = chromium.open(page);
    }

    @AfterAll
    static void close() throws Exception {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void noScriptRunsAndTheHostileTextIsThereAsText() {
        assertThat(chromium.evaluate("typeof window.owned").asString()).isEqualTo("undefined");
        assertThat(chromium.evaluate("document.scripts.length").asInt()).isZero();
        assertThat(chromium.evaluate(
                                "document.querySelectorAll('img, iframe, object, [onload], [onerror], [style]').length")
                        .asInt())
                .isZero();
        assertThat(chromium.evaluate(
                                "[...document.querySelectorAll('a')].every(a => a.getAttribute('href')[0] === '#')")
                        .asBoolean())
                .isTrue();
        assertThat(chromium.evaluate("document.body.innerText").asString())
                .contains(
                        "onerror=", "window.owned", "Harbour \uFFFDwall", "article: <script>window.owned = 1</script>")
                .doesNotContain("\u202E", "\u0007");
    }

    @Test
    void nothingIsAskedOfTheNetworkAndNothingBreaksThePagesOwnPolicy() {
        assertThat(events)
                .filteredOn(event -> event.get("method").asString().equals("Network.requestWillBeSent"))
                .extracting(event -> event.at("/params/request/url").asString())
                .containsExactly(page.toUri().toString());
        assertThat(events)
                .filteredOn(event -> event.get("method")
                        .asString()
                        .matches("Log.entryAdded|Runtime.(consoleAPICalled|exceptionThrown)"))
                .isEmpty();
        // The policy's hash is that of the style sheet, else the page would have no style.
        assertThat(chromium.evaluate("getComputedStyle(document.querySelector('.key')).display")
                        .asString())
                .isEqualTo("grid");
    }

    @ParameterizedTest
    @CsvSource({"1280,light", "1280,dark", "400,light", "400,dark"})
    void everythingIsSeenWithoutScrollingSideways(int width, String colours) throws Exception {
        chromium.resize(width, 900);
        chromium.preferColours(colours);

        assertThat(chromium.evaluate("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(width);
        for (String plot : List.of("documents", "documents-per-second", "bytes-per-second", "articles")) {
            assertThat(chromium.evaluate("(() => { const b = document.getElementById('plot-" + plot
                                    + "').getBoundingClientRect(); return Math.min(b.width / 8, b.height); })()")
                            .asDouble())
                    .as(plot)
                    .isGreaterThan(25);
        }
        assertThat(chromium.evaluate("Math.max(...[...document.querySelectorAll('.plot .column .fill')]"
                                + ".map(column => column.getBoundingClientRect().height))")
                        .asDouble())
                .isGreaterThan(25);
        // Letters keep a size that can be read where the plot shrinks.
        assertThat(chromium.evaluate("Math.min(...[...document.querySelectorAll('.plot text')]"
                                + ".map(text => text.getBoundingClientRect().height))")
                        .asDouble())
                .isGreaterThan(10);
        chromium.screenshot(Files.createDirectories(Path.of("target", "report"))
                .resolve("report-" + width + "-" + colours + ".png"));
    }

    @ParameterizedTest
    @CsvSource({"light", "dark"})
    void textStandsOutFromItsGround(String colours) {
        chromium.preferColours(colours);

        assertThat(chromium.evaluate(CONTRASTS).toString())
                .as("text below 4.5 : 1")
                .isEqualTo("[]");
    }

    @Test
    void theKeyboardReachesEveryLinkAndEveryTableThatScrolls() {
        assertThat(chromium.evaluate(
                                "[...document.querySelectorAll('a, summary, .scroll')].filter(e => e.tabIndex < 0).length")
                        .asInt())
                .isZero();
        assertThat(chromium.evaluate(
                                "[...document.querySelectorAll('nav a')].every(a => document.querySelector(a.getAttribute('href')))")
                        .asBoolean())
                .isTrue();
    }

    /** Elements with text of their own whose contrast by WCAG 2, section 1.4.3 is too low. */
    private static final String CONTRASTS = """
            (() => {
              const rgb = text => text.match(/[\\d.]+/g).map(Number);
              const light = c => { const [r, g, b] = c.map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92
                : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
              const ground = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor);
                if (c.length < 4 || c[3] > 0) return c.slice(0, 3); } return [255, 255, 255]; };
              const bad = [];
              for (const e of document.querySelectorAll('body *')) {
                if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
                const style = getComputedStyle(e);
                if (e.closest('title, desc')) continue;
                const ink = rgb(e instanceof SVGElement ? style.fill : style.color).slice(0, 3);
                const [a, b] = [light(ink), light(ground(e))].sort((x, y) => y - x);
                if ((a + 0.05) / (b + 0.05) < 4.5) bad.push(e.tagName + '.' + e.getAttribute('class') + ' ' + e.textContent.slice(0, 30));
              }
              return bad;
            })()""";

    private static String report() throws Exception {
        Path input = Files.createDirectory(folder.resolve("pages"));
        for (int i = 0; i < HOSTILE.size(); i++) {
            String text =
                    HOSTILE.get(i).replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
            String name = "p" + i + HOSTILE.get(i).replaceAll("[/\u0007]", "");
            Files.writeString(input.resolve(name + ".html"), """
                    <!DOCTYPE html><html lang="en"><head><title>%1$s</title><meta property="og:site_name" content="%1$s">
                    <link rel="canonical" href="javascript:window.owned=1"></head><body><article><h1>%1$s</h1>%2$s
                    </article></body></html>
                    """.formatted(text, PARAGRAPH.repeat(100)));
            Files.writeString(input.resolve(name + "-empty.html"), "");
        }
        try (TestDatabase database = TestDatabase.create()) {
            DriverManagerDataSource dataSource =
                    new DriverManagerDataSource(database.url(), database.username(), database.password());
            new Schema(dataSource).migrate();
            try (LoadContext context = LoadContext.start(dataSource)) {
                context.launcher()
                        .load(new LoadRequest(
                                JobDefinition.of(
                                        "load",
                                        List.of(
                                                Path.of("samples")
                                                        .toAbsolutePath()
                                                        .toString(),
                                                input.toString())),
                                null,
                                true,
                                new LoadProgress() {},
                                new AtomicBoolean()));
            }
            return ReportedRun.html(new JdbcTemplate(dataSource));
        }
    }
}
