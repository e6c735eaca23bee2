package dev.copydesk.document;

/** What the bytes of a raw document are. */
public enum DocumentFormat {
    /** An HTML or XHTML page. */
    HTML,
    /** Text that some tool dumped from a page, its markup gone. */
    TEXT
}
