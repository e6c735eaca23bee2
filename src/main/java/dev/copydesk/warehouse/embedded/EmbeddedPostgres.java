package dev.copydesk.warehouse.embedded;

import dev.copydesk.warehouse.embedded.EmbeddedPostgresException.Code;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A lease on the PostgreSQL server that Copydesk runs under its home folder. The server is shared: the first process that
 * needs it starts it, others adopt it, and the last one to {@link #close()} its lease stops it, unless it was
 * {@linkplain #start started to stay up}. Whoever dies without closing leaves a server that the next one adopts.
 *
 * <p>The server listens on 127.0.0.1 only, on a port that was free when it started, demands a password, and writes
 * durably. All methods may be called from any thread and any number of processes. They throw
 * {@link EmbeddedPostgresException}, and nothing else, when the server cannot be used.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    static final String USERNAME = "postgres";

    private final ServerControl control;
    private final ServerDatabase database;
    private boolean closed;

    private EmbeddedPostgres(ServerControl control, ServerDatabase database) {
        this.control = control;
        this.database = database;
    }

    /** Starts the server under this home folder, or adopts the one that runs there; its database exists on return. */
    public static EmbeddedPostgres open(Path home) {
        return translating(home, () -> {
            ServerFolder folder = ServerFolder.prepare(home);
            return StartLock.holding(folder, () -> lease(folder));
        });
    }

    /** Starts the server, or adopts the running one, to stay up until {@link #stop}; also after a restart of the host. */
    public static ServerStatus start(Path home) {
        return translating(home, () -> {
            ServerFolder folder = ServerFolder.prepare(home);
            return StartLock.holding(folder, () -> {
                lease(folder);
                if (!folder.staysUp()) {
                    Files.createFile(folder.stayUpMarker());
                }
                ServerUsers.leave(folder);
                return statusOf(folder);
            });
        });
    }

    /** Stops the server now, or, where others use it, when the last of them leaves. */
    public static StopOutcome stop(Path home) {
        return translating(home, () -> {
            if (!Files.isDirectory(ServerFolder.of(home).data())) {
                return StopOutcome.NOT_RUNNING;
            }
            ServerFolder folder = ServerFolder.prepare(home);
            return StartLock.holding(folder, () -> stop(folder));
        });
    }

    /** Looks at the server and changes nothing. */
    public static ServerStatus status(Path home) {
        return translating(home, () -> {
            ServerFolder folder = ServerFolder.of(home);
            return Files.isDirectory(folder.data())
                    ? statusOf(ServerFolder.prepare(home))
                    : new ServerStatus(folder.data(), null, false, null);
        });
    }

    /** The JDBC URL of the database, without user and password. */
    public String url() {
        return database.url();
    }

    public String username() {
        return USERNAME;
    }

    public String password() {
        return database.password();
    }

    /** Gives the lease back; a second call does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        // An interrupted thread could not wait for the lock, and the server would stay up for nobody.
        boolean interrupted = Thread.interrupted();
        try {
            ServerFolder folder = control.folder();
            translating(
                    folder.root(),
                    () -> StartLock.holding(folder, () -> {
                        if (ServerUsers.leave(folder) && !folder.staysUp()) {
                            control.stop();
                        }
                        return folder;
                    }));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static EmbeddedPostgres lease(ServerFolder folder) throws IOException {
        ServerControl control = ServerControl.prepare(folder);
        Postmaster server = control.ensureRunning();
        ServerDatabase database = new ServerDatabase(server.port(), ServerPassword.of(folder, control.user()));
        database.ensure();
        ServerUsers.enter(folder);
        return new EmbeddedPostgres(control, database);
    }

    private static StopOutcome stop(ServerFolder folder) throws IOException {
        Files.deleteIfExists(folder.stayUpMarker());
        if (Postmaster.of(folder.data()).isEmpty()) {
            return StopOutcome.NOT_RUNNING;
        }
        if (!ServerUsers.none(folder)) {
            return StopOutcome.STILL_IN_USE;
        }
        ServerControl.prepare(folder).stop();
        return StopOutcome.STOPPED;
    }

    private static ServerStatus statusOf(ServerFolder folder) throws IOException {
        String version = Files.readString(folder.data().resolve("PG_VERSION")).strip();
        Optional<Postmaster> server = Postmaster.of(folder.data());
        if (server.isEmpty() || server.get().port() == 0) {
            return new ServerStatus(folder.data(), version, folder.staysUp(), null);
        }
        ServerDatabase database = new ServerDatabase(
                server.get().port(), Files.readString(folder.password()).strip());
        return new ServerStatus(
                folder.data(),
                runningVersion(database, version),
                folder.staysUp(),
                new ServerStatus.Running(server.get().pid(), database.port(), database.url()));
    }

    /** The full version where the server answers; one that is still starting does not. */
    private static String runningVersion(ServerDatabase database, String major) {
        try {
            return database.version();
        } catch (SQLException e) {
            return major;
        }
    }

    private static <T> T translating(Path home, FileWork<T> work) {
        try {
            return work.run();
        } catch (AccessDeniedException e) {
            throw EmbeddedPostgresException.noAccess(e);
        } catch (IOException e) {
            throw new EmbeddedPostgresException(
                    Code.EMBEDDED_IO_FAILED, "cannot work in " + home + ": " + EmbeddedPostgresException.reason(e), e);
        }
    }
}
