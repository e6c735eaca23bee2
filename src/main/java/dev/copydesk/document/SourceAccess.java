package dev.copydesk.document;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How source files are opened, wherever they lie.
 *
 * @param remote those behind the network
 */
public record SourceAccess(RemoteFiles remote) {

    /** Files on disk only. */
    public static final SourceAccess DISK = new SourceAccess(RemoteFiles.NONE);

    /** Opens a file; for one thread, from any position. */
    SeekableByteChannel open(SourceFile file) throws IOException {
        return file.location() instanceof SourceLocation.Disk disk ? open(disk.path()) : remote.open(file);
    }

    private static FileChannel open(Path path) throws IOException {
        // opening a pipe would wait for its writer
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new FileNotFoundException("it is not a regular file");
        }
        return FileChannel.open(path);
    }

    /** What to tell of a file that could not be read, at this offset. */
    static Reading.Unreadable unreadable(long offset, IOException e) {
        return e instanceof SourceChangedException
                ? new Reading.Unreadable(offset, SourceChangedException.CODE, SourceChangedException.MESSAGE)
                : new Reading.Unreadable(offset, "FILE_UNREADABLE", "cannot be read: " + FolderWalk.reason(e));
    }
}
