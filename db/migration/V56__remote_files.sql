-- Files behind the network: a URL in the place of a path, what the server calls the version in the place of a digest.
comment on column ops.source_file.path is 'Absolute path; of a remote file its URL, without credentials';
comment on column ops.source_file.digest is
    'SHA-256 of the file as stored; of a remote file etag:TAG or modified:TIME:SIZE where its server tells; null when it could not be read. A file that changed is another row';
comment on column ops.source_file.modified_at is
    'Last modification of the content, as the file system or the server tells; else when it was found';
comment on column ops.source_file.changed_at is
    'Last change of content or attributes; with size and modified_at it tells whether the file must be read again. Of a remote file when this version was found as the one to load';
