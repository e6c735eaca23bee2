package dev.copydesk.article.html;

import dev.copydesk.article.learning.FeatureRow;
import java.util.List;

/** What a block's elements are, what their names say, and the pictures beside it. */
final class MarkupFeatures {

    private MarkupFeatures() {}

    static void addTo(FeatureRow row, Block block, List<Block> blocks, Layout layout) {
        Container container = block.container;
        row.add("tag", tag(container.tag));
        row.add("parentTag", container.parent == null ? 0 : tag(container.parent.tag));
        row.add("headingLevel", container.headingLevel);
        row.add("inList", container.inList);
        row.add("inQuote", container.inQuote);
        row.add("inFigure", container.inFigure);
        row.add("inCaption", container.inCaption);
        row.add("inRow", container.row != null);
        row.add("hasImage", container.hasImage);
        row.add("parentHasImage", container.parent != null && container.parent.hasImage);
        images(row, block, blocks);
        roles(row, block, layout);
    }

    /** A number for each kind of element; the trees cut between them. */
    private static int tag(String tag) {
        return switch (tag) {
            case "p" -> 1;
            case "div" -> 2;
            case "li" -> 3;
            case "h1", "h2", "h3", "h4", "h5", "h6" -> 4;
            case "td", "th" -> 5;
            case "section" -> 6;
            case "article" -> 7;
            case "blockquote" -> 8;
            case "figcaption", "figure" -> 9;
            case "pre" -> 10;
            case "dt", "dd" -> 11;
            case "main", "body" -> 12;
            case "header" -> 13;
            case "aside" -> 14;
            case "ul", "ol" -> 15;
            default -> 0;
        };
    }

    private static void images(FeatureRow row, Block block, List<Block> blocks) {
        Block before = block.index == 0 ? null : blocks.get(block.index - 1);
        Block behind = block.index + 1 == blocks.size() ? null : blocks.get(block.index + 1);
        row.add("imagesAhead", block.imagesBefore - (before == null ? 0 : before.imagesBefore + before.images));
        row.add("imagesWithin", block.images);
        row.add("imagesBehind", behind == null ? 0 : behind.imagesBefore - block.imagesBefore - block.images);
        row.add("imageLink", block.links.stream().anyMatch(PageLink::image));
    }

    /** For each role how near it is named, and whether the page as a whole bears it out. */
    private static void roles(FeatureRow row, Block block, Layout layout) {
        int own = block.inlineRoles | block.container.roles;
        int near = layout.near(block);
        int around = block.container.rolesAround;
        int credible = layout.boilerplate(block);
        row.add("credible", Integer.bitCount(credible));
        for (Role role : Role.values()) {
            int named = (role.in(own) ? 1 : 0) + (role.in(near) ? 1 : 0) + (role.in(around) ? 1 : 0);
            row.add(role.name(), named + (role.in(credible) ? 3 : 0));
        }
    }
}
