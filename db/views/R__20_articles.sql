-- Articles as analysts ask for them. All views and functions show finished loads only, see schema finished.

create or replace view warehouse.current_article as
select a.article_id, coalesce(s.host, s.name) as site, a.url, a.title, a.description, a.section, a.language, a.byline,
    a.dateline_place, a.dateline_agency, a.published_at, a.published_precision,
    (a.published_at at time zone 'UTC')::date as published_on, a.modified_at, a.word_count, a.revision,
    a.first_seen_at, a.last_seen_at, a.image_url
from finished.article a
left join warehouse.site s using (site_id);
comment on view warehouse.current_article is 'Articles in their current revision, with their site by name';
comment on column warehouse.current_article.article_id is 'The article';
comment on column warehouse.current_article.site is 'Host of the site, or its name where no host is known; null when neither is';
comment on column warehouse.current_article.url is 'Canonical URL, null when unknown';
comment on column warehouse.current_article.title is 'Headline, null when the page has none';
comment on column warehouse.current_article.description is 'The publisher''s own summary, null when there is none';
comment on column warehouse.current_article.section is 'The site''s section, null when unknown';
comment on column warehouse.current_article.language is 'ISO 639-1 code, null when unknown';
comment on column warehouse.current_article.byline is 'Authors'' names, null when unknown';
comment on column warehouse.current_article.dateline_place is 'Place the story was filed from, as printed';
comment on column warehouse.current_article.dateline_agency is 'Agency or outlet named in the dateline, as printed';
comment on column warehouse.current_article.published_at is 'When it was first published, null when unknown';
comment on column warehouse.current_article.published_precision is 'day, local or instant: what is known of published_at';
comment on column warehouse.current_article.published_on is 'Day of published_at (UTC); a condition on it uses an index';
comment on column warehouse.current_article.modified_at is 'When the publisher last changed it, null when unknown';
comment on column warehouse.current_article.word_count is 'Words in all paragraphs but captions';
comment on column warehouse.current_article.revision is 'Number of the current text, from 1';
comment on column warehouse.current_article.first_seen_at is 'Earliest capture';
comment on column warehouse.current_article.last_seen_at is 'Latest capture';
comment on column warehouse.current_article.image_url is 'URL of the lead image, null when there is none';

create or replace function warehouse.article_text(article_id bigint) returns text
    language sql stable parallel safe
    return (select string_agg(p.text, E'\n\n' order by p.ordinal) from finished.paragraph p
        where p.article_id = article_text.article_id and p.kind <> 'caption');
comment on function warehouse.article_text(bigint) is 'Text of an article without captions, a blank line between two paragraphs; null when it has none';

create or replace view warehouse.site_day as
select a.site_id, coalesce(s.host, s.name) as site, (a.first_seen_at at time zone 'UTC')::date as day,
    count(*) as articles,
    round(avg((a.title is not null)::integer), 3) as with_title,
    round(avg((a.byline is not null)::integer), 3) as with_byline,
    round(avg((a.published_at is not null)::integer), 3) as with_published,
    round(avg((a.language is not null)::integer), 3) as with_language,
    round(avg((a.section is not null)::integer), 3) as with_section,
    round(avg(a.word_count)) as words
from finished.article a
left join warehouse.site s using (site_id)
group by a.site_id, s.host, s.name, (a.first_seen_at at time zone 'UTC')::date;
comment on view warehouse.site_day is 'Articles per site and day of first capture, and how much of each column is filled: a rate that falls tells that a site changed its pages';
comment on column warehouse.site_day.site_id is 'The site, null for articles of an unknown one';
comment on column warehouse.site_day.site is 'Host of the site, or its name';
comment on column warehouse.site_day.day is 'Day of first capture (UTC)';
comment on column warehouse.site_day.articles is 'New articles';
comment on column warehouse.site_day.with_title is 'Share of them that have a title, 0 to 1';
comment on column warehouse.site_day.with_byline is 'Share that name an author';
comment on column warehouse.site_day.with_published is 'Share with a publication date';
comment on column warehouse.site_day.with_language is 'Share with a language';
comment on column warehouse.site_day.with_section is 'Share with a section';
comment on column warehouse.site_day.words is 'Words an article, on average';

create or replace view warehouse.article_history as
select r.article_id, r.revision, r.seen_at, r.title, r.byline, r.published_at, r.modified_at, false as is_current, r.cause
from finished.article_revision r
union all
select a.article_id, a.revision, a.last_seen_at, a.title, a.byline, a.published_at, a.modified_at, true, null
from finished.article a;
comment on view warehouse.article_history is 'All revisions of articles, the current one among them';
comment on column warehouse.article_history.article_id is 'The article';
comment on column warehouse.article_history.revision is 'Number of the text, from 1';
comment on column warehouse.article_history.seen_at is 'Latest capture with this text';
comment on column warehouse.article_history.title is 'Headline as it was';
comment on column warehouse.article_history.byline is 'Authors as they were';
comment on column warehouse.article_history.published_at is 'Publication date as it was given';
comment on column warehouse.article_history.modified_at is 'Modification date as it was given';
comment on column warehouse.article_history.is_current is 'Whether this is the text that stands in article and paragraph';
comment on column warehouse.article_history.cause is
    'Why the next text took its place: page, extractor or page_or_extractor; null for the current one and where it is not known';

-- A paragraph that stands in both texts, however often, is no change; what is left is what an editor did.
create or replace function warehouse.revision_diff(article_id bigint, revision integer)
    returns table (part text, change text, ordinal bigint, text text)
    language sql stable
begin atomic
    with piece as (
        select h.revision, 'title' as part, 1::bigint as ordinal, h.title as text
        from warehouse.article_history h
        where h.article_id = revision_diff.article_id
            and h.revision between revision_diff.revision - 1 and revision_diff.revision
        union all
        select r.revision, 'text', p.ordinal, p.text
        from finished.article_revision r, regexp_split_to_table(r.text, E'\n\n') with ordinality as p (text, ordinal)
        where r.article_id = revision_diff.article_id
            and r.revision between revision_diff.revision - 1 and revision_diff.revision
        union all
        select a.revision, 'text', row_number() over (order by p.ordinal), p.text
        from finished.article a join finished.paragraph p using (article_id)
        where a.article_id = revision_diff.article_id
            and a.revision between revision_diff.revision - 1 and revision_diff.revision
    ), counted as (
        select p.*, row_number() over (partition by p.revision, p.part, p.text order by p.ordinal) as copy
        from piece p
    )
    select c.part, case when c.revision = revision_diff.revision then '+' else '-' end, c.ordinal, c.text
    from counted c
    where revision_diff.revision > 1 and c.text is not null and not exists (
        select from counted other
        where other.revision <> c.revision and other.part = c.part and other.text = c.text and other.copy = c.copy)
    order by c.part = 'text', c.ordinal, c.revision;
end;
comment on function warehouse.revision_diff(bigint, integer) is 'What a revision changed: title and paragraphs that went (-) and came (+), with their position in the text they stand in; a paragraph that only moved is not shown';
