package dev.copydesk.hostile;

import static dev.copydesk.hostile.HostileInput.article;
import static dev.copydesk.hostile.HostilePages.dump;
import static dev.copydesk.hostile.HostilePages.noise;
import static dev.copydesk.hostile.HostilePages.titled;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Inputs whose characters are nasty: broken encodings, controls, tricks with direction and width, lines without end. */
final class HostileText {

    private static final int MIB = 1 << 20;

    private HostileText() {}

    static List<HostileInput> inputs() {
        return List.of(
                encoded("overlong UTF-8", "overlong", "\u00C0\u0080 \u00E0\u0080\u00AF"),
                encoded("bytes that are never UTF-8", "never", "\u00FE\u00FF \u00F5"),
                encoded("lone surrogates in UTF-8", "surrogates", "\u00ED\u00A0\u0080 \u00ED\u00BF\u00BF"),
                encoded("a sequence cut at the end of the text", "cut-sequence", "\u00E2\u0082"),
                article("UTF-16 without a mark", "utf16.html", page("Grün", "").getBytes(UTF_16LE), titleIs("Grün")),
                article("UTF-16 of an odd length", "odd.html", odd(), titleIs("Grün")),
                article(
                        "UTF-8 that says windows-1252",
                        "says-1252.html",
                        page("Grün", "<meta charset=windows-1252>").getBytes(UTF_8),
                        titleIs("Grün")),
                article(
                        "windows-1252 that says UTF-8",
                        "says-utf8.html",
                        page("Grün “x”", "<meta charset=utf-8>").getBytes(Charset.forName("windows-1252")),
                        titleIs("Grün “x”")),
                article(
                        "a charset that nobody knows",
                        "unknown.html",
                        page("Grün", "<meta charset=x-\u0001none>").getBytes(UTF_8),
                        titleIs("Grün")),
                article(
                        "script hidden by UTF-7",
                        "utf7.html",
                        page("+ADw-script+AD4-", "<meta charset=utf-7>").getBytes(UTF_8),
                        titleIs("+ADw-script+AD4-")),
                either(
                        "a charset that shifts states",
                        "shift.html",
                        page("Hall \u001b$B!! out", "<meta charset=iso-2022-jp>")
                                .getBytes(UTF_8)),
                title("terminal escapes", "escape", "Har\u001b[31mbour\u001b]0;x\u0007 \u009b2J", "Har[31mbour]0;x 2J"),
                title("escapes by reference", "escape-ref", "Har&#27;[31mbour &#155;x", null),
                title("NUL in the title", "nul", "Har\u0000bour&#0; wall", null),
                title("text that runs backwards", "bidi", "Harbour \u202Ellaw\u202C wall", null),
                title("a right-to-left isolate left open", "isolate", "Harbour \u2067wall", null),
                title("characters without width", "zero-width", "Har\u200Bbour\u2060 \uFEFFwall\u200D", null),
                title("500,000 accents on a letter", "zalgo", "Harbo" + "\u0301".repeat(MIB / 2) + "ur", null),
                title("script", "script", "&lt;script&gt;alert(1)&lt;/script&gt; wall", null),
                title("a title of 1 MB", "megabyte", "Harbour wall " + "to be raised ".repeat(80_000), null),
                title("SQL", "sql", "Harbour'); drop table warehouse.article; --", null),
                title("a formula for spreadsheets", "formula", "=HYPERLINK(\"http://x.example\")", null),
                title("a template for logs", "log", "${jndi:ldap://x.example/a} {} %s%n", null),
                article("NUL within the text", "nul-text.txt", dump("The wall\u0000 is old.\u0000\n"), json -> {}),
                article(
                        "escapes within the text",
                        "escape.txt",
                        dump("\u001b[2J\u001b]52;c;x\u0007 The wall.\n"),
                        json -> {}),
                article(
                        "form feeds and vertical tabs",
                        "feeds.txt",
                        dump("\u000b\f\u0085\u2028\u2029\r\r\n"),
                        json -> {}),
                either("a line of 4 MB", "line.txt", dump("The old harbour wall. ".repeat(MIB / 5))),
                either("a word of 4 MB", "word.txt", dump("w".repeat(4 * MIB))),
                either("500,000 lines of a letter", "letters.txt", dump("x\n".repeat(500_000))),
                either("10,000,000 empty lines", "lines.txt", dump("\n".repeat(10_000_000))),
                either("noise of 2 MB", "noise.txt", noise(2 * MIB).getBytes(UTF_8)),
                either(
                        "50,000 names",
                        "names.txt",
                        dump("Mr Oskar Lindqvist of Norway met Ann Lee in Lisbon. ".repeat(10_000))),
                either("names without end", "capitals.txt", dump("Ann Lee Oskar Lindqvist ".repeat(20_000))),
                either("quotes without end", "quotes.txt", dump("\"".repeat(100_000) + "“".repeat(100_000))),
                either("brackets without end", "brackets.txt", dump("([{".repeat(100_000))),
                either("digits without end", "digits.txt", dump("1".repeat(500_000) + " 1:1/1-1.".repeat(50_000))),
                article(
                        "letters outside the first plane",
                        "emoji.txt",
                        dump(
                                "\uD83D\uDE00\uD83D\uDE00 Mr Oskar Lindqvist \uD83D\uDE00 went to Lisbon in spring to see the harbour.\n"),
                        HostileText::mentionsStandWhereTheySay));
    }

    /** What stands there, to the code point, is what the mention says. */
    static void mentionsStandWhereTheySay(JsonNode json) {
        for (JsonNode mention : json.path("mentions")) {
            String text = json.path("paragraphs")
                    .get(mention.path("paragraph").asInt() - 1)
                    .path("text")
                    .asString();
            int start = text.offsetByCodePoints(0, mention.path("start").asInt());
            int end = text.offsetByCodePoints(0, mention.path("end").asInt());
            assertThat(text.substring(start, end))
                    .isEqualTo(mention.path("surface").asString());
        }
    }

    private static HostileInput encoded(String what, String name, String latin) {
        byte[] bytes = titled("Grün", "<meta charset=utf-8>", "<p>" + "Über grüne Hügel. ".repeat(20) + "</p>")
                .replace("the old", "the BROKEN old")
                .getBytes(UTF_8);
        byte[] broken = new String(bytes, ISO_8859_1).replace("BROKEN", latin).getBytes(ISO_8859_1);
        return article(what, name + ".html", broken, titleIs("Grün"));
    }

    private static HostileInput title(String what, String name, String title, String expected) {
        return article(what, "title-" + name + ".html", page(title, "").getBytes(UTF_8), json -> {
            if (expected != null) {
                assertThat(json.path("title").asString()).isEqualTo(expected);
            }
        });
    }

    private static HostileInput either(String what, String file, byte[] content) {
        return new HostileInput(
                what,
                file,
                HostileInput.bytes(content),
                new HostileInput.Outcome(null, null, HostileText::mentionsStandWhereTheySay));
    }

    private static Consumer<JsonNode> titleIs(String title) {
        return json -> assertThat(json.path("title").asString()).isEqualTo(title);
    }

    private static byte[] odd() {
        byte[] even = page("Grün", "").getBytes(UTF_16LE);
        return Arrays.copyOf(even, even.length + 1);
    }

    private static String page(String title, String head) {
        return titled(title, head, "");
    }
}
