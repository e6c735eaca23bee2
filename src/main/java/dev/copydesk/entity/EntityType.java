package dev.copydesk.entity;

import java.util.Locale;

/** The kinds of entity that are told apart. */
public enum EntityType {
    PERSON,
    ORGANIZATION,
    /** Countries, cities, regions, facilities. */
    LOCATION,
    /** Nationalities, religions, events, works. */
    MISC;

    /** The type as JSON and the warehouse have it: {@code person}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type with this label. */
    public static EntityType of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
