-- What a report shows of a job execution beside its ledger: how fast it went, which pages took long, and how it was set.
-- Both tables stay small however long a load runs: at most 120 slots of time and 20 pages for each job execution.

create table ops.load_slot (
    job_execution_id bigint not null references ops.load_execution on delete cascade,
    second integer not null,
    chunks integer not null,
    files bigint not null,
    documents bigint not null,
    bytes bigint not null,
    primary key (job_execution_id, second)
);
comment on table ops.load_slot is 'What a job execution committed in each slot of its time. Slots are 1 s long, and twice as long each time there would be more than 120 of them';
comment on column ops.load_slot.job_execution_id is 'The job execution';
comment on column ops.load_slot.second is 'Begin of the slot in seconds after the job execution started; a multiple of the length of its slots. Slots without a commit have no row';
comment on column ops.load_slot.chunks is 'Chunks committed in the slot';
comment on column ops.load_slot.files is 'Files dealt with in them';
comment on column ops.load_slot.documents is 'Documents in these files';
comment on column ops.load_slot.bytes is 'Size of these files as stored';

create table ops.slow_page (
    job_execution_id bigint not null references ops.load_execution on delete cascade,
    source_file_id bigint not null references ops.source_file on delete cascade,
    record_offset bigint not null,
    micros bigint not null,
    bytes bigint not null,
    primary key (job_execution_id, source_file_id, record_offset)
);
create index slow_page_source_file on ops.slow_page (source_file_id);
comment on table ops.slow_page is 'The 20 documents of a job execution whose extraction took longest';
comment on column ops.slow_page.job_execution_id is 'The job execution';
comment on column ops.slow_page.source_file_id is 'The file';
comment on column ops.slow_page.record_offset is 'Byte offset of the document in the file; 0 for a file that is one page';
comment on column ops.slow_page.micros is 'Microseconds that extraction and the tagging of names took';
comment on column ops.slow_page.bytes is 'Size of the document, unpacked';

alter table ops.load_execution
    add column chunk_size integer,
    add column threads integer,
    add column max_document_size integer,
    add column version text;
comment on column ops.load_execution.chunk_size is 'Documents in a chunk; null for an execution of an older version, as are the next three';
comment on column ops.load_execution.threads is 'Documents extracted at the same time';
comment on column ops.load_execution.max_document_size is 'Bytes of an unpacked document above which it goes to quarantine';
comment on column ops.load_execution.version is 'Version of Copydesk and of Java that ran it';
