package dev.copydesk.document;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A raw file that holds one or more documents.
 *
 * @param location where it lies
 * @param format what its name says it holds
 * @param gzipped whether its name says that it is packed, by gzip or zstd
 * @param size bytes as stored
 * @param modifiedAt last modification; of a remote file whose server does not tell, when it was found
 * @param version of a remote file, what tells this version of it from others, see {@link RemoteFiles.Found}; null on
 *     disk
 * @param url the page's URL as the manifest beside the file gives it, or null; archives know better
 * @param capturedAt when the page was captured, as the manifest gives it, or null
 */
public record SourceFile(
        SourceLocation location,
        SourceFormat format,
        boolean gzipped,
        long size,
        Instant modifiedAt,
        @Nullable String version,
        @Nullable String url,
        @Nullable Instant capturedAt) {

    /** A file on disk, by its absolute and normalised path. */
    public SourceFile(
            Path path,
            SourceFormat format,
            boolean gzipped,
            long size,
            Instant modifiedAt,
            @Nullable String url,
            @Nullable Instant capturedAt) {
        this(new SourceLocation.Disk(path), format, gzipped, size, modifiedAt, null, url, capturedAt);
    }

    /** The same with what a manifest says of it. */
    SourceFile described(@Nullable String newUrl, @Nullable Instant newCapturedAt) {
        return new SourceFile(location, format, gzipped, size, modifiedAt, version, newUrl, newCapturedAt);
    }
}
