package dev.copydesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.copydesk.batch.ExitCode;
import dev.copydesk.batch.JobDefinition;
import dev.copydesk.batch.LoadContext;
import dev.copydesk.batch.LoadProgress;
import dev.copydesk.batch.LoadRefusedException;
import dev.copydesk.batch.LoadRequest;
import dev.copydesk.batch.WarehouseRows;
import dev.copydesk.warehouse.RunStore;
import dev.copydesk.warehouse.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** A load of a folder into a database of its own, begun again by the same command whenever a fault ended it. */
final class DisturbedLoad implements AutoCloseable {

    private static final String CHUNK = "16";
    private static final long POLL_MILLIS = 5;

    /** Long enough for a server that restarts on a busy machine, short enough to wait for a load that gives up. */
    private static final String RETRY_TIME = "20s";

    private final ChaosServer server;
    private final Path folder;
    private final Path log;
    private final Random random;
    private final String database = "chaos_" + UUID.randomUUID().toString().replace("-", "");
    private @Nullable Process process;
    private boolean mayFail;
    private boolean finished;
    private Duration slowestStop = Duration.ZERO;

    DisturbedLoad(ChaosServer server, Path folder, Path log, Random random) {
        this.server = server;
        this.folder = folder;
        this.log = log;
        this.random = random;
        new JdbcTemplate(server.dataSource("postgres")).execute("create database " + database);
        new Schema(server.dataSource(database)).migrate();
    }

    ChaosServer server() {
        return server;
    }

    Connection connect() throws SQLException {
        return server.dataSource(database).getConnection();
    }

    JdbcTemplate jdbc() {
        return new JdbcTemplate(server.dataSource(database));
    }

    boolean isFinished() {
        return finished;
    }

    /** Lets the load commit a chunk and go on for a random while; false when it ended before that. */
    boolean runToARandomMoment() throws IOException, InterruptedException {
        if (process == null) {
            start();
        }
        long goal = committed() + 1 + random.nextInt(3) * 16L;
        while (process != null && process.isAlive() && committed() < goal) {
            Thread.sleep(POLL_MILLIS);
        }
        Thread.sleep(random.nextInt(120));
        return (process != null && process.isAlive()) || ended(Set.of(ExitCode.DONE));
    }

    /** Without a fault to its end. */
    void finish() throws IOException, InterruptedException {
        while (!finished) {
            if (process == null) {
                start();
            }
            awaitEnd(Set.of(ExitCode.DONE));
        }
    }

    /** The next end of the process may be a failure: its database is gone for longer than it retries, or it was full. */
    void expectFailure() {
        mayFail = true;
    }

    void stopTook(Duration time) {
        slowestStop = time.compareTo(slowestStop) > 0 ? time : slowestStop;
    }

    /** From asking to the end of the process, the longest of this load's stops; zero without one. */
    Duration slowestStop() {
        return slowestStop;
    }

    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(running().pid()))
                .start()
                .waitFor();
    }

    /** Waits until the process ends by one of these exit codes, or because it was done already. */
    int awaitEnd(Set<Integer> expected) throws InterruptedException {
        int exitCode = running().waitFor();
        ended(expected);
        return exitCode;
    }

    private boolean ended(Set<Integer> expected) throws InterruptedException {
        int exitCode = running().waitFor();
        if (exitCode != ExitCode.DONE && !(mayFail && exitCode == ExitCode.FAILED)) {
            assertThat(exitCode).as("exit code; its output is in " + log).isIn(expected);
        }
        finished = exitCode == ExitCode.DONE;
        process = null;
        mayFail = false;
        return false;
    }

    /** The latest job execution. */
    RunStore.Execution execution() {
        long id = number("select max(job_execution_id) from ops.load_execution");
        return runs().execution(id).orElseThrow();
    }

    RunStore runs() {
        return new RunStore(jdbc(), Clock.systemUTC());
    }

    /** A second operator recovers, abandons and loads while the load runs; returns how many of these were refused. */
    int disturbByASecondOperator() throws Exception {
        RunStore.Execution execution = execution();
        RunStore.Run run = runs().runOf(execution.id()).orElseThrow();
        int refused = 0;
        try (LoadContext context = LoadContext.start(server.dataSource(database))) {
            List<Map.Entry<Integer, Action>> actions = List.of(
                    Map.entry(
                            ExitCode.IN_THE_WAY,
                            () -> context.launcher().recovery().recover(run, execution.id())),
                    Map.entry(
                            ExitCode.IN_THE_WAY,
                            () -> context.launcher().recovery().abandon(run, execution.id())),
                    Map.entry(
                            ExitCode.ALREADY_RUNNING,
                            () -> context.launcher()
                                    .load(new LoadRequest(
                                            JobDefinition.of("load", List.of(folder.toString())),
                                            null,
                                            true,
                                            new LoadProgress() {},
                                            new AtomicBoolean()))));
            for (Map.Entry<Integer, Action> action : actions) {
                try {
                    action.getValue().act();
                    assertThat(runs().runOf(execution.id()).orElseThrow().isCompleted())
                            .as("only a run that was finished meanwhile lets others act")
                            .isTrue();
                } catch (LoadRefusedException e) {
                    refused += e.exitCode() == action.getKey() ? 1 : 0;
                }
            }
        }
        return refused;
    }

    private interface Action {
        void act() throws Exception;
    }

    List<String> rows() {
        return WarehouseRows.of(jdbc());
    }

    private long committed() {
        try {
            return number("select coalesce(sum(files), 0) from ops.load_execution");
        } catch (DataAccessException e) {
            return 0; // the server recovers
        }
    }

    private long number(String sql) {
        return Objects.requireNonNull(jdbc().queryForObject(sql, Long.class));
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("the load does not run");
        }
        return process;
    }

    private void start() throws IOException {
        process = CopydeskProcess.with(Map.of(
                        "SPRING_DATASOURCE_URL", server.url(database),
                        "SPRING_DATASOURCE_USERNAME", server.username(),
                        "SPRING_DATASOURCE_PASSWORD", server.password(),
                        "COPYDESK_RETRY_TIME", RETRY_TIME,
                        "COPYDESK_LOG", "info"))
                .start(
                        ProcessBuilder.Redirect.appendTo(log.toFile()),
                        ProcessBuilder.Redirect.appendTo(log.toFile()),
                        "load",
                        "--chunk-size",
                        CHUNK,
                        folder.toString());
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
        new JdbcTemplate(server.dataSource("postgres")).execute("drop database " + database + " with (force)");
    }
}
