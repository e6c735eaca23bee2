package dev.copydesk.warehouse;

import java.util.Locale;

/** What is measured of the documents of a site; the more the better. */
public enum QualityMeasure {
    /** Share of the articles that have a title. */
    TITLE,
    /** Share of the articles that have a publication date. */
    PUBLISHED,
    /** Share of the articles that name an author. */
    AUTHOR,
    /** Share of the documents that are articles; what is missing to 1 was filtered. */
    ARTICLE,
    /** Paragraphs an article. */
    PARAGRAPHS;

    /** As the database, the output and job definitions have it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A value of it for people: a share in percent, or a number. */
    public String shown(double value) {
        return this == PARAGRAPHS
                ? String.format(Locale.ROOT, "%.1f", value)
                : String.format(Locale.ROOT, "%.0f%%", value * 100);
    }

    static QualityMeasure of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
