-- How fresh and how whole the warehouse is.

create or replace view warehouse.site_freshness as
select s.site_id, coalesce(s.host, s.name) as site, count(a.article_id) as articles,
    max(a.published_at) as newest_published_at, max(a.first_seen_at) as newest_first_seen_at,
    max(a.last_seen_at) as last_seen_at
from warehouse.site s
left join finished.article a using (site_id)
group by s.site_id;
comment on view warehouse.site_freshness is 'How fresh each site is in the warehouse; loads that have not ended do not count';
comment on column warehouse.site_freshness.site_id is 'The site';
comment on column warehouse.site_freshness.site is 'Its host, or its name';
comment on column warehouse.site_freshness.articles is 'Its articles';
comment on column warehouse.site_freshness.newest_published_at is 'Latest publication date among them, null when none is known';
comment on column warehouse.site_freshness.newest_first_seen_at is 'When its newest article was first captured';
comment on column warehouse.site_freshness.last_seen_at is 'Latest capture of any of its articles';

create or replace view ops.load_freshness as
select r.job, count(distinct r.run_id) as runs, max(e.ended_at) filter (where e.exit_code in (0, 3)) as last_finished_at,
    sum(e.articles_new)::bigint as articles_new, sum(e.articles_changed)::bigint as articles_changed,
    (select count(*) from ops.unfinished_article u join ops.load_run o using (run_id) where o.job = r.job) as unfinished
from ops.load_run r
left join ops.load_execution e using (run_id)
group by r.job;
comment on view ops.load_freshness is 'When each job last came to its end, and what it has not brought to one';
comment on column ops.load_freshness.job is 'Name of the job definition, or load';
comment on column ops.load_freshness.runs is 'Its runs';
comment on column ops.load_freshness.last_finished_at is 'End of its last run that came to one, null when none did';
comment on column ops.load_freshness.articles_new is 'Articles it brought, over all runs';
comment on column ops.load_freshness.articles_changed is 'New revisions it brought';
comment on column ops.load_freshness.unfinished is 'Articles of its unfinished runs, which readers do not see yet';

create or replace view ops.quarantine_reason as
select q.code, q.stage, count(*) filter (where q.resolved_at is null) as open,
    count(*) filter (where q.resolved_at is not null) as resolved, min(q.first_seen_at) as first_seen_at,
    max(q.last_seen_at) as last_seen_at, (array_agg(q.message order by q.quarantine_id desc))[1] as latest_message
from ops.quarantine q
group by q.code, q.stage;
comment on view ops.quarantine_reason is 'Documents in quarantine by reason';
comment on column ops.quarantine_reason.code is 'Stable code of the reason';
comment on column ops.quarantine_reason.stage is 'Where they failed: read, extract or write';
comment on column ops.quarantine_reason.open is 'Documents that wait';
comment on column ops.quarantine_reason.resolved is 'Documents whose matter is closed';
comment on column ops.quarantine_reason.first_seen_at is 'The first failure';
comment on column ops.quarantine_reason.last_seen_at is 'The latest failure';
comment on column ops.quarantine_reason.latest_message is 'Message of the newest entry';

create or replace view ops.site_fill_rate as
select r.job, q.run_id, r.job_date, r.created_at as loaded_at, r.outcome, q.site_key as site, q.documents, q.articles,
    round(1 - q.articles::numeric / q.documents, 3) as filtered,
    round(q.with_title::numeric / nullif(q.articles, 0), 3) as with_title,
    round(q.with_published::numeric / nullif(q.articles, 0), 3) as with_published,
    round(q.with_author::numeric / nullif(q.articles, 0), 3) as with_author,
    round(q.paragraphs::numeric / nullif(q.articles, 0), 1) as paragraphs,
    (select string_agg(c.measure, ', ' order by c.measure) from ops.quality_check c
        where c.run_id = q.run_id and c.site_key = q.site_key) as drops
from ops.site_quality q
join ops.load_run r using (run_id);
comment on view ops.site_fill_rate is 'How well each run read each site: a rate that falls from run to run tells that a site changed its pages. Unlike warehouse.site_day it counts every document a run read, known articles among them';
comment on column ops.site_fill_rate.job is 'Name of the job definition, or load';
comment on column ops.site_fill_rate.run_id is 'The run';
comment on column ops.site_fill_rate.job_date is 'The date the run is for, null when the job has none';
comment on column ops.site_fill_rate.loaded_at is 'When the run was asked for';
comment on column ops.site_fill_rate.outcome is 'completed, abandoned, or null while the run is unfinished';
comment on column ops.site_fill_rate.site is 'The site, as in warehouse.site.site_key';
comment on column ops.site_fill_rate.documents is 'Documents of the site that the run read well';
comment on column ops.site_fill_rate.articles is 'Articles among them';
comment on column ops.site_fill_rate.filtered is 'Share of the documents that are no articles, 0 to 1';
comment on column ops.site_fill_rate.with_title is 'Share of the articles that have a title; null when there is no article';
comment on column ops.site_fill_rate.with_published is 'Share with a publication date';
comment on column ops.site_fill_rate.with_author is 'Share that name an author';
comment on column ops.site_fill_rate.paragraphs is 'Paragraphs an article, captions aside; an article counts with 100 at most';
comment on column ops.site_fill_rate.drops is 'Measures in which the run is clearly worse than those before it, see ops.quality_check; null when none';
