package dev.copydesk.warehouse;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;

/**
 * One SQL statement over many rows: each {@code ?} takes a column as an array, which the statement unfolds with {@code
 * unnest}. One round trip and one plan whatever the number of rows.
 */
final class UnnestStatement {

    private final JdbcTemplate jdbc;
    private final String sql;
    private final List<Parameter> parameters = new ArrayList<>();

    private interface Parameter {
        void set(PreparedStatement statement, int index) throws SQLException;
    }

    private UnnestStatement(JdbcTemplate jdbc, String sql) {
        this.jdbc = jdbc;
        this.sql = sql;
    }

    static UnnestStatement of(JdbcTemplate jdbc, String sql) {
        return new UnnestStatement(jdbc, sql);
    }

    <R> UnnestStatement text(Collection<R> rows, Function<R, @Nullable String> column) {
        return array("text", rows, column);
    }

    <R> UnnestStatement bigint(Collection<R> rows, Function<R, @Nullable Long> column) {
        return array("bigint", rows, column);
    }

    <R> UnnestStatement integer(Collection<R> rows, Function<R, @Nullable Integer> column) {
        return array("integer", rows, column);
    }

    <R> UnnestStatement bool(Collection<R> rows, Function<R, Boolean> column) {
        return array("boolean", rows, column);
    }

    <R> UnnestStatement timestamp(Collection<R> rows, Function<R, @Nullable Instant> column) {
        return array("timestamptz", rows, row -> {
            Instant instant = column.apply(row);
            // PostgreSQL keeps microseconds, and would round.
            return instant == null
                    ? null
                    : instant.truncatedTo(ChronoUnit.MICROS).toString();
        });
    }

    <R> UnnestStatement bytes(Collection<R> rows, Function<R, byte @Nullable []> column) {
        byte @Nullable [][] values = new byte @Nullable [rows.size()][];
        int i = 0;
        for (R row : rows) {
            values[i++] = column.apply(row);
        }
        return array("bytea", values);
    }

    /** A parameter that is the same for all rows. */
    UnnestStatement value(Object value) {
        parameters.add((statement, index) -> statement.setObject(index, value));
        return this;
    }

    /** A parameter that is the same for all rows. */
    UnnestStatement value(Instant value) {
        return value(value.atOffset(ZoneOffset.UTC));
    }

    int update() {
        return jdbc.update(sql, this::bind);
    }

    <T> List<T> query(RowMapper<T> mapper) {
        return jdbc.query(sql, this::bind, mapper);
    }

    void forEach(RowCallbackHandler handler) {
        jdbc.query(sql, this::bind, handler);
    }

    private <R> UnnestStatement array(String type, Collection<R> rows, Function<R, ? extends @Nullable Object> column) {
        @Nullable Object[] values = new @Nullable Object[rows.size()];
        int i = 0;
        for (R row : rows) {
            values[i++] = column.apply(row);
        }
        return array(type, values);
    }

    private UnnestStatement array(String type, @Nullable Object[] values) {
        parameters.add((statement, index) ->
                statement.setArray(index, statement.getConnection().createArrayOf(type, values)));
        return this;
    }

    private void bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            parameters.get(i).set(statement, i + 1);
        }
    }
}
