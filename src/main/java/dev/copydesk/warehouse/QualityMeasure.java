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

    static QualityMeasure of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
