package dev.copydesk.article.html;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the container that holds an article's body: what the markup calls the body where that holds the prose, otherwise
 * the tightest container around most of the prose.
 */
final class BodyChoice {

    private static final double MARKED_SHARE = 0.45;
    private static final double DESCENT_SHARE = 0.75;

    private final Page page;
    private final Layout layout;
    private final List<List<Container>> children = new ArrayList<>();

    BodyChoice(Page page, Layout layout) {
        this.page = page;
        this.layout = layout;
    }

    /** The body's container, or null when the page has no prose. */
    @Nullable
    Container choose() {
        if (page.containers().isEmpty()) {
            return null;
        }
        Container root = page.containers().get(0);
        double total = layout.prose(root);
        if (total == 0) {
            return null;
        }
        Container marked = marked(total);
        if (marked != null) {
            return marked;
        }
        index();
        Container start = article(root, total);
        return descend(start);
    }

    /** The tightest container marked as the body among those with enough of the prose. */
    private @Nullable Container marked(double total) {
        Container best = null;
        double bestProse = 0;
        for (Container container : page.containers()) {
            if ((!container.articleBody && !Role.BODY.in(container.roles)) || layout.boilerplate(container) != 0) {
                continue;
            }
            double prose = layout.prose(container);
            boolean enough = prose >= total * (container.articleBody ? 0.25 : MARKED_SHARE);
            boolean better =
                    best == null || prose > bestProse * 1.3 || (best.holds(container) && prose >= bestProse * 0.9);
            if (enough && better) {
                best = container;
                bestProse = prose;
            }
        }
        return best;
    }

    private Container article(Container root, double total) {
        Container best = root;
        double bestProse = 0;
        for (Container container : page.containers()) {
            if ((!container.tag.equals("article") && !container.tag.equals("main"))
                    || layout.boilerplate(container) != 0) {
                continue;
            }
            double prose = layout.prose(container);
            if (prose >= total * 0.4
                    && (prose > bestProse * 1.2 || (best.holds(container) && prose >= bestProse * 0.8))) {
                best = container;
                bestProse = prose;
            }
        }
        return best;
    }

    private void index() {
        for (int i = 0; i < page.containers().size(); i++) {
            children.add(List.of());
        }
        for (Container container : page.containers()) {
            if (container.parent != null && container.endBlock > container.firstBlock) {
                int parent = container.parent.index;
                if (children.get(parent).isEmpty()) {
                    children.set(parent, new ArrayList<>(2));
                }
                children.get(parent).add(container);
            }
        }
    }

    private Container descend(Container start) {
        Container at = start;
        while (true) {
            double prose = layout.prose(at);
            Container next = null;
            for (Container child : children.get(at.index)) {
                if (layout.prose(child) >= prose * DESCENT_SHARE) {
                    next = child;
                }
            }
            if (next == null || next.tag.equals("p")) {
                return at;
            }
            at = next;
        }
    }
}
