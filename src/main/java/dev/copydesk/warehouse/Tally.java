package dev.copydesk.warehouse;

import java.util.HashMap;
import java.util.Map;

/** What a chunk did, counted while it is written. */
final class Tally {
    long articlesNew;
    long articlesChanged;
    long paragraphs;
    long mentions;
    long relatedLinks;

    /** Documents by the code they went to quarantine with. */
    final Map<String, Long> quarantined = new HashMap<>();

    void add(Tally other) {
        articlesNew += other.articlesNew;
        articlesChanged += other.articlesChanged;
        paragraphs += other.paragraphs;
        mentions += other.mentions;
        relatedLinks += other.relatedLinks;
        other.quarantined.forEach((code, count) -> quarantined.merge(code, count, Long::sum));
    }
}
