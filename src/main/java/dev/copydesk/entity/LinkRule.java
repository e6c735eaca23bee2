package dev.copydesk.entity;

import java.util.Locale;

/**
 * Why a mention stands under its canonical name. The score is the rule's precision within documents (B³) as measured by
 * {@code -Dquality.do=measure-names} on mentions marked by hand; docs/quality.md has the table. Rules that were met there
 * only a few times have a cautious score.
 */
public enum LinkRule {
    /** A name of the reference list, or one that an analyst has set. */
    KNOWN_NAME(0.93),
    /** The name is its own canonical name. */
    AS_WRITTEN(0.97),
    /** Part of a person's name, and the article has one full name with it. */
    PART_OF_PERSON(0.95),
    /** Part of a person's name, and the article has several full names with it: the one that stands first. */
    FIRST_PERSON(0.8),
    /** An acronym that stands in brackets behind its long name. */
    INTRODUCED_ACRONYM(0.95),
    /** An acronym, and the article has one long name with these initials. */
    INITIALS(0.9),
    /** Part of an organisation's or a place's name, and the article has one longer name with it. */
    PART_OF_NAME(0.85),
    /** Several names could be meant: it stays as written. */
    AMBIGUOUS(0.5);

    private final double score;

    LinkRule(double score) {
        this.score = score;
    }

    /** How likely the rule is right, from 0 to 1. */
    public double score() {
        return score;
    }

    /** The rule as it stands in the warehouse: {@code known_name}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
