package dev.copydesk.batch;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/**
 * Tells troubles that pass by themselves, such as a lost connection or a server that restarts, from those that come again
 * with every attempt. By SQLSTATE: PostgreSQL documentation, appendix A.
 */
final class DatabaseOutage {

    /** Connection lost or refused. */
    private static final String CONNECTION = "08";

    /** Shutdown by an administrator, after a crash, or start-up; too many connections; lock not to be had; deadlock. */
    private static final Set<String> PASSING = Set.of("57P01", "57P02", "57P03", "53300", "55P03", "40001", "40P01");

    private static final int DEPTH = 50;

    private DatabaseOutage() {}

    /** The first of these failures that passes by itself; null when none does. */
    static @Nullable Throwable in(Collection<Throwable> failures) {
        return failures.stream().filter(DatabaseOutage::passes).findFirst().orElse(null);
    }

    private static boolean passes(Throwable failure) {
        Throwable current = failure;
        for (int depth = 0; depth < DEPTH && current != null; depth++) {
            if (current instanceof SQLTransientConnectionException) {
                return true;
            }
            String state = current instanceof SQLException sql ? sql.getSQLState() : null;
            if (state != null && (state.startsWith(CONNECTION) || PASSING.contains(state))) {
                return true;
            }
            // A rollback that failed hides what it was to roll back; the pool's own complaint has no SQLSTATE.
            if (current instanceof TransactionSystemException rollback
                    && rollback.getApplicationException() != null
                    && passes(rollback.getApplicationException())) {
                return true;
            }
            current = current.getCause();
        }
        return false;
    }
}
