-- Articles that were taken down or have expired leave a tombstone, so that later loads do not bring them back.
create table ops.tombstone (
    article_key text primary key,
    cause text not null,
    reason text not null,
    removed_at timestamptz not null,
    removed_by text not null,
    constraint cause_known check (cause in ('removed', 'expired'))
);
comment on table ops.tombstone is 'Articles that an operator took out of the warehouse and that loads keep out of it';
comment on column ops.tombstone.article_key is 'Natural key of the article, as warehouse.article.article_key had it';
comment on column ops.tombstone.cause is 'removed: taken down by name; expired: older than what is retained';
comment on column ops.tombstone.reason is 'Why, in the operator''s words';
comment on column ops.tombstone.removed_at is 'When';
comment on column ops.tombstone.removed_by is 'User of the operating system who did it';

alter table ops.filtered add column article_key text;
create index filtered_article on ops.filtered using hash (article_key) where article_key is not null;
comment on column ops.filtered.article_key is
    'Natural key of the article in the document where a tombstone keeps it out (REMOVED, EXPIRED), else null';
