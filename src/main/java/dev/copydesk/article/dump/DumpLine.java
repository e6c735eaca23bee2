package dev.copydesk.article.dump;

/**
 * One line of a page as its dumper meant it: wrapped lines joined again, white space folded, bullet and placeholders
 * taken off.
 *
 * @param indent columns of white space before it
 * @param bullet whether a list mark stood before it
 * @param blanksBefore how many blank lines stand before it
 * @param pictureBefore whether the placeholder of a picture stands right before it
 */
record DumpLine(String text, int indent, boolean bullet, int blanksBefore, boolean pictureBefore) {}
