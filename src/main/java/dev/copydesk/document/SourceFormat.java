package dev.copydesk.document;

/** What a source file's name says it holds. */
public enum SourceFormat {
    /** One HTML or XHTML page. */
    HTML,
    /** One page as text, its markup gone. */
    TEXT,
    /** Records: a WARC or WET file (ISO 28500), packed by gzip, zstd or not at all. */
    WARC,
    /** A ZIP file with WARC files in its folder {@code archive} (WACZ 1.1.1). */
    WACZ;

    /** Whether a file of this kind holds any number of documents instead of one. */
    public boolean isArchive() {
        return this == WARC || this == WACZ;
    }
}
