package dev.copydesk.hostile;

import static dev.copydesk.hostile.HostileInput.article;
import static dev.copydesk.hostile.HostilePages.noise;
import static dev.copydesk.hostile.HostilePages.page;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Inputs whose addresses, dates, names and links are nasty. */
final class HostileFields {

    private static final int MIB = 1 << 20;

    private HostileFields() {}

    static List<HostileInput> inputs() {
        return List.of(
                canonical("script for an address", "script", "javascript:alert(1)", HostileFields::hasNoUrl),
                canonical("data for an address", "data", "data:text/html,x", HostileFields::hasNoUrl),
                canonical("a file for an address", "file", "file:///etc/passwd", HostileFields::hasNoUrl),
                canonical("an address that is none", "none", "http://[::1", HostileFields::hasNoUrl),
                canonical("an address of 100 KB", "long", "https://long.example/" + noise(100_000), json -> {}),
                canonical("a host of 5,000 letters", "host", "https://" + noise(5_000) + ".example/a", json -> {}),
                canonical("a password in an address", "password", "https://u:secret@pw.example/a", json -> {}),
                canonical("a line feed in an address", "feed", "https://feed.example/a&#10;b", json -> {}),
                head("a base that is script", "base", "<base href='javascript:alert(1)//'>", json -> {}),
                date("year 292278994", "year", "+292278994-08-17T07:12:55Z", HostileFields::hasNoDate),
                date("a year of 10 digits", "year10", "9999999999-01-01T00:00:00Z", HostileFields::hasNoDate),
                date("year 0", "year0", "0000-00-00T00:00:00Z", HostileFields::hasNoDate),
                date("a negative year", "negative", "-5000-01-01T00:00:00Z", HostileFields::hasNoDate),
                date("the 31st of February", "february", "2026-02-31", HostileFields::hasNoDate),
                date("a date of 5 MB", "date5mb", "2026-".repeat(MIB), json -> {}),
                date("milliseconds without end", "millis", "9".repeat(10_000), HostileFields::hasNoDate),
                date("a time zone that is none", "zone", "2026-02-03T10:00:00+99:99", json -> {}),
                listing("10,000 related links", "listing.html", relatedLinks(10_000)),
                links("links that are script", "links-script", """
                        <li><a href="javascript:alert(1)">The story of the old harbour wall</a></li>
                        <li><a href="&#1;javascript:alert(1)">The night ferry returns to the north</a></li>
                        <li><a href="jAvAsCrIpT&colon;alert(1)">Fish market opens once again today</a></li>
                        <li><a href="data:text/html,x">Council votes on the bridge at last</a></li>
                        <li><a href="vbscript:x">The winter that changed the coastline</a></li>""", HostileFields::everyLinkIsOfTheWeb),
                links(
                        "a link of 5 MB",
                        "link-long",
                        "<li><a href='/" + "x".repeat(5 * MIB) + "'>The story of the old harbour wall</a></li>",
                        json -> {}),
                links(
                        "a link whose title is 5 MB",
                        "link-title",
                        "<li><a href='/a'>" + "The old wall ".repeat(400_000) + "</a></li>",
                        json -> {}),
                head(
                        "an author of 100 KB",
                        "author",
                        "<meta name=author content='" + noise(100_000) + "'>",
                        json -> {}),
                head(
                        "an author that is markup",
                        "author-markup",
                        "<meta name=author content='<img src=x onerror=y>'>",
                        json -> {}),
                head(
                        "a section of 1 MB",
                        "section",
                        "<meta property='article:section' content='" + noise(MIB) + "'>",
                        json -> {}),
                head(
                        "a language that is none",
                        "language",
                        "<meta http-equiv=content-language content='" + noise(9_000) + "'>",
                        json -> {}),
                head(
                        "a site name of 10 KB",
                        "site",
                        "<meta property='og:site_name' content='" + noise(10_000) + "'>",
                        json -> {}),
                article(
                        "a name of 20 KB in the text",
                        "name.html",
                        page(
                                "",
                                "<p>Then Mr " + capitals() + " said in Lisbon"
                                        + " that the wall would be raised again in spring.</p>"),
                        HostileText::mentionsStandWhereTheySay));
    }

    private static void hasNoUrl(JsonNode json) {
        assertThat(json.path("url").isNull()).isTrue();
    }

    private static void hasNoDate(JsonNode json) {
        assertThat(json.path("published_at").isNull()).isTrue();
    }

    private static String capitals() {
        String noise = noise(20_000);
        return "Oskar " + noise.substring(0, 1).toUpperCase(Locale.ROOT) + noise.substring(1);
    }

    private static void everyLinkIsOfTheWeb(JsonNode json) {
        for (JsonNode link : json.path("related_links")) {
            assertThat(link.path("url").asString("https://")).matches("(?s)https?://.*");
        }
    }

    private static String relatedLinks(int count) {
        StringBuilder links = new StringBuilder();
        for (int i = 0; i < count; i++) {
            links.append("<li><a href='/s/%d'>The story of the old harbour wall, part %d</a></li>".formatted(i, i));
        }
        return links.toString();
    }

    private static HostileInput head(String what, String name, String head, Consumer<JsonNode> effect) {
        return article(what, "head-" + name + ".html", page(head, ""), effect);
    }

    private static HostileInput canonical(String what, String name, String url, Consumer<JsonNode> effect) {
        return head(what, "url-" + name, "<link rel=canonical href=\"" + url + "\">", effect);
    }

    private static HostileInput date(String what, String name, String date, Consumer<JsonNode> effect) {
        return head(what, "date-" + name, "<meta property='article:published_time' content='" + date + "'>", effect);
    }

    /** So many links beside four paragraphs are taken for a section front. */
    private static HostileInput listing(String what, String file, String items) {
        return new HostileInput(
                what,
                file,
                HostileInput.bytes(page("", related(items))),
                new HostileInput.Outcome("filtered", "NOT_AN_ARTICLE", json -> {}));
    }

    private static String related(String items) {
        return "<aside class=related><h2>Related stories</h2><ul>" + items + "</ul></aside>";
    }

    private static HostileInput links(String what, String name, String items, Consumer<JsonNode> effect) {
        return article(
                what,
                name + ".html",
                page("<link rel=canonical href='https://links.example/" + name + "'>", related(items)),
                effect);
    }
}
