package dev.copydesk.entity;

/**
 * What the gazetteer knows of a phrase.
 *
 * @param weak the phrase is also an ordinary word or a person's name: a hint, no more
 * @param acronym the phrase counts in capitals only ({@code US}, {@code WHO})
 * @param lowerStart the phrase may begin in lower case ({@code dpa}, {@code al-Qaeda})
 */
record KnownName(EntityType type, String canonicalName, boolean weak, boolean acronym, boolean lowerStart) {

    /** Both spellings of one phrase: what either allows is allowed. */
    KnownName or(KnownName other) {
        return new KnownName(type, canonicalName, weak, acronym && other.acronym, lowerStart || other.lowerStart);
    }
}
