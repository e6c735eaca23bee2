package dev.copydesk.warehouse;

import java.util.List;

/**
 * What two readings of a page differ in.
 *
 * @param field {@code title}, {@code paragraphs}, …; named after column or table
 * @param removed values that only the stored reading has, in its order
 * @param added values that only the new one has; where both are empty, the same values stand in another order
 */
public record FieldChange(String field, List<String> removed, List<String> added) {}
