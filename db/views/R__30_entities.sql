-- Who and what articles name, over time and together.

create or replace view warehouse.entity_day as
select e.entity_id, e.type, e.canonical_name, (a.published_at at time zone 'UTC')::date as day,
    count(distinct m.article_id) as articles, count(*) as mentions
from finished.entity_mention m
join finished.article a using (article_id)
join warehouse.entity e using (entity_id)
where a.published_at is not null
group by e.entity_id, (a.published_at at time zone 'UTC')::date;
comment on view warehouse.entity_day is 'How often each entity is named on each day; articles without a publication date are left out';
comment on column warehouse.entity_day.entity_id is 'The entity';
comment on column warehouse.entity_day.type is 'person, organization, location or misc';
comment on column warehouse.entity_day.canonical_name is 'Its name';
comment on column warehouse.entity_day.day is 'Day of publication (UTC)';
comment on column warehouse.entity_day.articles is 'Articles that name it';
comment on column warehouse.entity_day.mentions is 'Mentions in them';

create or replace function warehouse.top_entities(day date, max_results integer default 20)
    returns table (canonical_name text, type text, articles bigint, mentions bigint, articles_before bigint,
        change bigint)
    language sql stable
begin atomic
    select t.canonical_name, t.type, t.articles, t.mentions, coalesce(b.articles, 0),
        t.articles - coalesce(b.articles, 0)
    from (
        select * from warehouse.entity_day d where d.day = top_entities.day
        order by d.articles desc, d.mentions desc, d.canonical_name, d.type limit top_entities.max_results) t
    left join lateral (
        select d.articles from warehouse.entity_day d
        where d.entity_id = t.entity_id and d.day = top_entities.day - 1) b on true
    order by t.articles desc, t.mentions desc, t.canonical_name, t.type;
end;
comment on function warehouse.top_entities(date, integer) is 'The entities named by most articles of a day, with the count of the day before and the difference';

create or replace function warehouse.entity_timeline(canonical_name text, first_day date, last_day date)
    returns table (day date, articles bigint, mentions bigint)
    language sql stable
begin atomic
    select d::date, coalesce(sum(e.articles), 0)::bigint, coalesce(sum(e.mentions), 0)::bigint
    from generate_series(entity_timeline.first_day::timestamp, entity_timeline.last_day::timestamp, '1 day') d
    left join warehouse.entity_day e on e.day = d::date and e.canonical_name = entity_timeline.canonical_name
        and e.day between entity_timeline.first_day and entity_timeline.last_day
    group by d
    order by d;
end;
comment on function warehouse.entity_timeline(text, date, date) is 'Articles and mentions of an entity day by day, days without any among them; of all types that bear the name';

create or replace view warehouse.entity_article as
select e.entity_id, e.type, e.canonical_name, a.article_id, a.title, coalesce(s.host, s.name) as site, a.published_at,
    count(*) as mentions, min(m.paragraph_ordinal) as first_paragraph
from finished.entity_mention m
join warehouse.entity e using (entity_id)
join finished.article a using (article_id)
left join warehouse.site s using (site_id)
group by e.entity_id, a.article_id, a.title, a.published_at, s.host, s.name;
comment on view warehouse.entity_article is 'The articles that name an entity';
comment on column warehouse.entity_article.entity_id is 'The entity';
comment on column warehouse.entity_article.type is 'person, organization, location or misc';
comment on column warehouse.entity_article.canonical_name is 'Its name';
comment on column warehouse.entity_article.article_id is 'The article';
comment on column warehouse.entity_article.title is 'Headline of the article';
comment on column warehouse.entity_article.site is 'Host of the article''s site, or its name';
comment on column warehouse.entity_article.published_at is 'When the article was published, null when unknown';
comment on column warehouse.entity_article.mentions is 'How often it names the entity';
comment on column warehouse.entity_article.first_paragraph is 'The first paragraph that does';

create or replace view warehouse.entity_pair as
select e.entity_id, e.type, e.canonical_name, o.entity_id as other_entity_id, o.type as other_type,
    o.canonical_name as other_name, count(distinct (m.article_id, m.paragraph_ordinal)) as paragraphs,
    count(distinct m.article_id) as articles
from finished.entity_mention m
join warehouse.entity_mention n
    on n.article_id = m.article_id and n.paragraph_ordinal = m.paragraph_ordinal and n.entity_id <> m.entity_id
join warehouse.entity e on e.entity_id = m.entity_id
join warehouse.entity o on o.entity_id = n.entity_id
group by e.entity_id, o.entity_id;
comment on view warehouse.entity_pair is 'Entities that are named in the same paragraph; each pair stands twice, once from either side. Give entity_id or canonical_name, for the whole is large';
comment on column warehouse.entity_pair.entity_id is 'The one entity';
comment on column warehouse.entity_pair.type is 'Its type';
comment on column warehouse.entity_pair.canonical_name is 'Its name';
comment on column warehouse.entity_pair.other_entity_id is 'The other entity';
comment on column warehouse.entity_pair.other_type is 'Its type';
comment on column warehouse.entity_pair.other_name is 'Its name';
comment on column warehouse.entity_pair.paragraphs is 'Paragraphs that name both';
comment on column warehouse.entity_pair.articles is 'Articles with such a paragraph';
