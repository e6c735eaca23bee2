-- A run remembers whether it loads pages that seem to be no articles, so that a restart does the same.
alter table ops.load_run add column keep_non_articles boolean not null default false;
comment on column ops.load_run.keep_non_articles is 'Whether pages that seem to be no articles are loaded all the same';
