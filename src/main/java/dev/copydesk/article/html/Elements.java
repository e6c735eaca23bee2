package dev.copydesk.article.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
        Node node = element.firstChild();
        int depth = 0;
        for (int steps = 0; node != null && text.length() < limit && steps < MAX_STEPS; steps++) {
            Node child = take(node, limit, text) ? node.firstChild() : null;
            if (child != null) {
                node = child;
                depth++;
                continue;
            }
            Node next = node.nextSibling();
            while (next == null && depth > 0 && node != null) {
                node = node.parent();
                depth--;
                next = node == null ? null : node.nextSibling();
            }
            node = next;
        }
        String all = text.take();
        return cut(all, limit);
    }

    /** What {@link #shortText} reads, cut where one element within ends or begins; no part is empty. */
    static List<String> parts(Element element, int limit) {
        List<String> parts = new ArrayList<>();
        Folded part = new Folded();
        int length = 0;
        Node node = element.firstChild();
        int depth = 0;
        for (int steps = 0; node != null && length < limit && steps < MAX_STEPS; steps++) {
            boolean within = take(node, limit - length, part);
            if (node instanceof Element) {
                length += end(part, parts);
            }
            Node child = within ? node.firstChild() : null;
            if (child != null) {
                node = child;
                depth++;
                continue;
            }
            Node next = node.nextSibling();
            while (next == null && depth > 0 && node != null) {
                length += end(part, parts);
                node = node.parent();
                depth--;
                next = node == null ? null : node.nextSibling();
            }
            node = next;
        }
        end(part, parts);
        return parts;
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
