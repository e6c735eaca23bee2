package dev.copydesk.article.html;

import org.jspecify.annotations.Nullable;

/** Picks among values of falling trust. */
final class Choice {

    private Choice() {}

    /** The first that is known, or null. */
    @SafeVarargs
    static <T> @Nullable T first(@Nullable T... values) {
        for (T value : values) {
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
