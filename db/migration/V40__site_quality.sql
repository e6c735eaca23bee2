-- How well each run read the documents of each site, so that a run can be held against the runs before it.

create table ops.site_quality (
    run_id bigint not null references ops.load_run on delete cascade,
    site_key text not null,
    documents bigint not null,
    articles bigint not null,
    with_title bigint not null,
    with_published bigint not null,
    with_author bigint not null,
    paragraphs bigint not null,
    paragraph_squares bigint not null,
    primary key (run_id, site_key)
);
create index site_quality_history on ops.site_quality (site_key, run_id);
comment on table ops.site_quality is 'What a run extracted from the documents of a site, counted in the transactions that wrote them. Documents of an unknown site and documents in quarantine are not counted; one that is replayed counts with the run that loaded its file';
comment on column ops.site_quality.run_id is 'The run';
comment on column ops.site_quality.site_key is 'The site, as in warehouse.site.site_key';
comment on column ops.site_quality.documents is 'Documents that were read well: articles and what was filtered as no article';
comment on column ops.site_quality.articles is 'Articles among them';
comment on column ops.site_quality.with_title is 'Articles that have a title';
comment on column ops.site_quality.with_published is 'Articles that have a publication date';
comment on column ops.site_quality.with_author is 'Articles that name an author';
comment on column ops.site_quality.paragraphs is 'Paragraphs in them without captions; an article counts with 100 at most, so that a few long ones do not hide the others';
comment on column ops.site_quality.paragraph_squares is 'Sum of the squares of these numbers, from which their variance is known';

create table ops.quality_check (
    run_id bigint not null references ops.load_run on delete cascade,
    site_key text not null,
    measure text not null,
    documents bigint not null,
    value numeric not null,
    history_runs bigint not null,
    history_documents bigint not null,
    expected numeric not null,
    fails boolean not null,
    checked_at timestamptz not null,
    accepted_at timestamptz,
    accepted_by text,
    note text,
    primary key (run_id, site_key, measure),
    constraint measure_known check (measure in ('title', 'published', 'author', 'article', 'paragraphs')),
    constraint accepted_by_someone check ((accepted_at is null) = (accepted_by is null))
);
create index quality_check_accepted on ops.quality_check (site_key, measure, run_id) where accepted_at is not null;
comment on table ops.quality_check is 'Drops in quality: what a run extracted from a site is clearly worse than what the runs before it did';
comment on column ops.quality_check.run_id is 'The run';
comment on column ops.quality_check.site_key is 'The site, as in warehouse.site.site_key';
comment on column ops.quality_check.measure is 'title, published, author: share of the articles that have it; article: share of the documents that are articles; paragraphs: paragraphs an article';
comment on column ops.quality_check.documents is 'Documents, or articles, that were measured';
comment on column ops.quality_check.value is 'The share or number in this run';
comment on column ops.quality_check.history_runs is 'Earlier runs it is held against';
comment on column ops.quality_check.history_documents is 'Documents, or articles, in these';
comment on column ops.quality_check.expected is 'The share or number in these';
comment on column ops.quality_check.fails is 'Whether the job definition lets this drop fail the run';
comment on column ops.quality_check.checked_at is 'When the run was checked';
comment on column ops.quality_check.accepted_at is 'When an operator accepted it: it fails no run, and the site''s history begins anew with this run; else null';
comment on column ops.quality_check.accepted_by is 'User of the operating system who did it';
comment on column ops.quality_check.note is 'Why, in the operator''s words';
