package dev.copydesk.document;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A raw file on disk that holds one or more documents.
 *
 * @param path where it lies; absolute and normalised
 * @param format what its name says it holds
 * @param gzipped whether its name says that it is packed, by gzip or zstd
 * @param size bytes on disk
 * @param modifiedAt last modification
 * @param url the page's URL as the manifest beside the file gives it, or null; archives know better
 * @param capturedAt when the page was captured, as the manifest gives it, or null
 */
public record SourceFile(
        Path path,
        SourceFormat format,
        boolean gzipped,
        long size,
        Instant modifiedAt,
        @Nullable String url,
        @Nullable Instant capturedAt) {}
