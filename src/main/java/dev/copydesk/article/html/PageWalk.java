package dev.copydesk.article.html;

import dev.copydesk.document.TimeBudget;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * The one walk over a parsed page: cuts it into blocks and picks up what the markup declares on the way. Iterative, since
 * a hostile tree may be as deep as the parser lets it be.
 */
final class PageWalk {

    /** A bit beside those of the roles. */
    private static final int BREADCRUMB = 1 << 31;

    private static final List<String> AUTHOR_PATHS = List.of(
            "/author/",
            "/authors/",
            "/autor/",
            "/autoren/",
            "/auteur/",
            "/autores/",
            "/autore/",
            "/newsteam/",
            "/profile/author");

    private final Segmenter segmenter = new Segmenter();
    private final Declarations declared = new Declarations();
    private final Map<String, Integer> hints = new HashMap<>();

    private PageWalk() {}

    static Page walk(Document document) {
        PageWalk walk = new PageWalk();
        walk.head(document);
        walk.body(document.body());
        Element root = document.firstElementChild();
        return new Page(
                document.baseUri(),
                root == null ? "" : root.attr("lang"),
                walk.declared,
                walk.segmenter.containers(),
                walk.segmenter.blocks());
    }

    private void head(Document document) {
        Element head = document.head();
        for (int i = 0; i < head.childNodeSize(); i++) {
            if (head.childNode(i) instanceof Element element) {
                declared.read(element, segmenter.nextBlock());
            }
        }
    }

    private void body(Element body) {
        @Nullable Node node = body;
        int depth = 0;
        while (node != null) {
            TimeBudget.check();
            boolean entered = enter(node);
            Node child = entered ? node.firstChild() : null;
            if (child != null) {
                node = child;
                depth++;
                continue;
            }
            if (entered) {
                leave(node);
            }
            Node next = depth == 0 ? null : node.nextSibling();
            while (next == null && depth > 0) {
                node = node.parent();
                depth--;
                if (node == null) {
                    return;
                }
                leave(node);
                next = depth == 0 ? null : node.nextSibling();
            }
            node = next;
        }
    }

    /** Takes the node in; whether its children are to be seen. */
    private boolean enter(Node node) {
        if (node instanceof TextNode text) {
            segmenter.text(text.getWholeText());
            return false;
        }
        if (!(node instanceof Element element)) {
            return false;
        }
        String tag = element.normalName();
        if (tag.equals("br")) {
            segmenter.lineBreak();
            return false;
        }
        if (tag.equals("img") || tag.equals("amp-img")) {
            segmenter.image();
            declared.read(element, segmenter.nextBlock());
            return false;
        }
        boolean skipped = Elements.isSkipped(tag);
        if (element.attributesSize() == 0) {
            return skipped ? skip(tag) : open(element, tag, rolesOfTag(tag), "", false);
        }
        declared.read(element, segmenter.nextBlock());
        return skipped ? skip(tag) : open(element, tag, element.attributes());
    }

    private boolean skip(String tag) {
        if (!tag.equals("meta") && !tag.equals("link") && !tag.equals("script")) {
            segmenter.text(" ");
        }
        return false;
    }

    /** Opens an element that has attributes. The parser has made their names lower case. */
    private boolean open(Element element, String tag, Attributes attributes) {
        int hints = hints(attributes.get("class")) | hints(attributes.get("id"));
        int roles = rolesOfTag(tag) | (hints & ~BREADCRUMB) | rolesOfRole(attributes.get("role"));
        if (Elements.isHidden(attributes)) {
            roles |= Role.HIDDEN.bit();
        }
        if ((hints & BREADCRUMB) != 0 || isBreadcrumb(attributes.get("aria-label"))) {
            declared.breadcrumb(element);
        }
        String href = tag.equals("a") ? attributes.get("href") : "";
        return open(element, tag, roles, href, attributes.get("itemprop").equals("articleBody"));
    }

    private boolean open(Element element, String tag, int roles, String href, boolean articleBody) {
        boolean authorPage = isAuthorPage(href);
        if ((Role.BYLINE.in(roles) || authorPage) && !Role.COMMENTS.in(roles)) {
            declared.credit(element, segmenter.nextBlock(), authorPage);
        }
        if (Role.DATE.in(roles) && !tag.equals("time") && !Role.COMMENTS.in(roles)) {
            declared.dated(element, segmenter.nextBlock());
        }
        if (!Elements.isInline(tag)) {
            segmenter.openBlock(tag, roles, element.className(), articleBody);
            return true;
        }
        if (Role.HIDDEN.in(roles)) {
            return false;
        }
        segmenter.openInline(tag, roles, href);
        return true;
    }

    private void leave(Node node) {
        if (!(node instanceof Element element)) {
            return;
        }
        if (Elements.isInline(element.normalName())) {
            segmenter.closeInline();
        } else {
            segmenter.closeBlock();
        }
    }

    /** What a class attribute or an id tells: a mask of roles, with {@link #BREADCRUMB}. */
    private int hints(String names) {
        if (names.isEmpty()) {
            return 0;
        }
        Integer known = hints.get(names);
        if (known == null) {
            known = RoleWords.rolesOf(names) | (isBreadcrumb(names) ? BREADCRUMB : 0);
            hints.put(names, known);
        }
        return known;
    }

    private static boolean isBreadcrumb(String names) {
        return names.length() >= 10 && names.toLowerCase(Locale.ROOT).contains("breadcrumb");
    }

    private static boolean isAuthorPage(String href) {
        for (int slash = href.indexOf('/'); slash >= 0; slash = href.indexOf('/', slash + 1)) {
            char first = slash + 1 < href.length() ? href.charAt(slash + 1) : ' ';
            if (first == 'a' || first == 'n' || first == 'p') {
                for (String path : AUTHOR_PATHS) {
                    if (href.startsWith(path, slash)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static int rolesOfTag(String tag) {
        return switch (tag) {
            case "nav" -> Role.NAVIGATION.bit();
            case "footer" -> Role.FOOTER.bit();
            case "aside" -> Role.ASIDE.bit();
            case "form" -> Role.FORM.bit();
            case "figcaption", "caption" -> Role.CAPTION.bit();
            case "time" -> Role.DATE.bit();
            case "address" -> Role.BYLINE.bit();
            default -> 0;
        };
    }

    private static int rolesOfRole(String role) {
        return switch (role) {
            case "navigation", "menu", "menubar", "search" -> Role.NAVIGATION.bit();
            case "contentinfo" -> Role.FOOTER.bit();
            case "complementary" -> Role.ASIDE.bit();
            case "dialog", "alertdialog" -> Role.HIDDEN.bit();
            default -> 0;
        };
    }
}
