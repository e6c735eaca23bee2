package dev.copydesk.warehouse.embedded;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The embedded server as it was found.
 *
 * @param dataFolder where its data lie, or would
 * @param version PostgreSQL's version: {@code 18.6} of a running server, {@code 18} of data at rest, null where there
 *     are none
 * @param staysUp whether it was started to stay up until it is stopped by hand
 * @param running null unless the server runs
 */
public record ServerStatus(
        Path dataFolder,
        @Nullable String version,
        boolean staysUp,
        @Nullable Running running) {

    /**
     * A running server.
     *
     * @param pid the server's main process
     * @param port the port on 127.0.0.1
     * @param url the JDBC URL of the database, without user and password
     */
    public record Running(long pid, int port, String url) {}

    public boolean isRunning() {
        return running != null;
    }
}
