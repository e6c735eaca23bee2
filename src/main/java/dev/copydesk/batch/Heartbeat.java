package dev.copydesk.batch;

import dev.copydesk.warehouse.RunStore;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Gives a sign of life for a running job execution. */
final class Heartbeat implements AutoCloseable {

    static final Duration INTERVAL = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private final ScheduledExecutorService timer;

    private final ScheduledFuture<?> beats;

    private Heartbeat(ScheduledExecutorService timer, ScheduledFuture<?> beats) {
        this.timer = timer;
        this.beats = beats;
    }

    static Heartbeat start(RunStore runs, long jobExecutionId) {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "heartbeat");
            thread.setDaemon(true);
            return thread;
        });
        ScheduledFuture<?> beats = timer.scheduleAtFixedRate(
                () -> beat(runs, jobExecutionId), INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        return new Heartbeat(timer, beats);
    }

    private static void beat(RunStore runs, long jobExecutionId) {
        try {
            runs.beat(jobExecutionId);
        } catch (DataAccessException e) {
            // The step itself fails when the database is gone; a single missed beat does no harm.
            LOG.atInfo()
                    .addKeyValue("execution", jobExecutionId)
                    .addKeyValue("cause", e.getMessage())
                    .log("heartbeat_missed");
        }
    }

    @Override
    public void close() {
        beats.cancel(false);
        timer.shutdown();
    }
}
