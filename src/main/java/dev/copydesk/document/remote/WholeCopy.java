package dev.copydesk.document.remote;

import dev.copydesk.document.PayloadDigest;
import dev.copydesk.document.RemoteAccessException;
import dev.copydesk.document.SourceChangedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Takes files of servers that do not send stretches as a whole: into a file that has no name, so that it goes with its channel.
 */
final class WholeCopy {

    /** Bytes of what comes without a length, which may never end. */
    static final long MOST_WITHOUT_LENGTH = 256L << 20;

    /**
     * What was read.
     *
     * @param digest SHA-256 in hexadecimal digits
     */
    record Content(long size, String digest) {}

    private final RangeSource source;
    private final Patience patience;

    WholeCopy(RangeSource source, Patience patience) {
        this.source = source;
        this.patience = patience;
    }

    /** Reads all of it once, for its size and digest. */
    Content read() throws IOException {
        return patience.insist(source.shown(), () -> to(OutputStream.nullOutputStream()));
    }

    /**
     * Takes a copy.
     *
     * @param version if it is a digest the content must have it, else the source itself sees to it that it is that version
     */
    FileChannel in(Path folder, long size, String version) throws IOException {
        FileChannel copy = create(folder, size);
        boolean complete = false;
        try {
            Content content = patience.insist(source.shown(), () -> {
                empty(copy);
                return to(Channels.newOutputStream(copy));
            });
            if (content.size() != size || (Version.isDigest(version) && !version.equals(content.digest()))) {
                throw new SourceChangedException();
            }
            complete = true;
            return copy;
        } catch (UncheckedIOException e) {
            throw noRoom(folder, String.valueOf(e.getMessage()));
        } finally {
            if (!complete) {
                copy.close();
            }
        }
    }

    private Content to(OutputStream out) throws IOException {
        MessageDigest digest = PayloadDigest.sha256();
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        try (RangeSource.Part part = source.all()) {
            InputStream in = part.body();
            int count;
            while ((count = in.read(buffer)) >= 0) {
                digest.update(buffer, 0, count);
                write(out, buffer, count);
                size += count;
                if (part.length() < 0 && size > MOST_WITHOUT_LENGTH) {
                    throw new RemoteAccessException(
                            "REMOTE_ANSWER_WRONG",
                            source.shown(),
                            "its server tells no length and sends more than 256 MiB; download it and load that");
                }
            }
        }
        return new Content(size, HexFormat.of().formatHex(digest.digest()));
    }

    /** A disk that is full is no fault of the server's, so that it must not be tried again. */
    private static void write(OutputStream out, byte[] buffer, int count) {
        try {
            out.write(buffer, 0, count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void empty(FileChannel copy) {
        try {
            copy.truncate(0).position(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileChannel create(Path folder, long size) {
        try {
            Files.createDirectories(folder);
            long room = Files.getFileStore(folder).getUsableSpace();
            if (room < size) {
                throw noRoom(folder, "it takes " + size + " bytes, " + room + " are free");
            }
            return FileChannel.open(
                    folder.resolve("copy-" + UUID.randomUUID()),
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE); // on Unix it loses its name at once
        } catch (IOException e) {
            throw noRoom(folder, String.valueOf(e.getMessage()));
        }
    }

    private RemoteAccessException noRoom(Path folder, String why) {
        return new RemoteAccessException(
                "REMOTE_DISK",
                source.shown(),
                "its server sends it only as a whole, and no copy fits in " + folder + ": " + why);
    }
}
