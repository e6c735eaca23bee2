-- What articles lead to, and which of them are the same story.

create or replace view warehouse.link_edge as
select r.article_id, a.title, coalesce(s.host, s.name) as site, r.target_article_id, t.title as target_title,
    coalesce(u.host, u.name) as target_site, r.ordinal
from finished.related_link r
join finished.article a on a.article_id = r.article_id
join finished.article t on t.article_id = r.target_article_id
left join warehouse.site s on s.site_id = a.site_id
left join warehouse.site u on u.site_id = t.site_id;
comment on view warehouse.link_edge is 'Related links whose other end is in the warehouse: the graph of articles';
comment on column warehouse.link_edge.article_id is 'The article that offers the link';
comment on column warehouse.link_edge.title is 'Its headline';
comment on column warehouse.link_edge.site is 'Host of its site, or its name';
comment on column warehouse.link_edge.target_article_id is 'The article the link leads to';
comment on column warehouse.link_edge.target_title is 'Its headline';
comment on column warehouse.link_edge.target_site is 'Host of its site, or its name';
comment on column warehouse.link_edge.ordinal is 'Position of the link on the page';

create or replace view warehouse.link_degree as
select a.article_id, a.title, a.site, o.links_offered, o.links_out, i.links_in,
    o.links_out = 0 and i.links_in = 0 as is_orphan
from warehouse.current_article a
cross join lateral (
    select count(*) as links_offered, count(r.target_article_id) as links_out
    from finished.related_link r where r.article_id = a.article_id) o
cross join lateral (
    select count(*) as links_in from finished.related_link r where r.target_article_id = a.article_id) i;
comment on view warehouse.link_degree is 'How each article is connected by related links';
comment on column warehouse.link_degree.article_id is 'The article';
comment on column warehouse.link_degree.title is 'Its headline';
comment on column warehouse.link_degree.site is 'Host of its site, or its name';
comment on column warehouse.link_degree.links_offered is 'Related links on its page';
comment on column warehouse.link_degree.links_out is 'Those of them that lead to an article in the warehouse (out-degree)';
comment on column warehouse.link_degree.links_in is 'Related links of other articles that lead to it (in-degree)';
comment on column warehouse.link_degree.is_orphan is 'Whether no link connects it with an article in the warehouse';

create or replace view warehouse.story as
select s.story_id, count(*) as articles, count(distinct a.site_id) as sites, min(a.published_at) as first_published_at,
    (array_agg(a.article_id order by a.published_at nulls last, a.article_id))[1] as first_article_id,
    (array_agg(a.title order by a.published_at nulls last, a.article_id))[1] as title
from finished.story_article s
join finished.article a using (article_id)
group by s.story_id
having count(*) > 1;
comment on view warehouse.story is 'Stories that stand in several articles: wire copies, reprints, print versions; what an article is in says table story_article';
comment on column warehouse.story.story_id is 'The story: the smallest article_id among its articles when it was found';
comment on column warehouse.story.articles is 'Articles that carry it';
comment on column warehouse.story.sites is 'Different sites they are on';
comment on column warehouse.story.first_published_at is 'Earliest publication date, null when none is known';
comment on column warehouse.story.first_article_id is 'The article with that date';
comment on column warehouse.story.title is 'The headline of that article';

create or replace view warehouse.wire_copy as
select s.story_id, a.article_id, a.site, a.title, a.published_at, a.dateline_agency, a.word_count,
    a.article_id = s.first_article_id as is_first
from warehouse.story s
join finished.story_article m using (story_id)
join warehouse.current_article a on a.article_id = m.article_id
where s.sites > 1;
comment on view warehouse.wire_copy is 'Articles of stories that stand on several sites';
comment on column warehouse.wire_copy.story_id is 'The story';
comment on column warehouse.wire_copy.article_id is 'The article';
comment on column warehouse.wire_copy.site is 'Host of its site, or its name';
comment on column warehouse.wire_copy.title is 'Its headline';
comment on column warehouse.wire_copy.published_at is 'When it was published, null when unknown';
comment on column warehouse.wire_copy.dateline_agency is 'Agency its dateline names';
comment on column warehouse.wire_copy.word_count is 'Its words: shortened copies have fewer';
comment on column warehouse.wire_copy.is_first is 'Whether it is the earliest of its story';
