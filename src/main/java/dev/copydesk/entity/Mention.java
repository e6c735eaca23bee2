package dev.copydesk.entity;

/**
 * A name in a paragraph.
 *
 * @param paragraph ordinal of the paragraph, from 1
 * @param start offset of the first code point in the paragraph's text
 * @param end offset behind the last code point
 * @param surface the text between the two offsets
 */
public record Mention(int paragraph, int start, int end, String surface, EntityType type) {}
