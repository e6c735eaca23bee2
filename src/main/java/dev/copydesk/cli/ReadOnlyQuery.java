package dev.copydesk.cli;

import dev.copydesk.batch.ExitCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.postgresql.core.Parser;
import org.postgresql.jdbc.PreferQueryMode;

/**
 * One query in a read-only transaction that it cannot leave. The driver cuts a text into statements, of which there may be
 * one; should the driver and the server disagree where a statement ends, the server refuses, as a prepared statement is one
 * statement for it (PostgreSQL documentation, section 54.2.3). The server says what a statement returns before it runs it:
 * one that returns no rows, such as {@code commit}, {@code set}, {@code do} or {@code copy}, is never run.
 */
final class ReadOnlyQuery {

    private ReadOnlyQuery() {}

    /**
     * The query, ready to run in a transaction of the connection's that the caller rolls back.
     *
     * @param timeout seconds after which the server cancels it, 0 for never
     * @throws CommandFailure when it is no single query
     */
    static PreparedStatement prepare(Connection connection, String query, int timeout) throws SQLException {
        connection.setAutoCommit(false); // a cursor, and so constant memory, needs a transaction
        if (connection.unwrap(PGConnection.class).getPreferQueryMode() == PreferQueryMode.SIMPLE) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "sql cannot tell one statement from several with preferQueryMode=simple; take it out of "
                            + Database.URL);
        }
        if (Parser.parseJdbcSql(query, true, false, true, false, false).size() != 1) {
            throw new CommandFailure(
                    ExitCode.USAGE, "sql runs one query; give one statement, and no other behind a ';'");
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction read only");
            statement.execute("set local statement_timeout = " + timeout * 1_000);
            // The mode of a transaction cannot be changed any more behind its first query.
            statement.execute("select 1");
        }
        PreparedStatement prepared = connection.prepareStatement(withoutParameters(query));
        if (prepared.getMetaData() == null) {
            prepared.close();
            throw new CommandFailure(
                    ExitCode.USAGE, "the statement returns no rows and was not run; sql runs queries only");
        }
        return prepared;
    }

    /** The driver takes a question mark for a parameter and two for the operator, outside of quotes and comments. */
    private static String withoutParameters(String query) {
        char[] text = query.toCharArray();
        StringBuilder escaped = new StringBuilder(text.length);
        for (int i = 0; i < text.length; i++) {
            int start = i;
            i = switch (text[i]) {
                case '\'' -> Parser.parseSingleQuotes(text, i, true);
                case '"' -> Parser.parseDoubleQuotes(text, i);
                case '-' -> Parser.parseLineComment(text, i);
                case '/' -> Parser.parseBlockComment(text, i);
                case '$' -> Parser.parseDollarQuotes(text, i);
                default -> i;
            };
            int end = Math.min(i + 1, text.length);
            escaped.append(text, start, end - start);
            if (text[start] == '?') {
                escaped.append('?');
            }
        }
        return escaped.toString();
    }
}
