package dev.copydesk.entity;

import java.util.List;

/**
 * What a recogniser found in an article.
 *
 * @param mentions in order of paragraph and offset; they do not overlap
 */
public record Recognition(Coverage coverage, List<Mention> mentions) {}
