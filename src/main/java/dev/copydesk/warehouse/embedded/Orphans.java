package dev.copydesk.warehouse.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Server processes that outlived their postmaster. They hold its shared memory, and no new server starts on the folder
 * until they are gone; most notice by themselves, one that computes does not.
 */
final class Orphans {

    private Orphans() {}

    /** Asks the orphans of a data folder that has no live postmaster to end; their work is lost with the postmaster. */
    static void end(Path data) {
        ProcessHandle.allProcesses()
                .filter(process -> worksIn(process.pid(), data))
                .forEach(ProcessHandle::destroy);
    }

    private static boolean worksIn(long pid, Path data) {
        Path process = Path.of("/proc", Long.toString(pid));
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).equals(data)
                    && Files.readSymbolicLink(process.resolve("exe")).endsWith("postgres");
        } catch (IOException e) {
            // It has just ended, or it belongs to a user whose processes we may not look at and so is none of ours.
            return false;
        }
    }
}
