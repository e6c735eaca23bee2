package dev.copydesk.warehouse;

import dev.copydesk.entity.LinkedMention;
import dev.copydesk.warehouse.DocumentChange.Kind;
import dev.copydesk.warehouse.DocumentOutcome.Failed;
import dev.copydesk.warehouse.DocumentOutcome.NoArticle;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells what the present extractor's reading of a document changes.
 *
 * @param stored the articles of the documents as they stand in the warehouse, by id
 * @param names the canonical name that each mention would stand under
 * @param keptOut the reasons of articles that a tombstone keeps out, by key
 * @param known ids of articles that stand in the warehouse, by key
 */
record Rereading(
        Map<Long, ArticleContent> stored,
        Map<LinkedMention, String> names,
        Map<String, String> keptOut,
        Map<String, Long> known) {

    /** What changes of a document that is the current text of an article; null when nothing does. */
    @Nullable
    DocumentChange ofArticle(DocumentOutcome document, @Nullable ArticleRow row, Standing.Current current) {
        String key = current.articleKey();
        if (document instanceof Failed failed) {
            return change(document, Kind.FAILS, key, failed.code() + ": " + failed.message());
        }
        if (row == null) {
            return change(document, Kind.FILTERED, key, ((NoArticle) document).reason());
        }
        if (!row.key().equals(key)) {
            String reason = keptOut.get(row.key());
            if (reason != null) {
                return change(document, Kind.FILTERED, key, reason);
            }
            if (known.containsKey(row.key())) {
                return change(document, Kind.MERGED, key, row.key());
            }
        }
        List<FieldChange> fields =
                Objects.requireNonNull(stored.get(current.articleId())).changesTo(ArticleContent.of(row, names));
        return fields.isEmpty() && row.key().equals(key) && row.contentDigest().equals(current.contentDigest())
                ? null
                : new DocumentChange(document.sourceFileId(), document.offset(), Kind.CHANGED, key, null, fields);
    }

    /** What changes of a document that is no article; null when nothing does. */
    @Nullable
    DocumentChange ofFiltered(DocumentOutcome document, @Nullable ArticleRow row, Standing.Filtered before) {
        if (document instanceof Failed failed) {
            return change(document, Kind.FAILS, null, failed.code() + ": " + failed.message());
        }
        if (row != null) {
            return change(document, Kind.ADDED, row.key(), before.reason());
        }
        String reason = ((NoArticle) document).reason();
        return reason.equals(before.reason())
                ? null
                : change(document, Kind.FILTERED_OTHERWISE, null, before.reason() + " -> " + reason);
    }

    private static DocumentChange change(DocumentOutcome document, Kind kind, @Nullable String article, String detail) {
        return new DocumentChange(document.sourceFileId(), document.offset(), kind, article, detail, List.of());
    }
}
