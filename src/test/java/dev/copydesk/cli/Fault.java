package dev.copydesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.copydesk.batch.ExitCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** What can happen to a load, and what it must do then. */
enum Fault {
    KILLED {
        @Override
        void strike(DisturbedLoad load, Random random) throws Exception {
            load.signal("KILL");
            load.awaitEnd(Set.of(SIGKILL));
        }
    },
    /** As Kubernetes evicts: SIGTERM, and SIGKILL when the grace period is over, which a chunk does not need. */
    EVICTED {
        @Override
        void strike(DisturbedLoad load, Random random) throws Exception {
            load.signal("TERM");
            requireCleanStop(load);
        }
    },
    INTERRUPTED {
        @Override
        void strike(DisturbedLoad load, Random random) throws Exception {
            load.signal("INT");
            requireCleanStop(load);
        }
    },
    INTERRUPTED_TWICE {
        @Override
        void strike(DisturbedLoad load, Random random) throws Exception {
            load.signal("INT");
            Thread.sleep(random.nextInt(30));
            load.signal("INT");
            load.awaitEnd(Set.of(Interrupts.EXIT_CODE, ExitCode.STOPPED));
        }
    },
    ASKED_TO_STOP {
        @Override
        void strike(DisturbedLoad load, Random random) throws Exception {
            load.runs().requestStop(load.execution().id());
            requireCleanStop(load);
        }
    },
    CONNECTIONS_LOST {
        @Override
        void strike(DisturbedLoad load, Random random) {
            load.jdbc()
                    .queryForList(
                            "select pg_terminate_backend(pid) from pg_stat_activity where " + LOADS_OWN, Boolean.class);
        }
    },
    SERVER_CRASHED_IN_COPY {
        @Override
        void strike(DisturbedLoad load, Random random) throws Exception {
            crashBackend(load, "copy%");
        }
    },
    SERVER_CRASHED_IN_COMMIT {
        @Override
        void strike(DisturbedLoad load, Random random) throws Exception {
            crashBackend(load, "commit%");
        }
    },
    POWER_LOST {
        @Override
        void strike(DisturbedLoad load, Random random) throws Exception {
            if (random.nextBoolean()) {
                load.expectFailure();
                load.server().losePower();
            } else {
                load.signal("KILL"); // the load's machine is the server's
                load.server().losePower();
            }
            load.awaitEnd(Set.of(SIGKILL));
        }
    },
    LOCKED_OUT {
        @Override
        void strike(DisturbedLoad load, Random random) throws Exception {
            try (Connection connection = load.connect();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("lock table warehouse.article in access exclusive mode");
                Thread.sleep(500 + random.nextInt(1_500));
                connection.rollback();
            }
        }
    },
    DISK_FULL {
        @Override
        void strike(DisturbedLoad load, Random random) throws Exception {
            load.expectFailure();
            load.server().runOutOfDisk(500 + random.nextInt(1_500));
        }
    };

    private static final int SIGKILL = 137;
    private static final String LOADS_OWN = "application_name = 'copydesk' and datname = current_database()";
    private static final int LOOKS = 2_000;

    /** What a grace period need not be longer than. */
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(10);

    /** Strikes and waits for what must come of it. */
    abstract void strike(DisturbedLoad load, Random random) throws Exception;

    /** Whether it can be done on this machine. */
    boolean isPossible(ChaosServer server) {
        return this != DISK_FULL || server.hasDiskOfItsOwn();
    }

    /** Whether it asks the load to stop in good order. */
    boolean isStop() {
        return List.of(EVICTED, INTERRUPTED, ASKED_TO_STOP).contains(this);
    }

    private static void requireCleanStop(DisturbedLoad load) throws InterruptedException {
        long asked = System.nanoTime();
        int exitCode = load.awaitEnd(Set.of(ExitCode.STOPPED));
        Duration took = Duration.ofNanos(System.nanoTime() - asked);
        load.stopTook(took);
        assertThat(took).as("time to stop").isLessThan(STOPS_WITHIN);
        assertThat(load.execution().status()).isEqualTo(exitCode == ExitCode.STOPPED ? "STOPPED" : "COMPLETED");
    }

    /** Kills a backend of the load at such a statement, upon which the server ends all and recovers as after a power cut. */
    private static void crashBackend(DisturbedLoad load, String statement) throws SQLException, InterruptedException {
        Long pid = null;
        try (Connection connection = load.connect();
                Statement look = connection.createStatement()) {
            for (int i = 0; i < LOOKS && pid == null; i++) {
                try (var row = look.executeQuery("select max(pid) from pg_stat_activity where " + LOADS_OWN
                        + " and state = 'active' and query ilike '" + statement + "'")) {
                    row.next();
                    pid = row.getObject(1) == null ? null : row.getLong(1);
                }
            }
        }
        if (pid == null) { // it never was at one in that time: any of its backends then
            pid = load.jdbc().queryForObject("select max(pid) from pg_stat_activity where " + LOADS_OWN, Long.class);
        }
        if (pid != null) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
        load.server().awaitReady();
    }
}
