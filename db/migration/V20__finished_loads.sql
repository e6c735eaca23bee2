-- Articles that a load has brought and that readers do not see before that load has ended.

create table ops.unfinished_article (
    article_id bigint primary key references warehouse.article on delete cascade,
    run_id bigint not null references ops.load_run on delete cascade
);
create index unfinished_article_run on ops.unfinished_article (run_id);
comment on table ops.unfinished_article is 'The load watermark: new articles of runs whose load has not ended; the views of schema finished leave them out';
comment on column ops.unfinished_article.article_id is 'The article';
comment on column ops.unfinished_article.run_id is 'The run that brought it; the end of this run, or of a later one of the same job, makes it visible';

create schema finished;
comment on schema finished is 'The tables of schema warehouse as of finished loads: what readers see. "set copydesk.unfinished = ''on''" shows running loads too';

-- The day as all views have it; a view's condition on its day finds the index.
create index article_published_day on warehouse.article (((published_at at time zone 'UTC')::date));
