package dev.copydesk.warehouse;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Rows for PostgreSQL's {@code COPY … FROM STDIN} in text format (PostgreSQL documentation, COPY, "Text Format"), sent
 * within the caller's transaction as they fill a buffer.
 */
final class CopyIn {

    private static final int BUFFER = 1 << 16;

    /** Writes rows until there are no more. */
    interface Rows {
        void writeTo(CopyIn copy) throws SQLException;
    }

    private final StringBuilder buffer = new StringBuilder(BUFFER + 4096);
    private final org.postgresql.copy.CopyIn channel;
    private boolean startOfRow = true;

    private CopyIn(org.postgresql.copy.CopyIn channel) {
        this.channel = channel;
    }

    /** Copies the rows into the table's columns, {@code table (column, …)}, and returns how many there were. */
    static long into(JdbcTemplate jdbc, String tableAndColumns, Rows rows) {
        Long count = jdbc.execute((ConnectionCallback<Long>) connection -> {
            org.postgresql.copy.CopyIn channel = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + tableAndColumns + " from stdin");
            try {
                CopyIn copy = new CopyIn(channel);
                rows.writeTo(copy);
                copy.send();
                return channel.endCopy();
            } finally {
                if (channel.isActive()) {
                    channel.cancelCopy();
                }
            }
        });
        return count == null ? 0 : count;
    }

    CopyIn column(@Nullable Object value) {
        if (!startOfRow) {
            buffer.append('\t');
        }
        startOfRow = false;
        if (value == null) {
            buffer.append("\\N");
        } else {
            escape(value.toString());
        }
        return this;
    }

    void endRow() throws SQLException {
        buffer.append('\n');
        startOfRow = true;
        if (buffer.length() >= BUFFER) {
            send();
        }
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> buffer.append("\\\\");
                case '\n' -> buffer.append("\\n");
                case '\r' -> buffer.append("\\r");
                case '\t' -> buffer.append("\\t");
                default -> buffer.append(c);
            }
        }
    }

    private void send() throws SQLException {
        byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
        channel.writeToCopy(bytes, 0, bytes.length);
        buffer.setLength(0);
    }
}
