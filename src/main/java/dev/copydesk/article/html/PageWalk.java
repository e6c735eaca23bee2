package dev.copydesk.article.html;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    private final Map<String, Integer> roleCache = new HashMap<>();

    private PageWalk() {}

    static Page walk(Document document) {
        PageWalk walk = new PageWalk();
        walk.head(document);
        walk.body(document.body());
        return new Page(
                document.baseUri(),
                document.selectFirst("html") == null ? "" : document.child(0).attr("lang"),
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
        if (element.attributesSize() > 0) {
            declared.read(element, segmenter.nextBlock());
        }
        if (Elements.isSkipped(tag)) {
            if (tag.equals("meta") || tag.equals("link") || tag.equals("script")) {
                return false;
            }
            segmenter.text(" ");
            return false;
        }
        int roles = roles(element, tag);
        if (isBreadcrumb(element)) {
            declared.breadcrumb(element);
        }
        boolean credit = Role.BYLINE.in(roles) || (tag.equals("a") && isAuthorPage(element.attr("href")));
        if (credit && !Role.COMMENTS.in(roles)) {
            declared.credit(element, segmenter.nextBlock());
        }
        if (Elements.isInline(tag)) {
            if (Role.HIDDEN.in(roles)) {
                return false;
            }
            segmenter.openInline(tag, roles, tag.equals("a") ? element.attr("href") : "");
        } else {
            segmenter.openBlock(tag, roles, element.attr("itemprop").equals("articleBody"));
        }
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

    private static boolean isBreadcrumb(Element element) {
        if (element.attributesSize() == 0) {
            return false;
        }
        String names = element.className() + ' ' + element.id() + ' ' + element.attr("aria-label");
        return names.length() > 2 && names.toLowerCase(Locale.ROOT).contains("breadcrumb");
    }

    private static boolean isAuthorPage(String href) {
        for (String part : AUTHOR_PATHS) {
            if (href.contains(part)) {
                return true;
            }
        }
        return false;
    }

    private int roles(Element element, String tag) {
        int roles = switch (tag) {
            case "nav" -> Role.NAVIGATION.bit();
            case "footer" -> Role.FOOTER.bit();
            case "aside" -> Role.ASIDE.bit();
            case "form" -> Role.FORM.bit();
            case "figcaption", "caption" -> Role.CAPTION.bit();
            case "time" -> Role.DATE.bit();
            case "address" -> Role.BYLINE.bit();
            default -> 0;
        };
        if (element.attributesSize() == 0) {
            return roles;
        }
        String names = element.className();
        if (!names.isEmpty()) {
            roles |= roleCache.computeIfAbsent(names, RoleWords::rolesOf);
        }
        String id = element.id();
        if (!id.isEmpty()) {
            roles |= roleCache.computeIfAbsent(id, RoleWords::rolesOf);
        }
        roles |= switch (element.attr("role")) {
            case "navigation", "menu", "menubar", "search" -> Role.NAVIGATION.bit();
            case "contentinfo" -> Role.FOOTER.bit();
            case "complementary" -> Role.ASIDE.bit();
            case "dialog", "alertdialog" -> Role.HIDDEN.bit();
            default -> 0;
        };
        if (Elements.isHidden(element)) {
            roles |= Role.HIDDEN.bit();
        }
        return roles;
    }
}
