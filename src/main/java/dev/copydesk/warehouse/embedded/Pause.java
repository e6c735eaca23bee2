package dev.copydesk.warehouse.embedded;

import dev.copydesk.warehouse.embedded.EmbeddedPostgresException.Code;
import java.time.Duration;

/** The wait between two looks at a server that is on its way up or down. */
final class Pause {

    private static final Duration LENGTH = Duration.ofMillis(50);

    private Pause() {}

    /** How many pauses a time has. */
    static long in(Duration time) {
        return time.dividedBy(LENGTH);
    }

    static void take() {
        try {
            Thread.sleep(LENGTH.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedPostgresException(
                    Code.EMBEDDED_INTERRUPTED, "interrupted while waiting for the PostgreSQL server", e);
        }
    }
}
