-- How mentions were found and linked, and where aliases come from.

alter table warehouse.article
    add column entity_coverage text,
    add constraint entity_coverage_known check (entity_coverage in ('model', 'rules', 'known_names'));
comment on column warehouse.article.entity_coverage is 'What looked for names: model (English), rules (languages that write names with a capital), known_names (any other: only names of the reference list and its CLDR translations are found); null for articles loaded by older versions';

alter table warehouse.entity_mention
    add column link_rule text,
    add column link_score real,
    add constraint link_rule_has_score check ((link_rule is null) = (link_score is null)),
    add constraint link_score_is_share check (link_score between 0 and 1),
    add constraint link_rule_known check (link_rule in ('known_name', 'as_written', 'part_of_person', 'first_person',
        'introduced_acronym', 'initials', 'part_of_name', 'ambiguous'));
comment on column warehouse.entity_mention.link_rule is 'Why the mention stands under its entity: known_name (reference list or analyst), as_written, part_of_person, first_person (several persons of the article have the name: the first), introduced_acronym (in brackets behind the long name), initials, part_of_name, ambiguous (left as written); null for articles loaded by older versions';
comment on column warehouse.entity_mention.link_score is 'How likely the link is right, from 0 to 1: the rule''s measured precision';

alter table warehouse.entity_alias
    add column source text not null default 'article',
    add constraint source_known check (source in ('article', 'reference', 'analyst'));
alter table warehouse.entity_alias alter column source drop default;
create index entity_alias_analyst on warehouse.entity_alias (lower(alias)) where source = 'analyst';
comment on table warehouse.entity_alias is 'Other names an entity goes by; surnames and other short forms met in articles are left out as ambiguous';
comment on column warehouse.entity_alias.source is 'article (met as a full name in an article), reference (the list in db/reference and the CLDR), analyst (set by copydesk entities alias or merge; loads follow it)';
