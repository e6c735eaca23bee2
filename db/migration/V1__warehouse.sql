-- What analysts read: articles, their paragraphs, the entities they name and the links they offer.

create schema warehouse;
comment on schema warehouse is 'Articles, paragraphs, entities and related links: what analysts query';

create table warehouse.site (
    site_id bigint generated always as identity primary key,
    host text,
    name text,
    site_key text not null unique
);
comment on table warehouse.site is 'A web site that articles come from';
comment on column warehouse.site.site_id is 'Surrogate key';
comment on column warehouse.site.host is 'Host name in lower case without www., null when only the name is known';
comment on column warehouse.site.name is 'Name the site gives itself, null when unknown';
comment on column warehouse.site.site_key is 'Natural key: the host, or name:<name in lower case> where no host is known';

create table warehouse.article (
    article_id bigint generated always as identity primary key,
    article_key text not null unique,
    site_id bigint references warehouse.site,
    url text,
    title text,
    description text,
    section text,
    language text,
    byline text,
    dateline_place text,
    dateline_agency text,
    published_at timestamptz,
    published_precision text,
    modified_at timestamptz,
    modified_precision text,
    image_url text,
    word_count integer not null,
    content_digest text not null,
    revision integer not null default 1,
    first_seen_at timestamptz not null,
    last_seen_at timestamptz not null,
    constraint published_has_precision check ((published_at is null) = (published_precision is null)),
    constraint published_precision_known check (published_precision in ('day', 'local', 'instant')),
    constraint modified_has_precision check ((modified_at is null) = (modified_precision is null)),
    constraint modified_precision_known check (modified_precision in ('day', 'local', 'instant')),
    constraint seen_in_order check (first_seen_at <= last_seen_at)
);
create index article_site on warehouse.article (site_id, published_at);
create index article_published on warehouse.article (published_at);
comment on table warehouse.article is 'An article in its current revision; earlier ones stand in article_revision';
comment on column warehouse.article.article_id is 'Surrogate key';
comment on column warehouse.article.article_key is 'Natural key: the canonical URL, or digest:<SHA-256 of normalised title and text> for a page without one';
comment on column warehouse.article.site_id is 'The site, null when neither its host nor its name is known';
comment on column warehouse.article.url is 'Canonical URL, null when neither the crawl nor the page gives one';
comment on column warehouse.article.title is 'Headline without the site''s name, null when the page has none';
comment on column warehouse.article.description is 'The publisher''s own summary, null when there is none';
comment on column warehouse.article.section is 'The site''s section, null when unknown';
comment on column warehouse.article.language is 'ISO 639-1 code, null when unknown';
comment on column warehouse.article.byline is 'Authors'' names joined by comma and blank, null when unknown; single names stand in article_author';
comment on column warehouse.article.dateline_place is 'Place the story was filed from, as printed';
comment on column warehouse.article.dateline_agency is 'Agency or outlet named in the dateline, as printed';
comment on column warehouse.article.published_at is 'When it was first published; null when unknown, never made up. See published_precision';
comment on column warehouse.article.published_precision is 'day: only the day is known (midnight UTC stands for it); local: clock time of an unknown time zone (taken as UTC); instant: exact';
comment on column warehouse.article.modified_at is 'When the publisher last changed it, null when unknown. See modified_precision';
comment on column warehouse.article.modified_precision is 'As published_precision, for modified_at';
comment on column warehouse.article.image_url is 'Absolute URL of the lead image, null when there is none';
comment on column warehouse.article.word_count is 'Words in all paragraphs but captions';
comment on column warehouse.article.content_digest is 'SHA-256 of title, authors, dateline, publication date and paragraphs: differs when the article changed';
comment on column warehouse.article.revision is 'Number of the current text, from 1';
comment on column warehouse.article.first_seen_at is 'Earliest capture; for files without a capture date, their last modification';
comment on column warehouse.article.last_seen_at is 'Latest capture with this or an earlier text; for files without a capture date, their last modification';

create table warehouse.article_author (
    article_id bigint not null references warehouse.article on delete cascade,
    ordinal integer not null,
    name text not null,
    primary key (article_id, ordinal)
);
create index article_author_name on warehouse.article_author (name);
comment on table warehouse.article_author is 'The authors of an article, in the order of the byline';
comment on column warehouse.article_author.article_id is 'The article';
comment on column warehouse.article_author.ordinal is 'Position in the byline, from 1';
comment on column warehouse.article_author.name is 'Name without "By", titles and dates';

create table warehouse.article_revision (
    article_id bigint not null references warehouse.article on delete cascade,
    revision integer not null,
    seen_at timestamptz not null,
    title text,
    byline text,
    published_at timestamptz,
    modified_at timestamptz,
    content_digest text not null,
    text text not null,
    primary key (article_id, revision)
);
comment on table warehouse.article_revision is 'Superseded revisions of articles; the current one stands in article and paragraph';
comment on column warehouse.article_revision.article_id is 'The article';
comment on column warehouse.article_revision.revision is 'Number of this text, from 1';
comment on column warehouse.article_revision.seen_at is 'Latest capture with this text';
comment on column warehouse.article_revision.title is 'Headline as it was';
comment on column warehouse.article_revision.byline is 'Authors as they were';
comment on column warehouse.article_revision.published_at is 'Publication date as it was given';
comment on column warehouse.article_revision.modified_at is 'Modification date as it was given';
comment on column warehouse.article_revision.content_digest is 'Digest of the content as it was';
comment on column warehouse.article_revision.text is 'Paragraphs as they were, captions among them, a blank line between two';

create table warehouse.paragraph (
    article_id bigint not null references warehouse.article on delete cascade,
    ordinal integer not null,
    kind text not null,
    text text not null,
    primary key (article_id, ordinal),
    constraint kind_known check (kind in ('lede', 'body', 'heading', 'quote', 'list_item', 'caption'))
);
comment on table warehouse.paragraph is 'The paragraphs of an article''s current revision, as the publisher set them';
comment on column warehouse.paragraph.article_id is 'The article';
comment on column warehouse.paragraph.ordinal is 'Position on the page, from 1';
comment on column warehouse.paragraph.kind is 'lede (standfirst), body, heading, quote, list_item or caption';
comment on column warehouse.paragraph.text is 'Text without markup, white space folded';

create table warehouse.entity (
    entity_id bigint generated always as identity primary key,
    type text not null,
    canonical_name text not null,
    unique (type, canonical_name),
    constraint type_known check (type in ('person', 'organization', 'location', 'misc'))
);
create index entity_name on warehouse.entity (canonical_name);
comment on table warehouse.entity is 'A person, organisation, place or other named thing, under one name';
comment on column warehouse.entity.entity_id is 'Surrogate key';
comment on column warehouse.entity.type is 'person, organization, location or misc (nationalities, events, works)';
comment on column warehouse.entity.canonical_name is 'The one name under which all its surface forms are folded';

create table warehouse.entity_alias (
    entity_id bigint not null references warehouse.entity on delete cascade,
    alias text not null,
    primary key (entity_id, alias)
);
create index entity_alias_alias on warehouse.entity_alias (alias);
comment on table warehouse.entity_alias is 'Other full names an entity goes by, as they were met in articles; surnames and other short forms are left out as ambiguous';
comment on column warehouse.entity_alias.entity_id is 'The entity';
comment on column warehouse.entity_alias.alias is 'Another name';

create table warehouse.entity_mention (
    article_id bigint not null references warehouse.article on delete cascade,
    paragraph_ordinal integer not null,
    start_offset integer not null,
    end_offset integer not null,
    entity_id bigint not null references warehouse.entity,
    surface_form text not null,
    primary key (article_id, paragraph_ordinal, start_offset),
    constraint offsets_in_order check (0 <= start_offset and start_offset < end_offset)
);
create index entity_mention_entity on warehouse.entity_mention (entity_id, article_id);
comment on table warehouse.entity_mention is 'Where an article names an entity: substr(paragraph.text, start_offset + 1, end_offset - start_offset) = surface_form';
comment on column warehouse.entity_mention.article_id is 'The article';
comment on column warehouse.entity_mention.paragraph_ordinal is 'The paragraph';
comment on column warehouse.entity_mention.start_offset is 'Offset of the first character (Unicode code point) in the paragraph, from 0';
comment on column warehouse.entity_mention.end_offset is 'Offset behind the last character';
comment on column warehouse.entity_mention.entity_id is 'The entity';
comment on column warehouse.entity_mention.surface_form is 'The name as printed';

create table warehouse.related_link (
    article_id bigint not null references warehouse.article on delete cascade,
    ordinal integer not null,
    title text not null,
    url text,
    published_at timestamptz,
    published_precision text,
    target_article_id bigint references warehouse.article on delete set null,
    primary key (article_id, ordinal),
    constraint published_has_precision check ((published_at is null) = (published_precision is null)),
    constraint published_precision_known check (published_precision in ('day', 'local', 'instant'))
);
create index related_link_target on warehouse.related_link (target_article_id) where target_article_id is not null;
-- Equality only, and URLs may be longer than a B-tree entry can be.
create index related_link_unresolved on warehouse.related_link using hash (url) where target_article_id is null;
comment on table warehouse.related_link is 'Links to other articles that an article''s page offers by their title';
comment on column warehouse.related_link.article_id is 'The article whose page offers the link';
comment on column warehouse.related_link.ordinal is 'Position on the page, from 1';
comment on column warehouse.related_link.title is 'Title of the other article as shown';
comment on column warehouse.related_link.url is 'Absolute canonical URL, null where the page''s markup is gone';
comment on column warehouse.related_link.published_at is 'Date shown beside the link, null when there is none';
comment on column warehouse.related_link.published_precision is 'As in article';
comment on column warehouse.related_link.target_article_id is 'The other article, when it is in the warehouse';
