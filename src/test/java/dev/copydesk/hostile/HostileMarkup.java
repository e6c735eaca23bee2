package dev.copydesk.hostile;

import static dev.copydesk.hostile.HostileInput.article;
import static dev.copydesk.hostile.HostileInput.quarantined;
import static dev.copydesk.hostile.HostilePages.noise;
import static dev.copydesk.hostile.HostilePages.page;
import static dev.copydesk.hostile.HostilePages.prose;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Inputs whose markup is nasty: too deep, too much, never ending. */
final class HostileMarkup {

    private static final int MIB = 1 << 20;

    private HostileMarkup() {}

    static List<HostileInput> inputs() {
        return List.of(
                behind("100,000 nested <div>", "deep-div", "<div>".repeat(100_000) + "x"),
                behind("100,000 nested <b>", "deep-b", "<b>".repeat(100_000) + "x"),
                behind("30,000 nested tables", "deep-table", "<table><tr><td>".repeat(30_000) + "x"),
                quarantined(
                        "100,000 nested tables",
                        "deeper-table.html",
                        "MARKUP_TOO_DENSE",
                        page("", "<table><tr><td>".repeat(100_000))),
                behind("100,000 nested <svg>", "deep-svg", "<svg><g>".repeat(50_000) + "x"),
                behind("20,000 nested templates", "deep-template", "<template>".repeat(20_000) + "x"),
                behind("20,000 nested selects", "select", "<select><option>".repeat(20_000) + "x"),
                behind("20,000 misnested formats", "misnested", "<b><i><u></b><p></u>".repeat(20_000)),
                behind("text within a table's rows", "foster", "<table>" + "<tr>x".repeat(20_000)),
                behind("1,000,000 attributes", "attributes", "<i " + numbered(1_000_000, "a%d=1") + ">x</i>"),
                behind("an attribute of 10 MB", "attribute", "<i title='" + "y ".repeat(5 * MIB) + "'>x</i>"),
                behind("5,000 classes on one element", "classes", "<i class='" + numbered(5_000, "c%d") + "'>x</i>"),
                quarantined("400,001 tags", "tags.html", "MARKUP_TOO_DENSE", page("", "<i>".repeat(400_001))),
                quarantined("10 MB of <", "open.html", "MARKUP_BROKEN", page("", "<".repeat(10 * MIB))),
                quarantined(
                        "a tag whose name is 1 MB", "tag-name.html", "MARKUP_BROKEN", page("", "<" + noise(MIB) + ">")),
                behind("100,000 entities", "entities", "<p>" + "&amp;".repeat(100_000) + "</p>"),
                behind(
                        "entities that are no characters",
                        "no-chars",
                        "<p>&#x110000;&#xD800;&#0;&#99999999999;&#-1;</p>"),
                behind("an unknown entity of 500 KB", "unknown-entity", "&" + noise(MIB / 2) + ";"),
                article("entities that blow up", "laughs.xhtml", laughs(), HostileMarkup::keepsTheStory),
                behind("a comment without end", "comment", "<!--" + " -".repeat(4 * MIB)),
                behind("a script without end", "script", "<script>" + "x=1;".repeat(MIB)),
                behind("CDATA without end", "cdata", "<![CDATA[" + " ]".repeat(2 * MIB)),
                behind("an attribute without end", "quote", "<a href=\"" + "x".repeat(4 * MIB)),
                behind("10 MB of blanks", "blanks", "<p>" + " \n\t".repeat(3 * MIB) + "</p>"),
                behind("a word of 10 MB in a script", "script-word", "<script>" + "x".repeat(10 * MIB) + "</script>"),
                behind(
                        "an image of 8 MB in the page",
                        "data-image",
                        "<img src='data:image/png;base64," + "A".repeat(8 * MIB) + "'>"),
                quarantined(
                        "an article of 1.5 million characters",
                        "long.html",
                        "ARTICLE_TOO_LONG",
                        page("", prose().repeat(1_500))),
                quarantined(
                        "an article of one word",
                        "long-word.html",
                        "ARTICLE_TOO_LONG",
                        page("", "<p>" + noise(2 * MIB) + "</p>")),
                within("10,000 meta elements", "meta", numbered(10_000, "<meta name=author content='A%d B'>")),
                within("JSON-LD nested 100,000 deep", "json-deep", ld("[".repeat(100_000))),
                within(
                        "JSON-LD with a string of 8 MB",
                        "json-long",
                        ld("{\"@type\":\"NewsArticle\",\"name\":\"" + "x".repeat(8 * MIB) + "\"}")),
                within(
                        "JSON-LD that refers to itself",
                        "json-self",
                        ld("{\"@id\":\"#a\",\"@type\":\"NewsArticle\","
                                + "\"author\":{\"@id\":\"#a\"},\"isPartOf\":{\"@id\":\"#a\"}}")),
                within(
                        "JSON-LD with 10,000 authors",
                        "json-authors",
                        ld("{\"@type\":\"NewsArticle\",\"author\":["
                                + IntStream.range(0, 10_000)
                                        .mapToObj("{\"name\":\"Ann Lee%d\"}"::formatted)
                                        .collect(Collectors.joining(","))
                                + "]}")),
                within(
                        "JSON-LD with a number of 100,000 digits",
                        "json-number",
                        ld("{\"@type\":\"NewsArticle\"," + "\"wordCount\":" + "9".repeat(100_000) + "}")));
    }

    private static void keepsTheStory(JsonNode json) {
        assertThat(json.path("paragraphs").size()).isGreaterThanOrEqualTo(4);
    }

    /** Behind the text of an article, which stays whole. */
    private static HostileInput behind(String what, String name, String body) {
        return article(what, name + ".html", page("", body), HostileMarkup::keepsTheStory);
    }

    private static HostileInput within(String what, String name, String head) {
        return article(what, name + ".html", page(head, ""), HostileMarkup::keepsTheStory);
    }

    private static String ld(String json) {
        return "<script type='application/ld+json'>" + json + "</script>";
    }

    private static String numbered(int count, String format) {
        StringBuilder all = new StringBuilder();
        String[] around = format.split("%d", 2);
        for (int i = 0; i < count; i++) {
            all.append(around[0]).append(i).append(around[1]).append(' ');
        }
        return all.toString();
    }

    private static byte[] laughs() {
        StringBuilder dtd = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE html [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            dtd.append("<!ENTITY l%d \"&l%d;&l%d;\">".formatted(i, i - 1, i - 1));
        }
        return (dtd + "]><html><body><h1>Harbour wall to be raised</h1>" + prose()
                        + "<p>&l29;</p><!ENTITY x SYSTEM \"file:///etc/passwd\"></body></html>")
                .getBytes(UTF_8);
    }
}
