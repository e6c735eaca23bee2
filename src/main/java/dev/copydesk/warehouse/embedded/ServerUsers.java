package dev.copydesk.warehouse.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * Who uses a server: each process that does holds a shared lock on one file, which the operating system frees however
 * the process ends. Call every method with the {@link StartLock} held.
 *
 * <p>A process must open the file once only: closing any of its channels would free the locks of all.
 */
final class ServerUsers {

    private static final Map<Path, ServerUsers> OF_THIS_PROCESS = new HashMap<>();

    private final FileChannel channel;
    private final FileLock lock;
    private int leases;

    private ServerUsers(FileChannel channel) throws IOException {
        this.channel = channel;
        this.lock = channel.lock(0, Long.MAX_VALUE, true);
    }

    /** Enters this process, or one more part of it, as a user. */
    static void enter(ServerFolder folder) throws IOException {
        ServerUsers users = OF_THIS_PROCESS.get(folder.root());
        if (users == null) {
            users = new ServerUsers(open(folder));
            OF_THIS_PROCESS.put(folder.root(), users);
        }
        users.leases++;
    }

    /** Takes one user of this process out, and says whether that was the last one of all. */
    static boolean leave(ServerFolder folder) throws IOException {
        ServerUsers users = OF_THIS_PROCESS.get(folder.root());
        if (users == null || --users.leases > 0) {
            return false;
        }
        OF_THIS_PROCESS.remove(folder.root());
        try (FileChannel channel = users.channel) {
            users.lock.release();
            return isFree(channel);
        }
    }

    /** Whether nobody uses the server. */
    static boolean none(ServerFolder folder) throws IOException {
        if (OF_THIS_PROCESS.containsKey(folder.root())) {
            return false;
        }
        try (FileChannel channel = open(folder)) {
            return isFree(channel);
        }
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try (FileLock all = channel.tryLock()) {
            return all != null;
        }
    }

    private static FileChannel open(ServerFolder folder) throws IOException {
        return FileChannel.open(
                folder.usersLock(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
}
