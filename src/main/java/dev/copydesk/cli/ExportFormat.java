package dev.copydesk.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A format that rows are exported in. */
enum ExportFormat {
    CSV {
        @Override
        long write(ResultSet result, Path file) throws SQLException, IOException {
            return writeText(result, file, QueryRows::printCsv);
        }
    },
    JSONL {
        @Override
        long write(ResultSet result, Path file) throws SQLException, IOException {
            return writeText(result, file, QueryRows::printJsonLines);
        }
    },
    PARQUET {
        @Override
        long write(ResultSet result, Path file) throws SQLException, IOException {
            return ParquetRows.write(result, file);
        }
    };

    private interface Printing {
        void print(QueryRows rows, PrintWriter out) throws SQLException;
    }

    /** Writes all rows into the file and returns how many there were. */
    abstract long write(ResultSet result, Path file) throws SQLException, IOException;

    private static long writeText(ResultSet result, Path file, Printing printing) throws SQLException, IOException {
        QueryRows rows = new QueryRows(result);
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            printing.print(rows, out);
            if (out.checkError()) {
                throw new IOException(file + " cannot be written; is the disk full?");
            }
        }
        return rows.count();
    }
}
