package dev.copydesk.article.html;

import java.util.List;

/**
 * A visual paragraph: text between two block boundaries or blank lines, with the facts by which it is judged.
 */
final class Block {

    final int index;
    final Container container;
    final String text;

    /** Roles of the inline elements that hold (nearly) all of the text. */
    final int inlineRoles;

    final int linkLength;
    final List<PageLink> links;

    Block(int index, Container container, String text, int inlineRoles, int linkLength, List<PageLink> links) {
        this.index = index;
        this.container = container;
        this.text = text;
        this.inlineRoles = inlineRoles;
        this.linkLength = linkLength;
        this.links = links;
    }

    boolean isHeading() {
        return container.headingLevel > 0;
    }

    double linkDensity() {
        return Math.min(1.0, linkLength / (double) text.length());
    }
}
