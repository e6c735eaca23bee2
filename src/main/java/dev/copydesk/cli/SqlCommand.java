package dev.copydesk.cli;

import dev.copydesk.batch.ExitCode;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code copydesk sql}: one read-only query. */
@Command(name = "sql", description = "Runs one read-only query and prints a table.", mixinStandardHelpOptions = true)
final class SqlCommand implements Callable<Integer> {

    private static final int FETCH = 1_000;
    private static final int MAX_TIMEOUT = 24 * 60 * 60;

    /** SQLSTATE of a statement that was cancelled (PostgreSQL documentation, appendix A). */
    private static final String CANCELLED = "57014";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "QUERY", description = "Such as: \"select title from warehouse.article\".")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String query;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "Seconds after which the query is cancelled, 0 for never. Default: ${DEFAULT-VALUE}.")
    private int timeout = 300;

    @ArgGroup
    private @Nullable Format format;

    private static final class Format {
        @Option(names = "--csv", description = "Print CSV (RFC 4180) with a header line.")
        private boolean csv;

        @Option(names = "--json", description = "Print a JSON array of objects.")
        private boolean json;
    }

    @Override
    public Integer call() throws SQLException {
        if (timeout < 0 || timeout > MAX_TIMEOUT) {
            throw new CommandFailure(
                    ExitCode.USAGE, "--timeout: " + timeout + " is not between 0 and " + MAX_TIMEOUT + " seconds");
        }
        try (Database database = Database.openMigrated();
                Connection connection = database.dataSource().getConnection()) {
            try (PreparedStatement statement = ReadOnlyQuery.prepare(connection, query, timeout)) {
                statement.setFetchSize(FETCH);
                try (ResultSet result = statement.executeQuery()) {
                    print(result);
                }
            } catch (SQLException e) {
                if (CANCELLED.equals(e.getSQLState())) {
                    throw new CommandFailure(
                            ExitCode.FAILED,
                            "the query was cancelled (--timeout is " + timeout + " seconds): " + e.getMessage());
                }
                if (isMistake(e)) {
                    throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
                }
                throw e;
            } finally {
                connection.rollback();
            }
        }
        return ExitCode.DONE;
    }

    /** Syntax errors and unknown names (class 42), values that do not fit (22), writing in read-only mode (25). */
    private static boolean isMistake(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return state.startsWith("42") || state.startsWith("22") || state.startsWith("25");
    }

    private void print(ResultSet result) throws SQLException {
        QueryRows rows = new QueryRows(result);
        PrintWriter out = spec.commandLine().getOut();
        if (format != null && format.json) {
            rows.printJson(out);
        } else if (format != null && format.csv) {
            rows.printCsv(out);
        } else {
            rows.printTable(out);
        }
    }
}
