package dev.copydesk.warehouse;

/** What a chunk did, counted while it is written. */
final class Tally {
    long articlesNew;
    long articlesChanged;
    long paragraphs;
    long mentions;
    long relatedLinks;

    void add(Tally other) {
        articlesNew += other.articlesNew;
        articlesChanged += other.articlesChanged;
        paragraphs += other.paragraphs;
        mentions += other.mentions;
        relatedLinks += other.relatedLinks;
    }
}
