package dev.copydesk.article.html;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the stream of elements and text that {@link PageWalk} sees into blocks. A block ends where a block-level element
 * starts or ends and at an empty line made of line breaks.
 */
final class Segmenter {

    private static final int MAX_LINKS = 60;

    private final List<Container> containers = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private final Folded run = new Folded();
    private final List<Inline> spans = new ArrayList<>();
    private final List<Inline> open = new ArrayList<>();
    private List<PageLink> links = new ArrayList<>();
    private @Nullable Container current;
    private int breaks;
    private int linkLength;
    private int images;
    private int imagesAtStart;
    private int boldLength;
    private int italicLength;

    /** An inline element that covers part of the run. */
    private static final class Inline {
        final String tag;
        final int roles;
        final String href;
        boolean image;
        int start;
        int covered;

        Inline(String tag, int roles, String href, int start) {
            this.tag = tag;
            this.roles = roles;
            this.href = href;
            this.start = start;
        }
    }

    List<Container> containers() {
        return containers;
    }

    List<Block> blocks() {
        return blocks;
    }

    int nextBlock() {
        return blocks.size();
    }

    void openBlock(String tag, int roles, String names, boolean articleBody) {
        flush();
        Container container = new Container(containers.size(), current, tag, roles, names, articleBody, blocks.size());
        containers.add(container);
        current = container;
    }

    void closeBlock() {
        flush();
        if (current != null) {
            current.endBlock = blocks.size();
            current = current.parent;
        }
    }

    void openInline(String tag, int roles, String href) {
        open.add(new Inline(tag, roles, href, run.length()));
    }

    void closeInline() {
        Inline inline = open.remove(open.size() - 1);
        end(inline);
    }

    void image() {
        if (run.isEmpty()) {
            imagesAtStart++;
        }
        images++;
        for (int i = open.size() - 1; i >= 0 && i >= open.size() - 6; i--) {
            open.get(i).image = true;
        }
        Container container = current;
        for (int i = 0; i < 4 && container != null; i++) {
            container.hasImage = true;
            container = container.parent;
        }
    }

    void text(String text) {
        int before = run.length();
        run.append(text);
        if (run.length() > before) {
            breaks = 0;
        }
    }

    /** A line break; the second in a row ends the paragraph. */
    void lineBreak() {
        breaks++;
        if (breaks == 2) {
            flush();
        } else {
            run.space();
        }
    }

    private void end(Inline inline) {
        int length = Math.max(0, run.length() - inline.start);
        inline.covered = length;
        switch (inline.tag) {
            case "b", "strong" -> boldLength += length;
            case "i", "em" -> italicLength += length;
            default -> {}
        }
        if (inline.tag.equals("a")) {
            linkLength += length;
            if (!inline.href.isEmpty() && links.size() < MAX_LINKS && (length > 0 || inline.image)) {
                links.add(new PageLink(inline.href, run.from(inline.start), inline.image));
            }
        }
        if (inline.roles != 0 && length > 0) {
            spans.add(inline);
        }
    }

    private void flush() {
        breaks = 0;
        if (run.isEmpty()) {
            run.clear();
            spans.clear();
            if (!links.isEmpty()) {
                links = new ArrayList<>();
            }
            linkLength = 0;
            boldLength = 0;
            italicLength = 0;
            return;
        }
        for (int i = open.size() - 1; i >= 0; i--) {
            end(open.get(i));
            open.get(i).start = 0;
        }
        int length = run.length();
        int roles = 0;
        for (Inline span : spans) {
            if (span.covered * 10 >= length * 8) {
                roles |= span.roles;
            }
        }
        String text = run.take();
        if (current != null) {
            blocks.add(new Block(
                    blocks.size(),
                    current,
                    text,
                    roles,
                    Math.min(boldLength, length),
                    Math.min(italicLength, length),
                    imagesAtStart,
                    images - imagesAtStart,
                    Math.min(linkLength, length),
                    links.isEmpty() ? List.of() : List.copyOf(links)));
        }
        if (!links.isEmpty()) {
            links = new ArrayList<>();
        }
        spans.clear();
        linkLength = 0;
        boldLength = 0;
        italicLength = 0;
        imagesAtStart = images;
    }
}
