package dev.copydesk.entity;

import java.util.List;

/**
 * The names of an article under their canonical names.
 *
 * @param mentions in order of paragraph and offset; they do not overlap
 */
public record TaggedText(Coverage coverage, List<LinkedMention> mentions) {}
