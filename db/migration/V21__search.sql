-- Full-text search: a document per article, made by the configuration of its language.

create function warehouse.search_config(language text) returns regconfig
    language sql stable parallel safe
    return coalesce(
        (select c.oid::regconfig
            from pg_catalog.pg_ts_config c
            join (values ('ar', 'arabic'), ('hy', 'armenian'), ('eu', 'basque'), ('ca', 'catalan'), ('da', 'danish'),
                ('nl', 'dutch'), ('en', 'english'), ('et', 'estonian'), ('fi', 'finnish'), ('fr', 'french'),
                ('de', 'german'), ('el', 'greek'), ('hi', 'hindi'), ('hu', 'hungarian'), ('id', 'indonesian'),
                ('ga', 'irish'), ('it', 'italian'), ('lt', 'lithuanian'), ('ne', 'nepali'), ('no', 'norwegian'),
                ('nb', 'norwegian'), ('nn', 'norwegian'), ('pt', 'portuguese'), ('ro', 'romanian'), ('ru', 'russian'),
                ('sr', 'serbian'), ('es', 'spanish'), ('sv', 'swedish'), ('ta', 'tamil'), ('tr', 'turkish'),
                ('yi', 'yiddish')) as known (code, name) on known.name = c.cfgname
            where known.code = search_config.language and c.cfgnamespace = 'pg_catalog'::regnamespace),
        'pg_catalog.simple'::regconfig);
comment on function warehouse.search_config(text) is 'Text search configuration for a language (ISO 639-1); simple where this server has none that fits';

create table warehouse.article_search (
    article_id bigint primary key references warehouse.article on delete cascade,
    config regconfig not null,
    document tsvector not null
);
create index article_search_document on warehouse.article_search using gin (document);
comment on table warehouse.article_search is 'What full-text search looks at: one document per article; see function search';
comment on column warehouse.article_search.article_id is 'The article';
comment on column warehouse.article_search.config is 'Text search configuration of the article''s language; simple (no stemming) where none fits';
comment on column warehouse.article_search.document is 'Title (weight A), description (B) and paragraphs (D), in their first 2,000, 5,000 and 150,000 characters';

-- The cuts keep every document below the megabyte that a tsvector can hold, whatever the text.
create function warehouse.index_for_search(article_ids bigint[]) returns void
    language sql
begin atomic
    insert into warehouse.article_search (article_id, config, document)
    select a.article_id, language.config,
        setweight(to_tsvector(language.config, left(coalesce(a.title, ''), 2000)), 'A')
            || setweight(to_tsvector(language.config, left(coalesce(a.description, ''), 5000)), 'B')
            || to_tsvector(language.config, left(coalesce(body.text, ''), 150000))
    from warehouse.article a
    cross join lateral (select warehouse.search_config(a.language) as config) language
    cross join lateral (
        select string_agg(p.text, E'\n' order by p.ordinal) as text
        from warehouse.paragraph p where p.article_id = a.article_id) body
    where a.article_id = any (index_for_search.article_ids)
    on conflict (article_id) do update set config = excluded.config, document = excluded.document;
end;
comment on function warehouse.index_for_search(bigint[]) is 'Makes the search documents of these articles anew; every load does so for the articles it writes';

select warehouse.index_for_search(array(select article_id from warehouse.article));
