-- Archives hold many documents: a load goes on within them, and what is known of a record is kept with it.
alter table ops.source_file
    add column next_piece bigint,
    add column next_record bigint,
    add constraint position_whole check ((next_piece is null) = (next_record is null)),
    add constraint position_pending check (next_piece is null or status = 'pending');
comment on column ops.source_file.format is 'html, text, warc or wacz, by the file''s name';
comment on column ops.source_file.gzipped is 'Whether the file''s name says that it is packed, by gzip or zstd';
comment on column ops.source_file.next_piece is
    'Byte at which loading of an archive goes on; null before its first chunk and when it is loaded';
comment on column ops.source_file.next_record is
    'Records that are dealt with of those that were packed as one at next_piece; null where next_piece is';

alter table ops.capture
    add column target_url text,
    add column record_digest text,
    add column warnings text[] not null default '{}',
    add column original_file_id bigint,
    add column original_offset bigint;
create index capture_target on ops.capture using hash (target_url) where target_url is not null;
create index capture_original on ops.capture (original_file_id, original_offset) where original_file_id is not null;
create index capture_record_digest on ops.capture using hash (record_digest) where record_digest is not null;
comment on column ops.capture.record_offset is
    'Byte offset of the document in the file as stored; 0 for a file that is one page. Of records that were packed as one, the second has 1 more than the first, and so on';
comment on column ops.capture.target_url is 'URL that the record of an archive was fetched from; null outside archives';
comment on column ops.capture.record_digest is
    'Digest of the page as it was sent, by which revisit records refer to it, such as sha1:…; null outside archives';
comment on column ops.capture.warnings is 'What is wrong with the record that was read all the same: codes, see docs/archives.md';
comment on column ops.capture.original_file_id is
    'For a revisit record, which holds no page: the file of the capture that holds it; else null';
comment on column ops.capture.original_offset is 'For a revisit record: record_offset of the capture that holds the page; else null';
comment on column ops.capture.payload_digest is
    'SHA-256 of the document, unpacked; for a revisit record, of the document it refers to';

alter table ops.quarantine
    add column url text,
    add column captured_at timestamptz,
    add column content_type text;
comment on column ops.quarantine.url is 'URL of the document, null when only the page may tell or it was not read';
comment on column ops.quarantine.captured_at is 'When the document was captured, null when unknown or it was not read';
comment on column ops.quarantine.content_type is 'Content type that the document was sent with, null when unknown or it was not read';
