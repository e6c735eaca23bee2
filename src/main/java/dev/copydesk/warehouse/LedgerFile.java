package dev.copydesk.warehouse;

import dev.copydesk.document.ArchivePosition;
import dev.copydesk.document.SourceFile;
import org.jspecify.annotations.Nullable;

/**
 * A source file that a run has yet to load.
 *
 * @param digest SHA-256 of the file as it was discovered, or null when it could not be read; of a remote file its version
 * @param position where loading of it goes on
 */
public record LedgerFile(
        long sourceFileId, SourceFile file, @Nullable String digest, ArchivePosition position) {}
