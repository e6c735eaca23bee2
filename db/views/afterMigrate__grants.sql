-- Behind every migration, so that it does not matter whether the role or the views were there first.
-- Readers get the views, which leave out loads that have not ended, and no table.
do $$
declare
    relation regclass;
begin
    if exists (select from pg_roles where rolname = 'copydesk_reader') then
        grant usage on schema finished, warehouse, ops to copydesk_reader;
        for relation in
            select c.oid from pg_class c
            where c.relkind = 'v' and (c.relnamespace in ('finished'::regnamespace, 'warehouse'::regnamespace)
                or c.oid in ('ops.load_freshness'::regclass, 'ops.quarantine_reason'::regclass))
        loop
            execute format('grant select on %s to copydesk_reader', relation);
        end loop;
    end if;
end
$$;
