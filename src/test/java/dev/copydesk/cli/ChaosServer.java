package dev.copydesk.cli;

import dev.copydesk.warehouse.embedded.EmbeddedPostgres;
import dev.copydesk.warehouse.embedded.ServerStatus;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A PostgreSQL server for a test to crash. Its data lie on a small tmpfs where this process may mount one. */
final class ChaosServer implements AutoCloseable {

    private static final String TMPFS_SIZE = "600m";
    private static final int ATTEMPTS = 600;
    private static final long PAUSE_MILLIS = 100;

    private final Path home;
    private final boolean tmpfs;
    private EmbeddedPostgres lease;

    private ChaosServer(Path home, boolean tmpfs) {
        this.home = home;
        this.tmpfs = tmpfs;
        this.lease = EmbeddedPostgres.open(home);
    }

    static ChaosServer start(Path home) throws IOException, InterruptedException {
        Files.createDirectories(home);
        boolean mounted =
                run("mount", "-t", "tmpfs", "-o", "mode=0700,size=" + TMPFS_SIZE, "copydesk", home.toString());
        return new ChaosServer(home, mounted);
    }

    /** Whether the disk can be filled without harm to anybody else. */
    boolean hasDiskOfItsOwn() {
        return tmpfs;
    }

    String url(String database) {
        return lease.url().substring(0, lease.url().lastIndexOf('/') + 1) + database;
    }

    String username() {
        return lease.username();
    }

    String password() {
        return lease.password();
    }

    DriverManagerDataSource dataSource(String database) {
        return new DriverManagerDataSource(url(database), username(), password());
    }

    /** Ends all processes of the server at once, as a power cut does, and starts it again, mostly on another port. */
    void losePower() throws InterruptedException {
        ServerStatus.Running running = EmbeddedPostgres.status(home).running();
        if (running != null) {
            ProcessHandle main = ProcessHandle.of(running.pid()).orElseThrow();
            List<ProcessHandle> all = main.descendants().toList();
            main.destroyForcibly();
            all.forEach(ProcessHandle::destroyForcibly);
        }
        reopen();
    }

    /** Leaves no byte free on the disk of the server for a moment, then sees to it that the server runs. */
    void runOutOfDisk(long millis) throws InterruptedException {
        Path ballast = home.resolve("ballast");
        try {
            try (OutputStream out = Files.newOutputStream(ballast)) {
                byte[] block = new byte[1 << 20];
                while (true) {
                    out.write(block);
                }
            } catch (IOException full) {
                Thread.sleep(millis);
            } finally {
                Files.deleteIfExists(ballast);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reopen();
    }

    private void reopen() throws InterruptedException {
        lease = EmbeddedPostgres.open(home);
        awaitReady();
    }

    /** Waits until the server answers, which it does not while it recovers from a crash. */
    void awaitReady() throws InterruptedException {
        for (int attempt = 0; ; attempt++) {
            try {
                new JdbcTemplate(dataSource("postgres")).execute("select 1");
                return;
            } catch (DataAccessException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        EmbeddedPostgres.stop(home);
        lease.close();
        if (tmpfs) {
            run("umount", "--lazy", home.toString());
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            return false; // there is no such program here
        }
    }
}
