-- The ledger: which files were read by which run, what became of each document, and what could not be loaded.

create schema if not exists ops; -- Flyway makes it for its own history
comment on schema ops is 'Ledger of loads: runs, source files, captures, quarantine';

create table ops.load_run (
    run_id bigint generated always as identity primary key,
    job text not null,
    job_key text not null,
    inputs text[] not null,
    job_date date,
    created_at timestamptz not null
);
create index load_run_job_key on ops.load_run (job_key, run_id);
comment on table ops.load_run is 'One run of a job: from discovering its files until all of them are loaded, over as many job executions as that takes';
comment on column ops.load_run.run_id is 'Surrogate key; the identifying parameter of the Spring Batch job instance';
comment on column ops.load_run.job is 'Name of the job definition, or load for a load of paths';
comment on column ops.load_run.job_key is 'SHA-256 of job, inputs and date: runs with the same key are runs of the same job';
comment on column ops.load_run.inputs is 'Files, folders and globs, absolute';
comment on column ops.load_run.job_date is 'The date the run is for, null when the job has none';
comment on column ops.load_run.created_at is 'When the run was asked for';

create table ops.load_execution (
    job_execution_id bigint primary key,
    run_id bigint not null references ops.load_run,
    started_at timestamptz not null,
    ended_at timestamptz,
    process_id bigint not null,
    files bigint not null default 0,
    read bigint not null default 0,
    loaded bigint not null default 0,
    unchanged bigint not null default 0,
    filtered bigint not null default 0,
    quarantined bigint not null default 0,
    articles_new bigint not null default 0,
    articles_changed bigint not null default 0,
    paragraphs bigint not null default 0,
    mentions bigint not null default 0,
    related_links bigint not null default 0,
    exit_code integer,
    constraint ledger_adds_up check (read = loaded + unchanged + filtered + quarantined)
);
create index load_execution_run on ops.load_execution (run_id);
comment on table ops.load_execution is 'One attempt at a run: what this job execution did';
comment on column ops.load_execution.job_execution_id is 'The Spring Batch job execution; the ID that the jobs commands take';
comment on column ops.load_execution.run_id is 'The run';
comment on column ops.load_execution.started_at is 'When it started';
comment on column ops.load_execution.ended_at is 'When it ended, null while it runs and after a crash';
comment on column ops.load_execution.process_id is 'Process that runs or ran it';
comment on column ops.load_execution.files is 'Files dealt with, files left alone as unchanged among them';
comment on column ops.load_execution.read is 'Documents: loaded + unchanged + filtered + quarantined';
comment on column ops.load_execution.loaded is 'Documents that became a new article or a new revision';
comment on column ops.load_execution.unchanged is 'Documents whose article stood in the warehouse already, those of unchanged files among them';
comment on column ops.load_execution.filtered is 'Documents that are no articles';
comment on column ops.load_execution.quarantined is 'Documents that went to quarantine';
comment on column ops.load_execution.articles_new is 'New articles among loaded';
comment on column ops.load_execution.articles_changed is 'New revisions of known articles among loaded';
comment on column ops.load_execution.paragraphs is 'Paragraph rows written';
comment on column ops.load_execution.mentions is 'Mention rows written';
comment on column ops.load_execution.related_links is 'Related-link rows written';
comment on column ops.load_execution.exit_code is 'Exit code of the command, null while it runs and after a crash';

create table ops.heartbeat (
    job_execution_id bigint primary key references ops.load_execution on delete cascade,
    beat_at timestamptz not null,
    stop_requested_at timestamptz
);
comment on table ops.heartbeat is 'Sign of life of a running job execution, and the row by which it is asked to stop';
comment on column ops.heartbeat.job_execution_id is 'The job execution';
comment on column ops.heartbeat.beat_at is 'Last sign of life';
comment on column ops.heartbeat.stop_requested_at is 'When a stop was asked for; the execution stops at the end of its chunk';

create table ops.source_file (
    source_file_id bigint generated always as identity primary key,
    path text not null,
    digest text,
    size bigint not null,
    modified_at timestamptz not null,
    changed_at timestamptz not null,
    format text not null,
    gzipped boolean not null,
    url text,
    captured_at timestamptz,
    run_id bigint not null references ops.load_run,
    status text not null,
    read bigint not null default 0,
    loaded bigint not null default 0,
    unchanged bigint not null default 0,
    filtered bigint not null default 0,
    quarantined bigint not null default 0,
    constraint source_file_version unique nulls not distinct (path, digest),
    constraint status_known check (status in ('pending', 'loaded')),
    constraint ledger_adds_up check (read = loaded + unchanged + filtered + quarantined)
);
create index source_file_pending on ops.source_file (run_id, source_file_id) where status = 'pending';
comment on table ops.source_file is 'The ledger: a version of a raw file and what became of its documents';
comment on column ops.source_file.source_file_id is 'Surrogate key; a run reads its files in this order';
comment on column ops.source_file.path is 'Absolute path';
comment on column ops.source_file.digest is 'SHA-256 of the file as stored; null when it could not be read. A file that changed is another row';
comment on column ops.source_file.size is 'Bytes as stored';
comment on column ops.source_file.modified_at is 'Last modification of the content, as the file system tells';
comment on column ops.source_file.changed_at is 'Last change of content or attributes; with size and modified_at it tells whether the file must be read again';
comment on column ops.source_file.format is 'html or text, by the file''s name';
comment on column ops.source_file.gzipped is 'Whether the file''s name says that it is gzipped';
comment on column ops.source_file.url is 'URL from the manifest beside the file, null when it gives none';
comment on column ops.source_file.captured_at is 'Capture date from the manifest beside the file, null when it gives none';
comment on column ops.source_file.run_id is 'The run that loads or loaded it';
comment on column ops.source_file.status is 'pending until all its documents are dealt with, then loaded';
comment on column ops.source_file.read is 'Documents in it: loaded + unchanged + filtered + quarantined';
comment on column ops.source_file.loaded is 'Documents that became a new article or a new revision';
comment on column ops.source_file.unchanged is 'Documents whose article stood in the warehouse already';
comment on column ops.source_file.filtered is 'Documents that are no articles';
comment on column ops.source_file.quarantined is 'Documents that went to quarantine';

create table ops.capture (
    source_file_id bigint not null references ops.source_file on delete cascade,
    record_offset bigint not null,
    article_id bigint not null references warehouse.article on delete cascade,
    captured_at timestamptz,
    payload_digest text not null,
    primary key (source_file_id, record_offset)
);
create index capture_article on ops.capture (article_id);
comment on table ops.capture is 'Where each article came from: one row for every document that holds it';
comment on column ops.capture.source_file_id is 'The file';
comment on column ops.capture.record_offset is 'Byte offset of the document in the file; 0 for a file that is one page';
comment on column ops.capture.article_id is 'The article';
comment on column ops.capture.captured_at is 'When the page was captured, null when unknown';
comment on column ops.capture.payload_digest is 'SHA-256 of the document, unpacked';

create table ops.filtered (
    source_file_id bigint not null references ops.source_file on delete cascade,
    record_offset bigint not null,
    reason text not null,
    primary key (source_file_id, record_offset)
);
comment on table ops.filtered is 'Documents that were read well and are no articles';
comment on column ops.filtered.source_file_id is 'The file';
comment on column ops.filtered.record_offset is 'Byte offset of the document in the file';
comment on column ops.filtered.reason is 'Code of the reason';

create table ops.quarantine (
    quarantine_id bigint generated always as identity primary key,
    source_file_id bigint not null references ops.source_file on delete cascade,
    record_offset bigint not null,
    stage text not null,
    code text not null,
    message text not null,
    payload bytea,
    attempts integer not null default 1,
    first_seen_at timestamptz not null,
    last_seen_at timestamptz not null,
    resolved_at timestamptz,
    resolution text,
    unique (source_file_id, record_offset),
    constraint stage_known check (stage in ('read', 'extract', 'write')),
    constraint resolved_has_resolution check ((resolved_at is null) = (resolution is null)),
    constraint resolution_known check (resolution in ('loaded', 'superseded'))
);
create index quarantine_open on ops.quarantine (code) where resolved_at is null;
comment on table ops.quarantine is 'Documents that could not be loaded, with the reason and what is needed to try again';
comment on column ops.quarantine.quarantine_id is 'Surrogate key; the ID that the quarantine commands take';
comment on column ops.quarantine.source_file_id is 'The file';
comment on column ops.quarantine.record_offset is 'Byte offset of the document in the file';
comment on column ops.quarantine.stage is 'Where it failed: read, extract or write';
comment on column ops.quarantine.code is 'Stable code of the reason';
comment on column ops.quarantine.message is 'The reason, for people';
comment on column ops.quarantine.payload is 'The document, unpacked; null when it could not be read or is larger than what is kept';
comment on column ops.quarantine.attempts is 'How often it was tried';
comment on column ops.quarantine.first_seen_at is 'First failure';
comment on column ops.quarantine.last_seen_at is 'Latest failure';
comment on column ops.quarantine.resolved_at is 'When the matter was closed, null while it is open';
comment on column ops.quarantine.resolution is 'loaded: a later attempt succeeded; superseded: a later version of the file was loaded';
