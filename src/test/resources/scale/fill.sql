-- Fills an empty warehouse with synthetic articles: as many as the setting scale.articles says, in about the proportions of
-- real ones (12 paragraphs of 25 words, 20 mentions, 6 related links, 1 author; names and words as uneven as in language).
-- The names that docs/queries.md asks for are among them. Each part below a line "-- part:" is run by itself.

-- part: settings
select setseed(0.42);
set session_replication_role = replica;
set maintenance_work_mem = '512MB';
set synchronous_commit = off;
create temporary table index_kept as
select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
from pg_index join pg_class on pg_class.oid = indexrelid
where relnamespace = 'warehouse'::regnamespace and not indisunique;
do $$
declare name text;
begin
    for name in select k.name from index_kept k loop
        execute 'drop index ' || name;
    end loop;
end $$;

-- part: sites and names
insert into warehouse.site (host, name, site_key)
select host, 'Site ' || i, host
from generate_series(1, 500) i
cross join lateral (
    select case i when 1 then 'harbourtimes.example' when 2 then 'meridianpost.example' else 'site' || i || '.example' end
        as host) h;
insert into warehouse.entity (type, canonical_name)
select (array['person', 'organization', 'location', 'misc'])[i % 4 + 1],
    coalesce(k.name, initcap(translate(substr(md5(i::text), 1, 9), '0123456789', 'aeiouaeiou')) || ' '
        || initcap(translate(substr(md5(i::text), 10, 7), '0123456789', 'lnrstaeiou')))
from generate_series(1, 200000) i
left join (values (201, 'Lisbon'), (202, 'Norway'), (203, 'Rotterdam'), (205, 'Sweden'), (210, 'Liège')) as k (rank, name)
    on k.rank = i
on conflict do nothing;
insert into warehouse.entity_alias (entity_id, alias, source)
select entity_id, canonical_name || ' II', 'article' from warehouse.entity where entity_id % 4 = 0;

-- part: articles
insert into warehouse.article (article_key, site_id, url, title, description, section, language, byline, published_at,
    published_precision, word_count, content_digest, revision, first_seen_at, last_seen_at)
select url, 1 + (n * 7919) % 500, url,
    case n when 2 then 'Lisbon council votes' else 'Headline of story ' || n end, 'What story ' || n || ' is about',
    (array['World', 'Business', 'Sport', null])[n % 4 + 1],
    (array['en', 'en', 'en', 'en', 'en', 'en', 'en', 'de', 'es', 'ja'])[n % 10 + 1], 'Author ' || n % 20000,
    case when n % 10 <> 9 then published end, case when n % 10 <> 9 then 'instant' end, 300, md5(n::text),
    case n when 1 then 2 else 1 end, published + interval '6 hours', published + interval '1 day'
from generate_series(1, current_setting('scale.articles')::bigint) n
cross join lateral (
    select timestamptz '2021-04-01 00:00Z' + random() * interval '1826 days' as published,
        case n when 1 then 'https://meridianpost.example/culture/travelling-library-8790'
            else 'https://site.example/story/' || n end as url) p;
insert into warehouse.article_author (article_id, ordinal, name)
select article_id, 1, byline from warehouse.article;
insert into warehouse.article_revision (article_id, revision, seen_at, title, content_digest, text)
select article_id, 1, first_seen_at, 'Earlier ' || title, 'earlier', 'An earlier text.' from warehouse.article
where article_id % 50 = 1;

-- part: paragraphs
create temporary table word as
select i as word_id, case i when 900 then 'ferries' when 901 then 'nueve pueblos' when 902 then 'panadería'
    else translate(substr(md5(i::text), 1, 3 + i % 8), '0123456789', 'aeiourstln') end as text
from generate_series(0, 49999) i;
create temporary table fragment as
select f as fragment_id, string_agg(w.text, ' ') as text
from (select f, (50000 * random() ^ 3)::integer % 50000 as word_id
    from generate_series(0, 199999) f, generate_series(1, 8)) picked
join word w using (word_id)
group by f;
create unique index on fragment (fragment_id);
analyze fragment;
insert into warehouse.paragraph (article_id, ordinal, kind, text)
select p.article_id, p.ordinal, 'body', initcap(a.text) || ' ' || b.text || ', ' || c.text || '.'
from (select n as article_id, o as ordinal, (random() * 199998)::integer as a, (random() * 199998)::integer as b,
        (random() * 199998)::integer as c
    from generate_series(1, current_setting('scale.articles')::bigint) n, generate_series(1, 12) o) p
join fragment a on a.fragment_id = p.a
join fragment b on b.fragment_id = p.b
join fragment c on c.fragment_id = p.c;

-- part: mentions
insert into warehouse.entity_mention (article_id, paragraph_ordinal, start_offset, end_offset, entity_id, surface_form)
select n, 1 + m % 12, m / 12 * 20, m / 12 * 20 + 9, 1 + (199999 * random() ^ 3)::bigint, 'Some Name'
from generate_series(1, current_setting('scale.articles')::bigint) n, generate_series(0, 19) m;

-- part: related links
insert into warehouse.related_link (article_id, ordinal, title, url, target_article_id)
select n, o, 'Headline of another story', 'https://site.example/story/' || target, case when o <= 2 then target end
from generate_series(1, current_setting('scale.articles')::bigint) n, generate_series(1, 6) o
cross join lateral (select 1 + (random() * (current_setting('scale.articles')::bigint - 1))::bigint as target) t;

-- part: fingerprints and stories
insert into warehouse.article_fingerprint (article_id, version, shingles, minima, pending)
select n, 1, 280, decode(repeat(md5(n::text) || md5((n + 1)::text), 9), 'hex'), false
from generate_series(1, current_setting('scale.articles')::bigint) n;
insert into warehouse.story_band (band, article_id)
select hashtextextended(n::text, b) as band, n
from generate_series(1, current_setting('scale.articles')::bigint) n, generate_series(1, 24) b
order by band;
insert into warehouse.story_article (article_id, story_id)
select n, n - n % 3 + 1 from generate_series(1, current_setting('scale.articles')::bigint) n
where n % 30 in (0, 1, 2);

-- part: search documents
-- Made for the first 20,000 articles; each of these documents stands for others as well, which saves an hour.
select warehouse.index_for_search(array(
    select n from generate_series(1, least(20000, current_setting('scale.articles')::bigint)) n));
insert into warehouse.article_search (article_id, config, document)
select n, config, document
from generate_series(20001, current_setting('scale.articles')::bigint) n
join warehouse.article_search s on s.article_id = 1 + n % 20000;

-- part: indexes
do $$
declare definition text;
begin
    for definition in select k.definition from index_kept k loop
        execute definition;
    end loop;
end $$;
set session_replication_role = origin;

-- part: vacuum and statistics
vacuum analyze;
