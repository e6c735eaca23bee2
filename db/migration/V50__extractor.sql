-- Which code made a text: tells a page that changed from an extractor that changed, and what there is to extract again.
alter table ops.source_file add column extractor text;
comment on column ops.source_file.extractor is
    'Version of the extraction code that its documents were extracted with; null when a version before this column did it';

alter table warehouse.article_revision add column cause text;
alter table warehouse.article_revision
    add constraint cause_known check (cause in ('page', 'extractor', 'page_or_extractor'));
comment on column warehouse.article_revision.cause is
    'Why the next text took its place. page: the page changed; extractor: newer code reads the same page otherwise; page_or_extractor: both changed; null when not known';
