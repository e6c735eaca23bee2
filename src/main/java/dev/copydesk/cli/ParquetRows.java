package dev.copydesk.cli;

import blue.strategic.parquet.ParquetWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a query's result as a Parquet file. Every column is optional; {@code timestamptz} is a timestamp of microseconds
 * adjusted to UTC, {@code date} a date, everything that is neither number nor boolean a UTF-8 string.
 */
final class ParquetRows {

    /** A column with its JDBC type, for which {@link Types#TIMESTAMP_WITH_TIMEZONE} stands where PostgreSQL has timestamptz. */
    private record Column(String name, int type) {}

    private ParquetRows() {}

    /** Writes all rows and returns how many there were. */
    static long write(ResultSet result, Path file) throws SQLException, IOException {
        Files.deleteIfExists(file); // the writer does not write over what is there
        List<Column> columns = columns(result.getMetaData());
        long count = 0;
        try (ParquetWriter<List<@Nullable Object>> writer =
                ParquetWriter.writeFile(schema(columns), file.toFile(), (row, values) -> {
                    for (int i = 0; i < columns.size(); i++) {
                        Object value = row.get(i);
                        if (value != null) {
                            values.write(columns.get(i).name(), value);
                        }
                    }
                })) {
            for (; result.next(); count++) {
                List<@Nullable Object> row = new ArrayList<>();
                for (int i = 0; i < columns.size(); i++) {
                    row.add(value(result, i + 1, columns.get(i).type()));
                }
                writer.write(row);
            }
        }
        return count;
    }

    private static List<Column> columns(ResultSetMetaData metaData) throws SQLException {
        List<Column> columns = new ArrayList<>();
        for (int i = 1; i <= metaData.getColumnCount(); i++) {
            boolean isInstant = metaData.getColumnTypeName(i).equals("timestamptz");
            columns.add(new Column(
                    metaData.getColumnLabel(i), isInstant ? Types.TIMESTAMP_WITH_TIMEZONE : metaData.getColumnType(i)));
        }
        return columns;
    }

    private static MessageType schema(List<Column> columns) {
        List<Type> fields = new ArrayList<>();
        for (Column column : columns) {
            fields.add(field(column));
        }
        return new MessageType("row", fields);
    }

    private static Type field(Column column) {
        return switch (column.type()) {
            case Types.BIGINT -> optional(PrimitiveTypeName.INT64, null, column);
            case Types.INTEGER, Types.SMALLINT -> optional(PrimitiveTypeName.INT32, null, column);
            case Types.DOUBLE, Types.REAL -> optional(PrimitiveTypeName.DOUBLE, null, column);
            case Types.BIT, Types.BOOLEAN -> optional(PrimitiveTypeName.BOOLEAN, null, column);
            case Types.DATE -> optional(PrimitiveTypeName.INT32, LogicalTypeAnnotation.dateType(), column);
            case Types.TIMESTAMP_WITH_TIMEZONE ->
                optional(
                        PrimitiveTypeName.INT64,
                        LogicalTypeAnnotation.timestampType(true, LogicalTypeAnnotation.TimeUnit.MICROS),
                        column);
            default -> optional(PrimitiveTypeName.BINARY, LogicalTypeAnnotation.stringType(), column);
        };
    }

    private static Type optional(PrimitiveTypeName type, @Nullable LogicalTypeAnnotation meaning, Column column) {
        var builder = org.apache.parquet.schema.Types.optional(type);
        return (meaning == null ? builder : builder.as(meaning)).named(column.name());
    }

    private static @Nullable Object value(ResultSet result, int column, int type) throws SQLException {
        String text = result.getString(column);
        if (text == null) {
            return null;
        }
        return switch (type) {
            case Types.BIGINT -> result.getLong(column);
            case Types.INTEGER, Types.SMALLINT -> result.getInt(column);
            case Types.DOUBLE, Types.REAL -> result.getDouble(column);
            case Types.BIT, Types.BOOLEAN -> result.getBoolean(column);
            case Types.DATE -> (int) result.getObject(column, LocalDate.class).toEpochDay();
            case Types.TIMESTAMP_WITH_TIMEZONE ->
                ChronoUnit.MICROS.between(
                        Instant.EPOCH,
                        result.getObject(column, OffsetDateTime.class).toInstant());
            default -> text;
        };
    }
}
