-- What readers may read: the views, which leave out loads that have not ended, and no table.
-- Called behind every migration by the one who owns them, so that it does not matter what was there first, role or views.
create or replace function ops.grant_readers() returns void
    language plpgsql
as $$
declare
    target text;
begin
    if not exists (select from pg_roles where rolname = 'copydesk_reader') then
        return;
    end if;
    for target in
        select format('usage on schema %I', n.nspname) from pg_namespace n
        where n.nspname in ('finished', 'warehouse', 'ops') and pg_has_role(n.nspowner, 'USAGE')
        union all
        select format('select on %s', c.oid::regclass) from pg_class c
        where c.relkind = 'v' and pg_has_role(c.relowner, 'USAGE')
            and (c.relnamespace in ('finished'::regnamespace, 'warehouse'::regnamespace)
                or c.oid in ('ops.load_freshness'::regclass, 'ops.quarantine_reason'::regclass,
                    'ops.site_fill_rate'::regclass))
    loop
        execute 'grant ' || target || ' to copydesk_reader';
    end loop;
end
$$;
comment on function ops.grant_readers() is 'Lets the role copydesk_reader, where there is one, read the views; needs the rights of their owner';
select ops.grant_readers();
