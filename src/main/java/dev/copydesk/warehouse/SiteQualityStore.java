package dev.copydesk.warehouse;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** How well runs read the documents of each site, and the drops that are found by holding a run against those before it. */
public final class SiteQualityStore {

    /** From fewer runs one cannot tell how much a site differs from day to day. */
    static final int FEWEST_RUNS = 3;

    /** Standard errors from which on a difference is no accident; one in 30,000 comparisons passes them by chance. */
    private static final double STANDARD_ERRORS = 4;

    /** What is measured of a row of {@code ops.site_quality}: of how many, their sum, and the sum of their squares. */
    private static final String MEASURES = """
            (values ('title', %1$s.articles, %1$s.with_title::numeric, null),
                ('published', %1$s.articles, %1$s.with_published, null),
                ('author', %1$s.articles, %1$s.with_author, null),
                ('article', %1$s.documents, %1$s.articles, null),
                ('paragraphs', %1$s.articles, %1$s.paragraphs, %1$s.paragraph_squares)) as m (measure, n, total, squares)""";

    /**
     * The run and the runs before it side by side, with the variance of their difference. A run that was itself a drop is no
     * history, nor is one before the latest that was accepted. A share's variance is that of two proportions, times how far
     * the earlier runs lie apart (Pearson's statistic by its degrees of freedom) where that is more than chance.
     */
    private static final String DROPS =
            """
            with present as (
                select q.run_id, q.site_key, r.job, r.keep_non_articles, m.*
                from ops.site_quality q join ops.load_run r using (run_id)
                cross join lateral MEASURES_OF_q
                where q.run_id = ? and m.n >= ?
            ), past as (
                select p.site_key, p.measure, m.n, m.total, m.squares
                from present p cross join lateral (
                    select q.* from ops.site_quality q join ops.load_run r using (run_id)
                    where q.site_key = p.site_key and q.run_id < p.run_id and r.outcome = 'completed'
                        and r.job = p.job and r.keep_non_articles = p.keep_non_articles
                        and q.run_id >= coalesce((
                            select max(c.run_id) from ops.quality_check c join ops.load_run a using (run_id)
                            where c.site_key = p.site_key and c.measure = p.measure and c.accepted_at is not null
                                and c.run_id < p.run_id and a.job = p.job), 0)
                        and not exists (
                            select from ops.quality_check c
                            where c.run_id = q.run_id and c.site_key = q.site_key and c.measure = p.measure
                                and c.accepted_at is null)
                    order by q.run_id desc limit ?) h
                cross join lateral MEASURES_OF_h
                where m.measure = p.measure and m.n > 0
            ), history as (
                select site_key, measure, count(*) as runs, sum(n) as n, sum(total) as total, sum(squares) as squares,
                    sum(total) / sum(n) as mean,
                    greatest(1, coalesce((sum(total * total / n) - sum(total) * sum(total) / sum(n))
                        / nullif(sum(total) / sum(n) * (1 - sum(total) / sum(n)), 0) / nullif(count(*) - 1, 0), 1))
                        as spread
                from past group by site_key, measure
                having count(*) >= ? and sum(n) >= ?
            ), compared as (
                select p.site_key, p.measure, p.n, p.total / p.n as value, h.runs, h.n as history_n, h.mean,
                    case when p.measure = 'paragraphs'
                        then greatest(0, p.squares - p.total * p.total / p.n) / (p.n - 1) / p.n
                            + greatest(0, h.squares - h.total * h.total / h.n) / (h.n - 1) / h.n
                        else h.spread * (p.total + h.total) / (p.n + h.n) * (1 - (p.total + h.total) / (p.n + h.n))
                            * (1.0 / p.n + 1.0 / h.n) end as variance,
                    case when p.measure = 'paragraphs' then h.mean * ? else ?::numeric end as most
                from history h join present p using (site_key, measure)
            )
            insert into ops.quality_check (run_id, site_key, measure, documents, value, history_runs, history_documents,
                expected, fails, checked_at)
            select ?, site_key, measure, n, round(value, 4), runs, history_n, round(mean, 4), measure = any(?), ?
            from compared where mean - value > most and mean - value > ? * sqrt(variance)
            on conflict (run_id, site_key, measure) do update set documents = excluded.documents, value = excluded.value,
                history_runs = excluded.history_runs, history_documents = excluded.history_documents,
                expected = excluded.expected, fails = excluded.fails, checked_at = excluded.checked_at""".replace("MEASURES_OF_q", MEASURES.formatted("q")).replace("MEASURES_OF_h", MEASURES.formatted("h"));

    private static final RowMapper<QualityDrop> DROP = (row, number) -> {
        OffsetDateTime acceptedAt = row.getObject("accepted_at", OffsetDateTime.class);
        return new QualityDrop(
                row.getString("site_key"),
                QualityMeasure.of(row.getString("measure")),
                row.getLong("documents"),
                row.getDouble("value"),
                row.getLong("history_runs"),
                row.getLong("history_documents"),
                row.getDouble("expected"),
                row.getBoolean("fails"),
                acceptedAt == null ? null : acceptedAt.toInstant());
    };

    private final JdbcTemplate jdbc;
    private final Clock clock;

    public SiteQualityStore(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Counts documents that the run extracted; sites are locked in the order of their keys. */
    void add(long runId, Collection<? extends DocumentOutcome> outcomes) {
        Map<String, SiteQuality> sites = SiteQuality.bySite(outcomes);
        if (!sites.isEmpty()) {
            Collection<SiteQuality> counts = sites.values();
            UnnestStatement.of(jdbc, """
                            insert into ops.site_quality as q (run_id, site_key, documents, articles, with_title,
                                with_published, with_author, paragraphs, paragraph_squares)
                            select ?, * from unnest(?, ?, ?, ?, ?, ?, ?, ?)
                            on conflict (run_id, site_key) do update set documents = q.documents + excluded.documents,
                                articles = q.articles + excluded.articles,
                                with_title = q.with_title + excluded.with_title,
                                with_published = q.with_published + excluded.with_published,
                                with_author = q.with_author + excluded.with_author,
                                paragraphs = q.paragraphs + excluded.paragraphs,
                                paragraph_squares = q.paragraph_squares + excluded.paragraph_squares""")
                    .value(runId)
                    .text(sites.keySet(), key -> key)
                    .bigint(counts, SiteQuality::documents)
                    .bigint(counts, SiteQuality::articles)
                    .bigint(counts, SiteQuality::withTitle)
                    .bigint(counts, SiteQuality::withPublished)
                    .bigint(counts, SiteQuality::withAuthor)
                    .bigint(counts, SiteQuality::paragraphs)
                    .bigint(counts, SiteQuality::paragraphSquares)
                    .update();
        }
    }

    /** Holds the run against those before it and notes the drops anew; what an operator accepted stays accepted. */
    public int compare(long runId, QualityGate gate) {
        jdbc.update("delete from ops.quality_check where run_id = ? and accepted_at is null", runId);
        return jdbc.update(
                DROPS,
                runId,
                gate.minDocuments(),
                gate.historyRuns(),
                FEWEST_RUNS,
                gate.minHistory(),
                gate.maxParagraphDrop(),
                gate.maxDrop(),
                runId,
                gate.failOn().stream().map(QualityMeasure::label).toArray(String[]::new),
                now(),
                STANDARD_ERRORS);
    }

    /** The drops of a run, those first that fail it, then the largest. */
    public List<QualityDrop> drops(long runId) {
        return jdbc.query("""
                select * from ops.quality_check where run_id = ?
                order by fails and accepted_at is null desc, (expected - value) / expected desc, site_key, measure""", DROP, runId);
    }

    /**
     * Accepts the drops of a run that were not yet accepted: they do not fail it, and later runs are held against this one.
     *
     * @param site key of the site, or null for all
     * @param note why, or null
     */
    public List<QualityDrop> accept(long runId, @Nullable String site, String by, @Nullable String note) {
        return jdbc.query("""
                update ops.quality_check set accepted_at = ?, accepted_by = ?, note = ?
                where run_id = ? and accepted_at is null and site_key = coalesce(?, site_key) returning *""", DROP, now(), by, note, runId, site);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
