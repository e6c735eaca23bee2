package dev.copydesk.cli.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Writes a report as one HTML page without scripts, which loads nothing and says so to the browser: its content security policy
 * (W3C CSP Level 3) allows the page's own style sheet, by hash, and nothing else.
 */
public final class ReportPage {

    private record Section(String heading, BiConsumer<Markup, RunReport> writer) {}

    private static final Map<String, Section> SECTIONS = sections();

    private final ShownText shown;
    private final String version;

    /** {@code version} is the program's, for the foot of the page. */
    public ReportPage(ShownText shown, String version) {
        this.shown = shown;
        this.version = version;
    }

    private static Map<String, Section> sections() {
        Map<String, Section> sections = new LinkedHashMap<>();
        sections.put("documents", new Section("What became of the documents", DocumentSection::write));
        sections.put("speed", new Section("Throughput", SpeedSection::writeThroughput));
        sections.put("steps", new Section("Steps", SpeedSection::writeSteps));
        sections.put("articles", new Section("Articles by site and day", ArticleSection::writePeriods));
        sections.put("sites", new Section("What is filled, by site", ArticleSection::writeSites));
        sections.put("quality", new Section("Sites against their own history", QualitySection::write));
        sections.put("quarantine", new Section("Quarantine by reason", TroubleSection::writeQuarantine));
        sections.put("filtered", new Section("Filtered by reason", TroubleSection::writeFiltered));
        sections.put("slow", new Section("Slowest pages", SpeedSection::writeSlowPages));
        sections.put("attempts", new Section("Attempts", RunSection::writeAttempts));
        sections.put("parameters", new Section("Parameters", RunSection::writeParameters));
        return sections;
    }

    /** The page as HTML, to be stored as UTF-8. */
    public String html(RunReport report) {
        Markup page = Markup.page(shown);
        writeHead(page.head(), report);
        Markup body = page.body();
        body.add("a", "skip").attribute("href", "#main").text("Skip to the figures");
        Overview.writeHeader(body.add("header"), report);
        Markup links = body.add("nav").attribute("aria-label", "Sections").add("ul");
        SECTIONS.forEach((id, section) ->
                links.add("li").add("a").attribute("href", "#" + id).text(section.heading()));
        Markup main = body.add("main").attribute("id", "main");
        Overview.writeState(main, report);
        Overview.writeKeyFigures(main, report);
        SECTIONS.forEach((id, section) -> section.writer().accept(main.section(id, section.heading()), report));
        body.add("footer")
                .with(
                        "p",
                        "Made by " + version + " at " + Quantity.time(report.madeAt())
                                + ". Times are UTC; sizes are in binary units.");
        return "<!DOCTYPE html>\n" + page.html();
    }

    private static void writeHead(Markup head, RunReport report) {
        String css = resource("report.css");
        head.add("meta").attribute("charset", "utf-8");
        head.add("meta")
                .attribute("http-equiv", "Content-Security-Policy")
                .attribute(
                        "content",
                        "default-src 'none'; style-src 'sha256-" + sha256(css)
                                + "'; base-uri 'none'; form-action 'none'");
        head.add("meta").attribute("name", "viewport").attribute("content", "width=device-width, initial-scale=1");
        head.add("meta").attribute("name", "color-scheme").attribute("content", "light dark");
        head.add("meta").attribute("name", "referrer").attribute("content", "no-referrer");
        head.with(
                "title",
                report.run().job() + ", job execution " + report.execution().id() + " – Copydesk");
        head.style(css);
    }

    private static String resource(String name) {
        try (InputStream stream = ReportPage.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing from the build");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }
}
