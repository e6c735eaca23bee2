package dev.copydesk.document;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Source files behind the network. Safe for use by several threads. Whatever keeps a server from being asked at all, or that
 * may pass, is a {@link RemoteAccessException}, so that it fails a load instead of being taken for a fault of the file.
 */
public interface RemoteFiles {

    /**
     * A file as its server tells of it.
     *
     * @param url as {@link SourceLocation.Remote}
     * @param size bytes as stored
     * @param modifiedAt last modification, or null when the server does not tell
     * @param version what tells this version from others: {@code etag:"…"}, {@code modified:TIME:SIZE}, or, when the
     *     server gives neither, the SHA-256 of the content in 64 hexadecimal digits
     * @param contentType as the server tells, or null
     */
    record Found(
            String url,
            long size,
            @Nullable Instant modifiedAt,
            String version,
            @Nullable String contentType) {}

    /** No network: every URL is refused. */
    RemoteFiles NONE = new RemoteFiles() {
        @Override
        public Found find(SourceLocation.Remote location) {
            throw refusal(location.url());
        }

        @Override
        public void list(String folder, Consumer<Found> files) {
            throw refusal(folder);
        }

        @Override
        public SeekableByteChannel open(SourceFile file) {
            throw refusal(file.location().toString());
        }

        private RemoteAccessException refusal(String url) {
            return new RemoteAccessException("REMOTE_UNSUPPORTED", url, "only files on disk are read here");
        }
    };

    /** Asks for one file. What its server does not have, or does not give, is a {@link RemoteAccessException} too. */
    Found find(SourceLocation.Remote location);

    /**
     * Hands over all objects below a folder of S3, by the UTF-8 bytes of their keys, in memory that does not grow with them.
     *
     * @param folder {@code s3://bucket/} and what the keys begin with
     */
    void list(String folder, Consumer<Found> files);

    /**
     * Opens a file to be read from any position, in the version that was found.
     *
     * @throws java.nio.file.NoSuchFileException when its server no longer has it; reading may throw it as well
     * @throws SourceChangedException when its server has another version now; reading may throw it as well
     */
    SeekableByteChannel open(SourceFile file) throws IOException;
}
