package dev.copydesk.entity;

import java.util.Locale;

/** What looked for the names of an article: what is missing there says nothing unless this is known. */
public enum Coverage {
    /** The trained model, for English. */
    MODEL,
    /** Known names, and rules for languages that write names with a capital. */
    RULES,
    /** Nothing but known names. */
    KNOWN_NAMES;

    /** The coverage as it stands in the warehouse: {@code known_names}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
