package dev.copydesk.entity;

/**
 * A row of tokens that is a name.
 *
 * @param paragraph index of the paragraph, from 0
 * @param from index of the first token
 * @param to index behind the last token
 */
record NameSpan(int paragraph, int from, int to, EntityType type) {

    NameSpan as(EntityType other) {
        return new NameSpan(paragraph, from, to, other);
    }

    int length() {
        return to - from;
    }
}
