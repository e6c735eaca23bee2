-- Schema finished: each table of schema warehouse without the articles of loads that have not ended.
-- A view keeps the columns its table had when it was made: a migration that adds one raises this number: 2.

do $$
declare
    name text;
    origin text;
    part record;
begin
    foreach name in array array['article', 'article_author', 'article_revision', 'article_search', 'entity_mention',
        'paragraph', 'related_link', 'story_article'] loop
        execute format($view$
            create or replace view finished.%1$I as
            select t.* from warehouse.%1$I t
            where not exists (
                select from ops.unfinished_article u
                where u.article_id = t.article_id
                    and current_setting('copydesk.unfinished', true) is distinct from 'on')$view$, name);
    end loop;
    foreach name in array array['entity', 'entity_alias', 'site'] loop
        execute format('create or replace view finished.%1$I as select * from warehouse.%1$I', name);
    end loop;
    for part in
        select v.relname as relation, a.attname as attribute, a.attnum as number, t.oid as origin
        from pg_class v
        join pg_class t on t.relname = v.relname and t.relnamespace = 'warehouse'::regnamespace
        join pg_attribute a on a.attrelid = v.oid and a.attnum > 0
        where v.relnamespace = 'finished'::regnamespace
    loop
        if part.number = 1 then
            execute format('comment on view finished.%I is %L', part.relation,
                obj_description(part.origin, 'pg_class') || '. Of finished loads only');
        end if;
        select col_description(part.origin, a.attnum) into origin
        from pg_attribute a where a.attrelid = part.origin and a.attname = part.attribute;
        execute format('comment on column finished.%I.%I is %L', part.relation, part.attribute, origin);
    end loop;
end
$$;
