package dev.copydesk.cli.report;

import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;

/**
 * An element of the page that is being written. Text and attributes are nodes of a DOM, so that nothing in them can become
 * markup, and whatever comes from pages or files passes through {@link ShownText} as well.
 */
final class Markup {

    private static final int LONGEST = 2_000;

    private final Element element;
    private final ShownText shown;

    private Markup(Element element, ShownText shown) {
        this.element = element;
        this.shown = shown;
    }

    /** An empty page with head and body. */
    static Markup page(ShownText shown) {
        Document document = Document.createShell("");
        // SVG has names of attributes in mixed case.
        document.parser(Parser.htmlParser().settings(ParseSettings.preserveCase));
        document.outputSettings().prettyPrint(false);
        return new Markup(document, shown);
    }

    Markup head() {
        return new Markup(document().head(), shown);
    }

    Markup body() {
        return new Markup(document().body(), shown);
    }

    private Document document() {
        return (Document) element.root();
    }

    /** Adds an element at the end of this one; {@code classes} may be empty. */
    Markup add(String tag, String classes) {
        Element added = element.appendElement(tag);
        if (!classes.isEmpty()) {
            added.attr("class", classes);
        }
        return new Markup(added, shown);
    }

    Markup add(String tag) {
        return add(tag, "");
    }

    /** Adds an element that holds the text and returns this one. */
    Markup with(String tag, String text) {
        add(tag).text(text);
        return this;
    }

    Markup text(String text) {
        return text(text, LONGEST);
    }

    /** Adds text, cut to that many code points. */
    Markup text(String text, int width) {
        element.appendText(shown.of(text, width));
        return this;
    }

    /** Adds a style sheet of the program's own, as it is. */
    Markup style(String css) {
        element.appendElement("style").appendChild(new DataNode(css));
        return this;
    }

    Markup attribute(String name, String value) {
        element.attr(name, shown.of(value, LONGEST));
        return this;
    }

    /** A coordinate or length, with two digits behind the point. */
    Markup attribute(String name, double value) {
        element.attr(name, String.format(Locale.ROOT, "%.2f", value).replaceFirst("\\.?0+$", ""));
        return this;
    }

    /** A section of the page with its heading. */
    Markup section(String id, String heading) {
        Markup section = add("section").attribute("id", id).attribute("aria-labelledby", id + "-heading");
        section.add("h2").attribute("id", id + "-heading").text(heading);
        return section;
    }

    /** A table that scrolls by itself, also by keyboard, where it is wider than the page. */
    Table table(String caption, List<Table.Heading> columns) {
        return table(caption, columns, "");
    }

    /** The same with a class of its own. */
    Table table(String caption, List<Table.Heading> columns, String classes) {
        Markup region = add("div", "scroll")
                .attribute("role", "region")
                .attribute("tabindex", "0")
                .attribute("aria-label", caption);
        Markup table = region.add("table", classes);
        table.add("caption").text(caption);
        Markup row = table.add("thead").add("tr");
        columns.forEach(column -> row.add("th", column.number() ? "number" : "")
                .attribute("scope", "col")
                .text(column.text()));
        return new Table(table.add("tbody"));
    }

    /** The whole page as HTML. */
    String html() {
        return document().outerHtml() + "\n";
    }
}
