-- Near-duplicates: articles with the same text, as far as their fingerprints tell, are one story.

create table warehouse.article_fingerprint (
    article_id bigint primary key references warehouse.article on delete cascade,
    version integer not null,
    shingles integer not null,
    minima bytea,
    pending boolean not null default true
);
create index article_fingerprint_pending on warehouse.article_fingerprint (article_id) where pending;
comment on table warehouse.article_fingerprint is 'MinHash of an article''s body, by which near-duplicates are found';
comment on column warehouse.article_fingerprint.article_id is 'The article';
comment on column warehouse.article_fingerprint.version is 'The way it was made; the next load makes those of another version anew';
comment on column warehouse.article_fingerprint.shingles is 'Different runs of three words in the body';
comment on column warehouse.article_fingerprint.minima is 'The smallest hashes, four bytes each; null when the body is too short to be compared';
comment on column warehouse.article_fingerprint.pending is 'Whether its story has yet to be found';

create table warehouse.story_band (
    band bigint not null,
    article_id bigint not null references warehouse.article on delete cascade,
    primary key (band, article_id)
);
create index story_band_article on warehouse.story_band (article_id);
comment on table warehouse.story_band is 'Index of fingerprints: articles that share a band are compared';
comment on column warehouse.story_band.band is 'Hash of three neighbouring minima of a fingerprint and their position';
comment on column warehouse.story_band.article_id is 'The article';

create table warehouse.story_article (
    article_id bigint primary key references warehouse.article on delete cascade,
    story_id bigint not null
);
create index story_article_story on warehouse.story_article (story_id);
comment on table warehouse.story_article is 'Which articles are one story: copies of an agency''s text, reprints, print versions. An article that has no near-duplicate is in no story';
comment on column warehouse.story_article.article_id is 'The article';
comment on column warehouse.story_article.story_id is 'The story: the smallest article_id among its articles';

insert into warehouse.article_fingerprint (article_id, version, shingles)
select article_id, 0, 0 from warehouse.article;
