package dev.copydesk.warehouse.embedded;

import dev.copydesk.warehouse.embedded.EmbeddedPostgresException.Code;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Starts and stops the server on a data folder, and adopts one that runs already, whoever started it. Call with the
 * {@link StartLock} held.
 */
record ServerControl(ServerFolder folder, ServerBinaries binaries, ServerUser user) {

    private static final int ATTEMPTS = 40;
    /** Recovery after a crash replays at most some gigabytes of log. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** What the server is told; fsync is on and all else as PostgreSQL has it. */
    private static final String SETTINGS = "-c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=on"
            + " -c max_connections=50 -c shared_buffers=128MB -c max_wal_size=2GB -c jit=off"
            + " -c timezone=UTC -c log_timezone=UTC";

    /** Makes what is missing: binaries and data folder. */
    static ServerControl prepare(ServerFolder folder) throws IOException {
        ServerBinaries binaries = ServerBinaries.unpackedIn(folder);
        ServerUser user = ServerUser.of(folder);
        ServerPassword.of(folder, user);
        DataDirectory.ensure(folder, binaries, user);
        return new ServerControl(folder, binaries, user);
    }

    /** The server, ready; started unless it runs already. */
    Postmaster ensureRunning() throws IOException {
        String failure = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Postmaster> running = awaitSettled();
            if (running.isPresent()) {
                return running.get();
            }
            // PostgreSQL would refuse to start while the number in the file is that of any live process.
            Files.deleteIfExists(Postmaster.pidFile(folder.data()));
            ServerLog log = ServerLog.beforeStart(folder);
            ServerCommand.Outcome outcome = start();
            failure = log.sinceStart();
            if (!outcome.succeeded()
                    && !mayPass(failure)
                    && Postmaster.of(folder.data()).isEmpty()) {
                throw startFailed(outcome.output() + "\n" + failure);
            }
        }
        throw startFailed(failure);
    }

    /** Stops the server where it runs: open transactions are rolled back, connections cut. */
    void stop() throws IOException {
        if (awaitSettled().isEmpty()) {
            return;
        }
        ServerCommand.Outcome outcome = pgCtl("--mode=fast", "stop");
        if (!outcome.succeeded() && awaitSettled().isPresent()) {
            throw new EmbeddedPostgresException(
                    Code.EMBEDDED_STOP_FAILED,
                    "the PostgreSQL server on " + folder.data() + " did not stop. pg_ctl said:\n"
                            + ServerLog.tail(outcome.output()));
        }
    }

    /** The live server once it is neither starting nor stopping; none where nothing runs. */
    private Optional<Postmaster> awaitSettled() throws IOException {
        for (long waits = Pause.in(PATIENCE); waits > 0; waits--) {
            Optional<Postmaster> running = Postmaster.of(folder.data());
            if (running.isEmpty() || running.get().state() == Postmaster.State.READY) {
                return running;
            }
            Pause.take();
        }
        throw startFailed("the server has been starting or stopping for " + PATIENCE.toMinutes() + " minutes");
    }

    private ServerCommand.Outcome start() throws IOException {
        int port;
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = probe.getLocalPort();
        }
        return pgCtl("--log=" + folder.log(), "--options=-p " + port + " " + SETTINGS, "start");
    }

    /** pg_ctl gives the server a session of its own, so that Ctrl-C and a closed terminal do not reach it. */
    private ServerCommand.Outcome pgCtl(String... arguments) throws IOException {
        List<String> all =
                new ArrayList<>(List.of("--pgdata=" + folder.data(), "--wait", "--timeout=" + PATIENCE.toSeconds()));
        all.addAll(List.of(arguments));
        return ServerCommand.run(binaries.command(user, "pg_ctl", all));
    }

    /** Whether a failed start is worth another try: the port was snatched, or a dead server's processes linger. */
    private boolean mayPass(String failure) {
        if (failure.contains("pre-existing shared memory block")) {
            Orphans.end(folder.data());
            Pause.take();
            return true;
        }
        return failure.contains("could not bind");
    }

    private EmbeddedPostgresException startFailed(String said) {
        return new EmbeddedPostgresException(
                Code.EMBEDDED_START_FAILED,
                "the PostgreSQL server on " + folder.data() + " did not start: look at the log " + folder.log()
                        + ", make sure that the disk is not full, or name your own server with SPRING_DATASOURCE_URL."
                        + " Its last words:\n" + ServerLog.tail(said));
    }
}
