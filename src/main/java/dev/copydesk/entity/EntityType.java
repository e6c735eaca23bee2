package dev.copydesk.entity;

/** The kinds of entity that are told apart. */
public enum EntityType {
    PERSON,
    ORGANIZATION,
    /** Countries, cities, regions, facilities. */
    LOCATION,
    /** Nationalities, religions, events, works. */
    MISC
}
