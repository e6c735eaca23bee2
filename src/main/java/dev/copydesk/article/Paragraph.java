package dev.copydesk.article;

import java.util.Locale;

/**
 * One visual paragraph of an article.
 *
 * @param text not empty, white space folded to single spaces
 */
public record Paragraph(Kind kind, String text) {

    /** The part a paragraph plays. */
    public enum Kind {
        /** A standfirst or summary that the publisher set apart from the body. */
        LEDE,
        BODY,
        HEADING,
        QUOTE,
        LIST_ITEM,
        /** Text that belongs to a picture, video or table; not part of the body. */
        CAPTION;

        /** The kind as JSON and the warehouse have it: {@code list_item}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
