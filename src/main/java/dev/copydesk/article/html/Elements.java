package dev.copydesk.article.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** What kinds of elements there are, as far as a reader's eye goes. */
final class Elements {

    private static final Set<String> INLINE = Set.of(
            "a",
            "span",
            "b",
            "strong",
            "em",
            "i",
            "u",
            "s",
            "small",
            "sub",
            "sup",
            "font",
            "abbr",
            "cite",
            "code",
            "q",
            "mark",
            "time",
            "label",
            "tt",
            "kbd",
            "var",
            "samp",
            "dfn",
            "ins",
            "del",
            "bdi",
            "bdo",
            "big",
            "acronym",
            "data",
            "ruby",
            "rb",
            "rt",
            "rp",
            "rtc",
            "wbr",
            "nobr",
            "img",
            "picture",
            "source",
            "strike",
            "map",
            "area",
            "blink",
            "amp-img",
            "output",
            "meter",
            "progress");
    private static final Set<String> SKIPPED = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "iframe",
            "object",
            "embed",
            "applet",
            "select",
            "option",
            "textarea",
            "input",
            "button",
            "svg",
            "math",
            "canvas",
            "audio",
            "video",
            "param",
            "track",
            "frameset",
            "frame",
            "noframes",
            "dialog",
            "datalist",
            "head",
            "link",
            "meta",
            "title",
            "base",
            "amp-ad",
            "amp-analytics",
            "amp-sidebar",
            "rp",
            "rt",
            "amp-consent",
            "amp-social-share");

    private static final int MAX_STEPS = 400;

    private Elements() {}

    static boolean isInline(String tag) {
        return INLINE.contains(tag) || tag.indexOf(':') > 0;
    }

    static boolean isSkipped(String tag) {
        return SKIPPED.contains(tag);
    }

    static boolean isHidden(Attributes attributes) {
        if (attributes.hasKey("hidden") && !attributes.get("hidden").equalsIgnoreCase("until-found")) {
            return true;
        }
        String style = attributes.get("style");
        if (style.isEmpty()) {
            return false;
        }
        String rules = style.length() > 400 ? style.substring(0, 400) : style;
        String packed = rules.replace(" ", "").toLowerCase(Locale.ROOT);
        return packed.contains("display:none") || packed.contains("visibility:hidden");
    }

    /** Up to {@code limit} characters of an element's text; bounded work even for a whole page. */
    static String shortText(Element element, int limit) {
        Folded text = new Folded();
        walk(element, () -> text.length() < limit, node -> take(node, limit, text), () -> {});
        return cut(text.take(), limit);
    }

    /** What {@link #shortText} reads, cut where one element within ends or begins; no part is empty. */
    static List<String> parts(Element element, int limit) {
        List<String> parts = new ArrayList<>();
        Folded part = new Folded();
        int[] length = {0};
        Runnable end = () -> length[0] += end(part, parts);
        walk(
                element,
                () -> length[0] < limit,
                node -> {
                    boolean seen = take(node, limit - length[0], part);
                    if (node instanceof Element) {
                        end.run();
                    }
                    return seen;
                },
                end);
        end.run();
        return parts;
    }

    /**
     * Walks over the nodes within an element, a bounded number of them.
     *
     * @param goesOn whether more is wanted
     * @param enter sees a node; whether its children are to be seen
     * @param leave is run behind the last child of each entered node
     */
    private static void walk(Element element, BooleanSupplier goesOn, Predicate<Node> enter, Runnable leave) {
        Node node = element.firstChild();
        int depth = 0;
        for (int steps = 0; node != null && goesOn.getAsBoolean() && steps < MAX_STEPS; steps++) {
            Node child = enter.test(node) ? node.firstChild() : null;
            if (child != null) {
                node = child;
                depth++;
                continue;
            }
            Node next = node.nextSibling();
            while (next == null && depth > 0 && node != null) {
                leave.run();
                node = node.parent();
                depth--;
                next = node == null ? null : node.nextSibling();
            }
            node = next;
        }
    }

    private static int end(Folded part, List<String> parts) {
        String text = part.take();
        if (!text.isEmpty()) {
            parts.add(text);
        }
        return text.length();
    }

    /** At most {@code limit} characters, no pair of surrogates split. */
    private static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit);
    }

    /** Adds what a node says by itself; whether its children are to be seen. */
    private static boolean take(Node node, int limit, Folded text) {
        if (node instanceof TextNode leaf) {
            String whole = leaf.getWholeText();
            text.append(cut(whole, limit));
            return false;
        }
        if (!(node instanceof Element element) || isSkipped(element.normalName())) {
            return false;
        }
        if (!isInline(element.normalName()) || element.nameIs("img")) {
            text.space();
        }
        return true;
    }
}
