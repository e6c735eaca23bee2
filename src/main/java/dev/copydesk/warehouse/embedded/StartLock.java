package dev.copydesk.warehouse.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Held while the server is looked for, started or stopped: by one thread of one process at a time. The operating system
 * frees it when the process dies.
 */
final class StartLock {

    /** File locks belong to the whole process, so its threads need one of their own. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private StartLock() {}

    static <T> T holding(ServerFolder folder, FileWork<T> work) throws IOException {
        THREADS.lock();
        try (FileChannel channel =
                FileChannel.open(folder.startLock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            return work.run();
        } finally {
            THREADS.unlock();
        }
    }
}
