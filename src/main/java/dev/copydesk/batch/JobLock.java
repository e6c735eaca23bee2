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
 * connection lives and drops when the process dies, however it dies.
 */
public final class JobLock implements AutoCloseable {

    private final Connection connection;
    private final long key;

    private JobLock(Connection connection, long key) {
        this.connection = connection;
        this.key = key;
    }

    /** Takes the lock of the job with this key; empty when another process holds it. */
    public static Optional<JobLock> tryAcquire(DataSource dataSource, String jobKey) throws SQLException {
        long key = ByteBuffer.wrap(HexFormat.of().parseHex(jobKey)).getLong();
        Connection connection = dataSource.getConnection();
        try {
            if (ask(connection, "select pg_try_advisory_lock(?)", key)) {
                return Optional.of(new JobLock(connection, key));
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        connection.close();
        return Optional.empty();
    }

    /** Gives the lock back; the connection may live on in a pool. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            ask(connection, "select pg_advisory_unlock(?)", key);
        } catch (SQLException e) {
            if (connection.isValid(1)) {
                throw e;
            }
            // The connection is gone, and the lock with it.
        }
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
