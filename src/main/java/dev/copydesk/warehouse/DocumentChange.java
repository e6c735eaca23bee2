package dev.copydesk.warehouse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the present extractor makes of a loaded document, where that differs from what stands in the warehouse.
 *
 * @param article natural key of the article that stands there, or that is new; null where there is neither
 * @param detail the reason or error, null where the fields tell all
 * @param fields what changes of an article; empty for other kinds
 */
public record DocumentChange(
        long sourceFileId,
        long offset,
        Kind kind,
        @Nullable String article,
        @Nullable String detail,
        List<FieldChange> fields) {

    /** What the change is. */
    public enum Kind {
        /** The article reads otherwise. */
        CHANGED,
        /** What was filtered is an article. */
        ADDED,
        /** What was an article is none; it goes when no other document holds it. */
        FILTERED,
        /** It is filtered for another reason. */
        FILTERED_OTHERWISE,
        /** It is the page of another article that stands in the warehouse too. */
        MERGED,
        /** The extractor fails on it, or the database refuses its rows; what stands there stays. */
        FAILS
    }
}
