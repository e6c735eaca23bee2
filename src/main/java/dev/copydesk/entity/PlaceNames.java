package dev.copydesk.entity;

import java.util.HashMap;
import java.util.Map;

/** The places of an article, in which {@code the city of Kelmor} and {@code Kelmor} are one. */
final class PlaceNames {

    private final Map<String, SurfaceForm> shortest = new HashMap<>();

    void add(SurfaceForm form) {
        shortest.merge(
                words(form),
                form,
                (old, added) -> added.key().length() < old.key().length() ? added : old);
    }

    /** The shortest name that the article has for the place. */
    FoldedName fold(SurfaceForm form) {
        SurfaceForm whole = shortest.getOrDefault(words(form), form);
        return new FoldedName(whole, whole.key().equals(form.key()) ? LinkRule.AS_WRITTEN : LinkRule.PART_OF_NAME);
    }

    private static String words(SurfaceForm form) {
        return form.words().isEmpty() ? form.key() : String.join(" ", form.words());
    }
}
