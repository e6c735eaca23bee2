package dev.copydesk.article.html;

import dev.copydesk.article.learning.TextProfile;
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

    /** Characters of the text in bold and in italic type. */
    final int boldLength;

    final int italicLength;
    /** Pictures ahead of it on the page, and within it. */
    final int imagesBefore;

    final int images;
    final int linkLength;
    final TextProfile profile;
    final List<PageLink> links;

    Block(
            int index,
            Container container,
            String text,
            int inlineRoles,
            int boldLength,
            int italicLength,
            int imagesBefore,
            int images,
            int linkLength,
            List<PageLink> links) {
        this.index = index;
        this.container = container;
        this.text = text;
        this.inlineRoles = inlineRoles;
        this.boldLength = boldLength;
        this.italicLength = italicLength;
        this.profile = TextProfile.of(text);
        this.imagesBefore = imagesBefore;
        this.images = images;
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
