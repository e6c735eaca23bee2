-- Roles for people and programs that are not the owner of the schema. They can log in to nothing by themselves: an
-- administrator makes login roles and grants them one of these.
--
-- Roles belong to the whole server, so another database may have made them already. Where the owner may not make roles
-- (no CREATEROLE) the migration goes on without them; `./copydesk db roles` prints this file, which an administrator can
-- run as often as he likes.

do $$
declare
    wanted record;
begin
    for wanted in
        select * from (values
            ('copydesk_reader', 'Copydesk: reads the warehouse'),
            ('copydesk_loader', 'Copydesk: loads pages'),
            ('copydesk_operator', 'Copydesk: watches, stops and tidies loads')) as roles (name, meaning)
    loop
        continue when exists (select from pg_roles where rolname = wanted.name);
        begin
            execute format('create role %I nologin', wanted.name);
            execute format('comment on role %I is %L', wanted.name, wanted.meaning);
        exception
            when duplicate_object or unique_violation then
                null; -- another database's migration was faster
            when insufficient_privilege then
                raise notice 'role % is missing and % may not create it; see ./copydesk db roles',
                    wanted.name, current_user;
        end;
    end loop;
end
$$;

-- Tables of later migrations are the owner's as well and get the same rights by default.
do $$
declare
    owner text := (select nspowner::regrole::text from pg_namespace where nspname = 'warehouse');
    wanted record;
begin
    for wanted in
        select * from (values
            ('copydesk_loader', 'warehouse', 'select, insert, update, delete', 'usage, select'),
            ('copydesk_loader', 'ops', 'select, insert, update, delete', 'usage, select'),
            ('copydesk_loader', 'batch', 'select, insert, update, delete', 'usage, select'),
            ('copydesk_operator', 'warehouse', 'select', 'select'),
            ('copydesk_operator', 'ops', 'select, insert, update, delete', 'usage, select'),
            ('copydesk_operator', 'batch', 'select, insert, update, delete', 'usage, select')
        ) as rights (role, schema, on_tables, on_sequences)
    loop
        continue when not exists (select from pg_roles where rolname = wanted.role);
        execute format('grant usage on schema %I to %I', wanted.schema, wanted.role);
        execute format('grant %s on all tables in schema %I to %I', wanted.on_tables, wanted.schema, wanted.role);
        execute format('grant %s on all sequences in schema %I to %I', wanted.on_sequences, wanted.schema, wanted.role);
        execute format('alter default privileges for role %s in schema %I grant %s on tables to %I',
            owner, wanted.schema, wanted.on_tables, wanted.role);
        execute format('alter default privileges for role %s in schema %I grant %s on sequences to %I',
            owner, wanted.schema, wanted.on_sequences, wanted.role);
        if wanted.schema = 'ops' then
            -- Which migrations were applied is for the owner to say.
            execute format('revoke insert, update, delete on ops.flyway_schema_history from %I', wanted.role);
        end if;
    end loop;
end
$$;

-- Readers get the views alone, which leave out loads that have not ended. On the first migration the views come after
-- this, and their own migration grants them.
do $$
begin
    if to_regprocedure('ops.grant_readers()') is not null then
        perform ops.grant_readers();
    end if;
end
$$;
