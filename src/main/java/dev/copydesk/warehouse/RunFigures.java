package dev.copydesk.warehouse;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Figures of a run over all its attempts: of the articles that the documents of its files hold, as these stand now, and of what
 * it could not load. Each list is bounded whatever the size of the run, but that of days.
 */
public final class RunFigures {

    /** What an attempt committed in a slot of its time, see {@code ops.load_slot}. */
    public record Slot(long jobExecutionId, long second, long chunks, long files, long documents, long bytes) {}

    /**
     * A step over all attempts.
     *
     * @param status of its latest execution
     * @param executions how often it ran
     * @param time of all executions that have ended
     */
    public record StepTotal(String name, String status, long executions, Duration time) {}

    /**
     * A site, or all those beyond the largest.
     *
     * @param siteId null for articles of no known site, and for several sites
     * @param site host or name, null as well
     * @param sites how many sites these are
     * @param titled articles that have a title
     * @param dated articles that have a publication date
     * @param signed articles that name an author
     * @param paragraphsPerArticle of a sample; null when no article is in it
     */
    public record SiteFigures(
            @Nullable Long siteId,
            @Nullable String site,
            long sites,
            long articles,
            long titled,
            long dated,
            long signed,
            long words,
            @Nullable Double paragraphsPerArticle) {}

    /** Articles of a day of publication (UTC); of those without a date when the day is null. */
    public record DayCount(@Nullable LocalDate day, long articles) {}

    /** Articles of a site in a period of publication that begins on that day. */
    public record SitePeriod(@Nullable Long siteId, LocalDate from, long articles) {}

    /**
     * What gave quarantine.
     *
     * @param path a file, or the folder of several
     * @param files how many files that are
     * @param code the most frequent code
     */
    public record Troubled(String path, long files, long quarantined, String code) {}

    /** How many files have documents in quarantine, and how many documents. */
    public record Trouble(long files, long documents) {}

    /**
     * A page whose extraction took long.
     *
     * @param outcome article, or the code for which it is none
     * @param title null for what is no article or has none
     */
    public record SlowPage(
            String path,
            long offset,
            long micros,
            long bytes,
            String outcome,
            @Nullable String title) {}

    /** Articles up to which the paragraphs of all are counted; of more articles, those of about as many. */
    public static final int PARAGRAPH_SAMPLE = 100_000;

    private static final String MINE = """
            with mine as materialized (
                select distinct c.article_id from ops.source_file f join ops.capture c using (source_file_id)
                where f.run_id = ?
            )
            """;

    private final JdbcTemplate jdbc;

    public RunFigures(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Slots of the run's latest attempts, in the order of time. */
    public List<Slot> slots(long runId, int attempts) {
        return jdbc.query(
                """
                select s.* from ops.load_slot s where job_execution_id in (
                    select job_execution_id from ops.load_execution where run_id = ?
                    order by job_execution_id desc limit ?)
                order by s.job_execution_id, s.second""",
                (row, number) -> new Slot(
                        row.getLong("job_execution_id"),
                        row.getLong("second"),
                        row.getLong("chunks"),
                        row.getLong("files"),
                        row.getLong("documents"),
                        row.getLong("bytes")),
                runId,
                attempts);
    }

    /** The run's steps in the order in which they ran first. */
    public List<StepTotal> steps(long runId) {
        return jdbc.query(
                """
                select s.step_name, (array_agg(s.status order by s.step_execution_id desc))[1], count(*),
                    (extract(epoch from coalesce(sum(s.end_time - s.start_time), interval '0')) * 1000)::bigint
                from batch.batch_step_execution s join ops.load_execution e using (job_execution_id)
                where e.run_id = ? group by s.step_name order by min(s.step_execution_id)""",
                (row, number) -> new StepTotal(
                        row.getString(1), row.getString(2), row.getLong(3), Duration.ofMillis(row.getLong(4))),
                runId);
    }

    /** The sites with most articles, and behind them all others as one. */
    public List<SiteFigures> sites(long runId, int largest) {
        return jdbc.query(
                MINE + """
                , counted as (
                    select a.site_id, count(*) as articles, count(a.title) as titled, count(a.published_at) as dated,
                        count(a.byline) as signed, sum(a.word_count) as words,
                        least(row_number() over (order by count(*) desc, a.site_id), ?) as place
                    from mine join warehouse.article a using (article_id) group by a.site_id
                ), sampled as (
                    select a.site_id, count(*) as articles, sum(p.paragraphs) as paragraphs
                    from mine join warehouse.article a using (article_id)
                    cross join lateral (
                        select count(*) as paragraphs from warehouse.paragraph p where p.article_id = a.article_id) p
                    where a.article_id % (select count(*) / ? + 1 from mine) = 0
                    group by a.site_id
                )
                select case when count(*) = 1 then min(c.site_id) end,
                    case when count(*) = 1 then min(coalesce(s.host, s.name)) end, count(*), sum(c.articles),
                    sum(c.titled), sum(c.dated), sum(c.signed), sum(c.words), sum(p.paragraphs) / sum(p.articles)
                from counted c left join warehouse.site s using (site_id)
                left join sampled p on p.site_id is not distinct from c.site_id
                group by c.place order by c.place""",
                (row, number) -> new SiteFigures(
                        row.getObject(1, Long.class),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8),
                        row.getBigDecimal(9) == null
                                ? null
                                : row.getBigDecimal(9).doubleValue()),
                runId,
                largest + 1,
                PARAGRAPH_SAMPLE);
    }

    /** Articles by day of publication, days without any left out, those without a date last. */
    public List<DayCount> days(long runId) {
        return jdbc.query(
                MINE + """
                select (a.published_at at time zone 'UTC')::date, count(*)
                from mine join warehouse.article a using (article_id) group by 1 order by 1""", (row, number) -> new DayCount(row.getObject(1, LocalDate.class), row.getLong(2)), runId);
    }

    /**
     * Articles of some sites by period of publication.
     *
     * @param unit PostgreSQL's name of the period's length: day, week, month, year, decade
     * @param from first day
     * @param to last day
     */
    public List<SitePeriod> sitePeriods(long runId, List<Long> sites, String unit, LocalDate from, LocalDate to) {
        return jdbc.query(
                MINE + """
                select a.site_id, date_trunc(?, a.published_at at time zone 'UTC')::date, count(*)
                from mine join warehouse.article a using (article_id)
                where a.site_id = any (?) and (a.published_at at time zone 'UTC')::date between ? and ?
                group by 1, 2 order by 1, 2""",
                (row, number) -> new SitePeriod(row.getLong(1), row.getObject(2, LocalDate.class), row.getLong(3)),
                runId,
                unit,
                sites.toArray(Long[]::new),
                from,
                to);
    }

    /** How much of the run is in quarantine and open. */
    public Trouble trouble(long runId) {
        return jdbc.queryForObject("""
                select count(distinct q.source_file_id), count(*)
                from ops.quarantine q join ops.source_file f using (source_file_id)
                where f.run_id = ? and q.resolved_at is null""", (row, number) -> new Trouble(row.getLong(1), row.getLong(2)), runId);
    }

    /** The files with most documents in quarantine, or the folders of files. */
    public List<Troubled> troubled(long runId, boolean byFolder, int limit) {
        return jdbc.query(
                """
                select case when ? then regexp_replace(f.path, '/[^/]*$', '') else f.path end, count(distinct f.path),
                    count(*), mode() within group (order by q.code)
                from ops.quarantine q join ops.source_file f using (source_file_id)
                where f.run_id = ? and q.resolved_at is null
                group by 1 order by 3 desc, 1 limit ?""",
                (row, number) -> new Troubled(row.getString(1), row.getLong(2), row.getLong(3), row.getString(4)),
                byFolder,
                runId,
                limit);
    }

    /** The slowest pages of all attempts; a page that several attempts met counts with its longest time. */
    public List<SlowPage> slowPages(long runId) {
        return jdbc.query(
                """
                select f.path, p.record_offset, p.micros, p.bytes,
                    case when a.article_id is not null then 'article' else coalesce(q.code, n.reason, 'gone') end, a.title
                from (
                    select source_file_id, record_offset, max(s.micros) as micros, max(s.bytes) as bytes
                    from ops.slow_page s join ops.load_execution e using (job_execution_id)
                    where e.run_id = ? group by 1, 2 order by 3 desc, 1, 2 limit ?) p
                join ops.source_file f using (source_file_id)
                left join ops.capture c using (source_file_id, record_offset)
                left join warehouse.article a using (article_id)
                left join ops.quarantine q using (source_file_id, record_offset)
                left join ops.filtered n using (source_file_id, record_offset)
                order by p.micros desc, f.path, p.record_offset""",
                (row, number) -> new SlowPage(
                        row.getString(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getString(5),
                        row.getString(6)),
                runId,
                LoadMeter.PAGES);
    }
}
