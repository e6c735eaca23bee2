-- Searching articles by their words, and entities by names that are nearly theirs.

-- Each language turns the words into a query of its own; languages that make the same one share a look at the index.
create or replace function warehouse.search(query text, language text default null, max_results integer default 20)
    returns table (article_id bigint, rank real, title text, headline text, site text, url text,
        published_at timestamptz)
    language sql stable
begin atomic
    with parsed as materialized (
        select websearch_to_tsquery(c.config, search.query) as words, array_agg(c.config::oid) as configs
        from (
            select t.oid::regconfig as config from pg_catalog.pg_ts_config t
            where t.cfgnamespace = 'pg_catalog'::regnamespace
                and (search.language is null or t.oid = warehouse.search_config(search.language)::oid)) c
        group by 1
    ), hit as materialized (
        select s.article_id, s.config, p.words, ts_rank_cd('{0.1, 0.2, 0.6, 1}', s.document, p.words, 1) as rank
        from parsed p
        cross join lateral (
            select d.article_id, d.config, d.document from finished.article_search d
            where d.document @@ p.words and d.config::oid = any (p.configs)
            limit 20000) s
        where numnode(p.words) > 0
        order by rank desc, s.article_id desc
        limit search.max_results
    )
    select a.article_id, h.rank, a.title,
        ts_headline(h.config, left(warehouse.article_text(a.article_id), 100000), h.words,
            'StartSel=**, StopSel=**, MaxFragments=2, MaxWords=20, MinWords=6, FragmentDelimiter=" … "'),
        a.site, a.url, a.published_at
    from hit h
    join warehouse.current_article a on a.article_id = h.article_id
    order by h.rank desc, h.article_id desc;
end;
comment on function warehouse.search(text, text, integer) is 'Articles by their words, best first: words, "a phrase", or, -without; language (ISO 639-1) narrows it to articles of that language''s configuration. Of words that stand in more than 20,000 articles it ranks 20,000. The headline sets what was found between **';

create or replace function ops.enable_entity_search() returns text
    language plpgsql
as $enable$
declare
    missing text;
    trigram text;
    accent text;
begin
    select string_agg(name, ', ' order by name) into missing
    from unnest(array['pg_trgm', 'unaccent']) as needed (name)
    where name not in (select a.name from pg_available_extensions a);
    if missing is not null then
        missing := 'this server lacks ' || missing || ': install PostgreSQL''s contrib package';
    else
        begin
            create extension if not exists pg_trgm schema warehouse;
            create extension if not exists unaccent schema warehouse;
        exception when insufficient_privilege then
            missing := 'this user may not create the extensions: let the database''s owner run'
                ' "create extension pg_trgm; create extension unaccent"';
        end;
    end if;
    if missing is not null then
        missing := 'ENTITY_SEARCH_UNAVAILABLE: ' || missing || ', then run "select ops.enable_entity_search()"';
        execute format($function$
            create or replace function warehouse.find_entity(name text, max_results integer default 10)
                returns table (entity_id bigint, type text, canonical_name text, matched_name text, similarity real,
                    mentions bigint)
                language plpgsql stable
            as $body$ begin raise feature_not_supported using message = %L; end $body$$function$, missing);
    else
        select extnamespace::regnamespace::text into trigram from pg_extension where extname = 'pg_trgm';
        select extnamespace::regnamespace::text into accent from pg_extension where extname = 'unaccent';
        -- unaccent counts as stable since its rules can be edited; an index needs a function that promises not to change.
        execute format($function$
            create or replace function warehouse.folded(name text) returns text
                language sql immutable strict parallel safe
                return lower(%1$s.unaccent(%2$L::regdictionary, folded.name))$function$, accent, accent || '.unaccent');
        comment on function warehouse.folded(text) is 'A name in lower case and without accents, as entity search compares it';
        execute format('create index if not exists entity_folded on warehouse.entity
            using gin (warehouse.folded(canonical_name) %s.gin_trgm_ops)', trigram);
        execute format('create index if not exists entity_alias_folded on warehouse.entity_alias
            using gin (warehouse.folded(alias) %s.gin_trgm_ops)', trigram);
        execute format($function$
            create or replace function warehouse.find_entity(name text, max_results integer default 10)
                returns table (entity_id bigint, type text, canonical_name text, matched_name text, similarity real,
                    mentions bigint)
                language sql stable
            begin atomic
                select e.entity_id, e.type, e.canonical_name, best.name, best.similarity, m.mentions
                from (
                    select distinct on (near.entity_id) near.entity_id, near.name, near.similarity
                    from (
                        select n.entity_id, n.canonical_name as name,
                            %1$s.similarity(warehouse.folded(n.canonical_name), warehouse.folded(find_entity.name))
                                as similarity
                        from finished.entity n
                        where warehouse.folded(n.canonical_name) operator(%1$s.%%) warehouse.folded(find_entity.name)
                        union all
                        select n.entity_id, n.alias,
                            %1$s.similarity(warehouse.folded(n.alias), warehouse.folded(find_entity.name))
                        from finished.entity_alias n
                        where warehouse.folded(n.alias) operator(%1$s.%%) warehouse.folded(find_entity.name)) near
                    order by near.entity_id, near.similarity desc, near.name) best
                join finished.entity e on e.entity_id = best.entity_id
                cross join lateral (
                    select count(*) as mentions from finished.entity_mention m where m.entity_id = best.entity_id) m
                order by best.similarity desc, m.mentions desc, e.canonical_name, e.type
                limit find_entity.max_results;
            end$function$, trigram);
    end if;
    comment on function warehouse.find_entity(text, integer) is 'Entities whose name or alias is like the given one, accents and case aside, most alike first; needs the extensions pg_trgm and unaccent';
    return coalesce(missing, 'entity search is available');
end
$enable$;
comment on function ops.enable_entity_search() is 'Makes function warehouse.find_entity with the extensions pg_trgm and unaccent, or says what it needs';

do $$ begin raise notice '%', ops.enable_entity_search(); end $$;
