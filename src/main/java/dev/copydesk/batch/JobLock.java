package dev.copydesk.batch;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The right to run a job: an advisory lock (PostgreSQL documentation, 13.3.5) that the server keeps for as long as the
 * connection lives and drops when the process dies, however it dies. For use by one thread.
 */
public final class JobLock implements AutoCloseable {

    private static final int ANSWER_SECONDS = 5;

    private final DataSource dataSource;
    private final long key;
    private Connection connection;

    private JobLock(DataSource dataSource, long key, Connection connection) {
        this.dataSource = dataSource;
        this.key = key;
        this.connection = connection;
    }

    /** Takes the lock of the job with this key; empty when another process holds it. */
    public static Optional<JobLock> tryAcquire(DataSource dataSource, String jobKey) throws SQLException {
        long key = ByteBuffer.wrap(HexFormat.of().parseHex(jobKey)).getLong();
        return connect(dataSource, key).map(connection -> new JobLock(dataSource, key, connection));
    }

    /** Whether the lock is still ours: the server drops it with the connection, which may break while others live on. */
    boolean isHeld() throws SQLException {
        return connection.isValid(ANSWER_SECONDS);
    }

    /**
     * Sees to it that the lock is ours after an outage.
     *
     * @return false when another process has it now, or the server has not yet noticed that our old connection is gone
     * @throws SQLException when the database cannot be reached
     */
    boolean regain() throws SQLException {
        if (isHeld()) {
            return true;
        }
        connection.close();
        Optional<Connection> fresh = connect(dataSource, key);
        fresh.ifPresent(found -> connection = found);
        return fresh.isPresent();
    }

    /** Gives the lock back; the connection may live on in a pool. */
    @Override
    public void close() throws SQLException {
        try (Connection last = connection) {
            if (!last.isClosed()) {
                ask(last, "select pg_advisory_unlock(?)", key);
            }
        } catch (SQLException e) {
            if (connection.isValid(1)) {
                throw e;
            }
            // The connection is gone, and the lock with it.
        }
    }

    private static Optional<Connection> connect(DataSource dataSource, long key) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            if (ask(connection, "select pg_try_advisory_lock(?)", key)) {
                return Optional.of(connection);
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        connection.close();
        return Optional.empty();
    }

    private static boolean ask(Connection connection, String sql, long key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, key);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getBoolean(1);
            }
        }
    }
}
