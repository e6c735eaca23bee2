-- An operator may close a quarantine entry whose document is not wanted, and say why.
alter table ops.quarantine drop constraint resolution_known;
alter table ops.quarantine add constraint resolution_known check (resolution in ('loaded', 'superseded', 'dismissed'));
alter table ops.quarantine add column note text;
comment on column ops.quarantine.resolution is
    'loaded: a later attempt succeeded; superseded: a later version of the file was loaded; dismissed: closed by an operator';
comment on column ops.quarantine.note is 'Why an operator dismissed it, null when nothing was said';
