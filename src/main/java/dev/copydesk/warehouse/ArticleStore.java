package dev.copydesk.warehouse;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes articles with their children. An article is inserted once; a page that changed becomes a new revision and the
 * old text moves to {@code article_revision}; a page that did not change costs one look-up. Rows are locked in the order
 * of their keys, so that two jobs that meet at the same articles wait for each other instead of deadlocking.
 */
final class ArticleStore {

    private record RevisionKey(long articleId, String contentDigest) {}

    /** A row whose article stands in the warehouse, and what stands there. */
    private record Known(
            ArticleRow row, long articleId, String contentDigest, Instant firstSeenAt, Instant lastSeenAt) {

        boolean isUnchanged() {
            return row.contentDigest().equals(contentDigest);
        }

        /** A text that was seen later than the stored one, or at the same time and never before. */
        boolean isNewer(Set<RevisionKey> past) {
            int order = row.seenAt().compareTo(lastSeenAt);
            return order > 0 || (order == 0 && !past.contains(revisionKey()));
        }

        RevisionKey revisionKey() {
            return new RevisionKey(articleId, row.contentDigest());
        }

        StoredArticle stored(StoredArticle.Change change) {
            return new StoredArticle(row, articleId, change);
        }
    }

    /** A text to take the place of a stored one; {@code step} is added to the revision's number, seen at null leaves that as it is. */
    private record Replacement(
            ArticleRow row,
            long articleId,
            int step,
            @Nullable Instant seenAt) {}

    /** What the present extractor reads on the page whose text stands in the warehouse. */
    record Renewal(ArticleRow row, long articleId, String storedContentDigest) {

        boolean isRevision() {
            return !row.contentDigest().equals(storedContentDigest);
        }
    }

    /** Start of a statement that keeps the current text of articles {@code a}; its last column is the cause. */
    private static final String PAST_REVISION = """
            insert into warehouse.article_revision (article_id, revision, seen_at, title, byline, published_at, modified_at,
                content_digest, text, cause)
            select a.article_id, a.revision, a.last_seen_at, a.title, a.byline, a.published_at, a.modified_at,
                a.content_digest,
                coalesce((select string_agg(p.text, E'\\n\\n' order by p.ordinal)
                    from warehouse.paragraph p where p.article_id = a.article_id), ''),\s""";

    /**
     * Why a document of {@code row.payload_digest} gives article {@code a} another text than the latest capture of it, whose
     * capture may be of the same chunk and not yet written. Takes the present extractor.
     */
    private static final String CAUSE = """
            coalesce((
                select case
                    when f.extractor = ? then 'page'
                    when c.payload_digest = row.payload_digest then 'extractor'
                    else 'page_or_extractor' end
                from ops.capture c join ops.source_file f using (source_file_id) where c.article_id = a.article_id
                order by coalesce(c.captured_at, f.modified_at) desc, c.source_file_id desc, c.record_offset desc
                limit 1), 'page')""";

    private static final String COLUMNS = """
            title = row.title, description = row.description, section = row.section, language = row.language,
            byline = row.byline, dateline_place = row.dateline_place, dateline_agency = row.dateline_agency,
            published_at = row.published_at, published_precision = row.published_precision,
            modified_at = row.modified_at, modified_precision = row.modified_precision,
            image_url = row.image_url, word_count = row.word_count, content_digest = row.content_digest,
            entity_coverage = row.entity_coverage""";

    private final JdbcTemplate jdbc;
    private final String extractor;
    private final SiteStore sites;
    private final ArticleChildren children;

    /** {@code extractor} is the version of the extraction code that the articles come from. */
    ArticleStore(JdbcTemplate jdbc, String extractor) {
        this.jdbc = jdbc;
        this.extractor = extractor;
        this.sites = new SiteStore(jdbc);
        this.children = new ArticleChildren(jdbc, new EntityStore(jdbc));
    }

    /** Writes the articles in order, adds what was done to the tally and returns every row with its id. */
    List<StoredArticle> write(List<ArticleRow> rows, Tally tally) {
        List<StoredArticle> stored = new ArrayList<>();
        for (List<ArticleRow> wave : waves(rows)) {
            stored.addAll(writeWave(wave, tally));
        }
        return stored;
    }

    /** The ids of the articles with these keys; a key without an article is missing. */
    Map<String, Long> known(List<String> keys) {
        Map<String, Long> ids = new HashMap<>();
        UnnestStatement.of(jdbc, "select article_key, article_id from warehouse.article where article_key = any(?)")
                .text(keys, key -> key)
                .forEach(row -> ids.put(row.getString(1), row.getLong(2)));
        return ids;
    }

    /** The rows split so that no key occurs twice in a wave and equal keys keep their order. */
    private static List<List<ArticleRow>> waves(List<ArticleRow> rows) {
        List<List<ArticleRow>> waves = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (ArticleRow row : rows) {
            int wave = seen.merge(row.key(), 1, Integer::sum) - 1;
            if (wave == waves.size()) {
                waves.add(new ArrayList<>());
            }
            waves.get(wave).add(row);
        }
        return waves;
    }

    private List<StoredArticle> writeWave(List<ArticleRow> wave, Tally tally) {
        List<ArticleRow> rows =
                wave.stream().sorted(Comparator.comparing(ArticleRow::key)).toList();
        Map<String, Long> inserted = insertNew(rows, sites.idsOf(rows));
        List<ArticleRow> others =
                rows.stream().filter(row -> !inserted.containsKey(row.key())).toList();
        List<Known> known = lock(others);
        List<Known> same = known.stream().filter(Known::isUnchanged).toList();
        List<Known> different = known.stream().filter(one -> !one.isUnchanged()).toList();
        Set<RevisionKey> past = pastRevisions(different);
        List<Known> newer = different.stream().filter(one -> one.isNewer(past)).toList();
        List<Known> older = different.stream()
                .filter(one -> !one.isNewer(past) && !past.contains(one.revisionKey()))
                .toList();

        extendSeen(same);
        addPastRevisions(older);
        newRevisions(newer);
        List<StoredArticle> written = new ArrayList<>();
        for (ArticleRow row : rows) {
            Long id = inserted.get(row.key());
            if (id != null) {
                written.add(new StoredArticle(row, id, StoredArticle.Change.NEW));
            }
        }
        newer.forEach(one -> written.add(one.stored(StoredArticle.Change.REVISED)));
        children.write(written, tally);
        tally.articlesNew += inserted.size();
        tally.articlesChanged += newer.size() + older.size();

        List<StoredArticle> stored = new ArrayList<>(written);
        older.forEach(one -> stored.add(one.stored(StoredArticle.Change.REVISED)));
        known.stream()
                .filter(one -> !newer.contains(one) && !older.contains(one))
                .forEach(one -> stored.add(one.stored(StoredArticle.Change.NONE)));
        return stored;
    }

    private Map<String, Long> insertNew(List<ArticleRow> rows, Map<String, Long> siteIds) {
        Map<String, Long> ids = new HashMap<>();
        // The look-up ahead of the insert keeps a load of known pages from taking ids it does not need.
        UnnestStatement insert = UnnestStatement.of(jdbc, """
                insert into warehouse.article (article_key, site_id, url, first_seen_at, last_seen_at,
                    title, description, section, language, byline, dateline_place, dateline_agency,
                    published_at, published_precision, modified_at, modified_precision,
                    image_url, word_count, content_digest, entity_coverage)
                select row.article_key, row.site_id, row.url, row.seen_at, row.seen_at,
                    row.title, row.description, row.section, row.language, row.byline,
                    row.dateline_place, row.dateline_agency, row.published_at, row.published_precision,
                    row.modified_at, row.modified_precision, row.image_url, row.word_count, row.content_digest,
                    row.entity_coverage
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as row (
                    article_key, site_id, url, seen_at, title, description, section, language, byline,
                    dateline_place, dateline_agency, published_at, published_precision, modified_at,
                    modified_precision, image_url, word_count, content_digest, entity_coverage)
                where not exists (select from warehouse.article a where a.article_key = row.article_key)
                on conflict (article_key) do nothing
                returning article_key, article_id""");
        insert.text(rows, ArticleRow::key)
                .bigint(rows, row -> siteIds.get(SiteStore.keyOf(row)))
                .text(rows, row -> row.article().url())
                .timestamp(rows, ArticleRow::seenAt);
        content(insert, rows).forEach(result -> ids.put(result.getString(1), result.getLong(2)));
        return ids;
    }

    /** The columns of a revision, in the order of {@link #COLUMNS}. */
    private static UnnestStatement content(UnnestStatement statement, List<ArticleRow> rows) {
        return statement
                .text(rows, row -> row.article().title())
                .text(rows, row -> row.article().description())
                .text(rows, row -> row.article().section())
                .text(rows, row -> row.article().language())
                .text(rows, ArticleRow::byline)
                .text(rows, ArticleRow::datelinePlace)
                .text(rows, ArticleRow::datelineAgency)
                .timestamp(rows, row -> ArticleRow.instant(row.article().published()))
                .text(rows, row -> ArticleRow.precision(row.article().published()))
                .timestamp(rows, row -> ArticleRow.instant(row.article().modified()))
                .text(rows, row -> ArticleRow.precision(row.article().modified()))
                .text(rows, row -> row.article().image())
                .integer(rows, ArticleRow::wordCount)
                .text(rows, ArticleRow::contentDigest)
                .text(rows, row -> row.found().names().coverage().label());
    }

    private List<Known> lock(List<ArticleRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<String, ArticleRow> byKey = new HashMap<>();
        rows.forEach(row -> byKey.put(row.key(), row));
        List<Known> known = UnnestStatement.of(jdbc, """
                        select article_key, article_id, content_digest, first_seen_at, last_seen_at
                        from warehouse.article where article_key = any(?)
                        order by article_key collate "C" for update""")
                .text(rows, ArticleRow::key)
                .query((result, number) -> new Known(
                        Objects.requireNonNull(byKey.get(result.getString(1))),
                        result.getLong(2),
                        result.getString(3),
                        result.getObject(4, OffsetDateTime.class).toInstant(),
                        result.getObject(5, OffsetDateTime.class).toInstant()));
        if (known.size() != rows.size()) {
            throw new IllegalStateException("of " + rows.size() + " known articles " + known.size() + " were found");
        }
        return known;
    }

    private Set<RevisionKey> pastRevisions(List<Known> articles) {
        Set<RevisionKey> revisions = new HashSet<>();
        if (!articles.isEmpty()) {
            UnnestStatement.of(
                            jdbc,
                            "select article_id, content_digest from warehouse.article_revision where article_id = any(?)")
                    .bigint(articles, Known::articleId)
                    .forEach(result -> revisions.add(new RevisionKey(result.getLong(1), result.getString(2))));
        }
        return revisions;
    }

    /** The same text was seen earlier or later than known so far. */
    private void extendSeen(List<Known> articles) {
        List<Known> extended = articles.stream()
                .filter(one -> one.row().seenAt().isBefore(one.firstSeenAt())
                        || one.row().seenAt().isAfter(one.lastSeenAt()))
                .toList();
        if (!extended.isEmpty()) {
            UnnestStatement.of(jdbc, """
                            update warehouse.article a set first_seen_at = least(a.first_seen_at, row.seen_at),
                                last_seen_at = greatest(a.last_seen_at, row.seen_at)
                            from unnest(?, ?) as row (article_id, seen_at) where a.article_id = row.article_id""")
                    .bigint(extended, Known::articleId)
                    .timestamp(extended, one -> one.row().seenAt())
                    .update();
        }
    }

    /** A text older than the current one takes the current one's number, as though it had been loaded in time. */
    private void addPastRevisions(List<Known> articles) {
        if (articles.isEmpty()) {
            return;
        }
        UnnestStatement.of(jdbc, """
                        insert into warehouse.article_revision (article_id, revision, seen_at, title, byline,
                            published_at, modified_at, content_digest, text, cause)
                        select a.article_id, a.revision, row.seen_at, row.title, row.byline, row.published_at,
                            row.modified_at, row.content_digest, row.text, """ + CAUSE + """

                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
                            as row (article_id, seen_at, title, byline, published_at, modified_at, content_digest, text,
                                payload_digest)
                        join warehouse.article a on a.article_id = row.article_id""")
                .value(extractor)
                .bigint(articles, Known::articleId)
                .timestamp(articles, one -> one.row().seenAt())
                .text(articles, one -> one.row().article().title())
                .text(articles, one -> one.row().byline())
                .timestamp(
                        articles, one -> ArticleRow.instant(one.row().article().published()))
                .timestamp(
                        articles, one -> ArticleRow.instant(one.row().article().modified()))
                .text(articles, one -> one.row().contentDigest())
                .text(articles, one -> one.row().text())
                .text(articles, one -> one.row().found().payloadDigest().hex())
                .update();
        UnnestStatement.of(jdbc, """
                        update warehouse.article a set revision = a.revision + 1,
                            first_seen_at = least(a.first_seen_at, row.seen_at)
                        from unnest(?, ?) as row (article_id, seen_at) where a.article_id = row.article_id""")
                .bigint(articles, Known::articleId)
                .timestamp(articles, one -> one.row().seenAt())
                .update();
    }

    /** The current text becomes a past revision, its children go, and the new text takes its place. */
    private void newRevisions(List<Known> articles) {
        if (articles.isEmpty()) {
            return;
        }
        UnnestStatement.of(jdbc, PAST_REVISION + CAUSE + """

                        from unnest(?, ?) as row (article_id, payload_digest)
                        join warehouse.article a on a.article_id = row.article_id""")
                .value(extractor)
                .bigint(articles, Known::articleId)
                .text(articles, one -> one.row().found().payloadDigest().hex())
                .update();
        replace(articles.stream()
                .map(one ->
                        new Replacement(one.row(), one.articleId(), 1, one.row().seenAt()))
                .toList());
    }

    /**
     * Puts what the present extractor reads on the same page in the place of what stands there. Where title, text, authors or
     * publication date differ the old text becomes a past revision.
     */
    void renew(List<Renewal> renewals) {
        List<Long> revised = renewals.stream()
                .filter(Renewal::isRevision)
                .map(Renewal::articleId)
                .toList();
        UnnestStatement.of(jdbc, PAST_REVISION + "'extractor' from warehouse.article a where a.article_id = any(?)")
                .bigint(revised, id -> id)
                .update();
        rename(renewals);
        replace(renewals.stream()
                .map(one -> new Replacement(one.row(), one.articleId(), one.isRevision() ? 1 : 0, null))
                .toList());
        children.write(
                renewals.stream()
                        .map(one -> new StoredArticle(one.row(), one.articleId(), StoredArticle.Change.REVISED))
                        .toList(),
                new Tally());
    }

    /** The page's address may be read otherwise, and a digest as key tells of the text. */
    private void rename(List<Renewal> renewals) {
        Map<String, Long> siteIds =
                sites.idsOf(renewals.stream().map(Renewal::row).toList());
        UnnestStatement.of(jdbc, """
                        update warehouse.article a set article_key = row.article_key, url = row.url, site_id = row.site_id
                        from unnest(?, ?, ?, ?) as row (article_id, article_key, url, site_id)
                        where a.article_id = row.article_id
                            and (a.article_key, a.url, a.site_id) is distinct from (row.article_key, row.url, row.site_id)""")
                .bigint(renewals, Renewal::articleId)
                .text(renewals, one -> one.row().key())
                .text(renewals, one -> one.row().article().url())
                .bigint(renewals, one -> siteIds.get(SiteStore.keyOf(one.row())))
                .update();
    }

    /** Deletes the children and writes the article's own columns. */
    private void replace(List<Replacement> articles) {
        children.delete(articles.stream().map(Replacement::articleId).toList());
        List<ArticleRow> rows = articles.stream().map(Replacement::row).toList();
        UnnestStatement update = UnnestStatement.of(
                jdbc,
                "update warehouse.article a set revision = a.revision + row.step,"
                        + " last_seen_at = coalesce(row.seen_at, a.last_seen_at), " + COLUMNS
                        + """

                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as row (
                            article_id, step, seen_at, title, description, section, language, byline, dateline_place,
                            dateline_agency, published_at, published_precision, modified_at, modified_precision,
                            image_url, word_count, content_digest, entity_coverage)
                        where a.article_id = row.article_id""");
        update.bigint(articles, Replacement::articleId)
                .integer(articles, Replacement::step)
                .timestamp(articles, Replacement::seenAt);
        content(update, rows).update();
    }
}
