package dev.copydesk.cli;

import java.io.PrintWriter;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a query's result, read one by one so that any number of them takes constant memory. */
final class QueryRows {

    /** Code points at which a table's cell is cut. */
    private static final int CELL = 200;

    private final ResultSet result;
    private final List<String> header = new ArrayList<>();
    private long count;

    QueryRows(ResultSet result) throws SQLException {
        this.result = result;
        ResultSetMetaData columns = result.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            header.add(columns.getColumnLabel(i));
        }
    }

    /** How many rows were read so far. */
    long count() {
        return count;
    }

    /** The next row, or null behind the last: numbers and booleans as such, everything else as PostgreSQL writes it. */
    private @Nullable List<@Nullable Object> next() throws SQLException {
        if (!result.next()) {
            return null;
        }
        count++;
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 1; i <= header.size(); i++) {
            Object value = result.getObject(i);
            values.add(value instanceof Number || value instanceof Boolean ? value : result.getString(i));
        }
        return values;
    }

    /** Prints all rows as a table, and how many there were. */
    void printTable(PrintWriter out) throws SQLException {
        TextTable table = new TextTable(out, header, CELL);
        for (List<@Nullable Object> row = next(); row != null; row = next()) {
            table.row(row);
        }
        table.end();
        out.printf("(%,d %s)%n", count, count == 1 ? "row" : "rows");
    }

    /** Prints all rows as CSV with a header line. */
    void printCsv(PrintWriter out) throws SQLException {
        CsvRows.line(out, header);
        for (List<@Nullable Object> row = next(); row != null; row = next()) {
            CsvRows.line(out, row);
        }
        out.flush();
    }

    /** Prints all rows as a JSON array of objects. */
    void printJson(PrintWriter out) throws SQLException {
        JsonRows rows = new JsonRows(out);
        for (List<@Nullable Object> row = next(); row != null; row = next()) {
            rows.row(header, row);
        }
        rows.end();
    }

    /** Prints all rows as JSON Lines: an object a line. */
    void printJsonLines(PrintWriter out) throws SQLException {
        for (List<@Nullable Object> row = next(); row != null; row = next()) {
            out.print(JsonRows.object(header, row) + "\n");
        }
        out.flush();
    }
}
