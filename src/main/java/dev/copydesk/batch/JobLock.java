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

    private JobLock(Connection connection) {
        this.connection = connection;
    }

    /** Takes the lock of the job with this key; empty when another process holds it. */
    public static Optional<JobLock> tryAcquire(DataSource dataSource, String jobKey) throws SQLException {
        Connection connection = dataSource.getConnection();
        try (PreparedStatement statement = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            statement.setLong(
                    1, ByteBuffer.wrap(HexFormat.of().parseHex(jobKey)).getLong());
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                if (result.getBoolean(1)) {
                    return Optional.of(new JobLock(connection));
                }
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        connection.close();
        return Optional.empty();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
