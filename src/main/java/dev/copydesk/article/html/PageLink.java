package dev.copydesk.article.html;

/**
 * A link as it stands in a block.
 *
 * @param href as written, not resolved
 * @param text what the reader sees of it, folded
 * @param image whether there is a picture in it
 */
record PageLink(String href, String text, boolean image) {}
