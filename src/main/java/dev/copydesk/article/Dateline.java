package dev.copydesk.article;

import org.jspecify.annotations.Nullable;

/**
 * Where a story was filed, as printed ahead of it: {@code Beirut - Emirates Voice}, {@code PARIS (Reuters)}.
 *
 * @param place as printed, or null
 * @param agency as printed, or null; at least one of the two is known
 */
public record Dateline(@Nullable String place, @Nullable String agency) {}
