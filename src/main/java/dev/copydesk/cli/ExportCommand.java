package dev.copydesk.cli;

import dev.copydesk.batch.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code copydesk export}: tables of the warehouse as files. */
@Command(
        name = "export",
        description = {
            "Writes articles, paragraphs, mentions and links into files, all as of one moment.",
            "A file is there when it is complete; one of an earlier export is replaced."
        },
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    private static final int FETCH = 1_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "Where the files go; it is made when it is not there.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path folder;

    @Option(
            names = "--format",
            required = true,
            description = "csv (RFC 4180), jsonl (JSON Lines) or parquet.",
            paramLabel = "FORMAT")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private ExportFormat format;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Only articles seen since then: 2026-11-20 (UTC) or 2026-11-20T02:30:00Z. Default: all.")
    private @Nullable String since;

    @Option(
            names = "--table",
            paramLabel = "TABLE",
            description = "articles, paragraphs, mentions or links; may be given again. Default: all four.")
    private List<ExportTable> tables = Arrays.asList(ExportTable.values());

    @Option(names = "--unfinished", description = "Also what loads brought that have not ended.")
    private boolean unfinished;

    @Override
    public Integer call() throws SQLException, IOException {
        OffsetDateTime from = since == null ? null : time(since);
        Files.createDirectories(folder);
        try (Database database = Database.openMigrated();
                Connection connection = database.dataSource().getConnection()) {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ); // all files show one moment
            connection.setAutoCommit(false); // a cursor, and so constant memory, needs a transaction
            try {
                if (unfinished) {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("set local copydesk.unfinished = 'on'");
                    }
                }
                for (ExportTable table : tables) {
                    export(connection, table, from);
                }
            } finally {
                connection.rollback();
            }
        }
        return ExitCode.DONE;
    }

    private void export(Connection connection, ExportTable table, @Nullable OffsetDateTime from)
            throws SQLException, IOException {
        String name = table.label() + "." + format.name().toLowerCase(Locale.ROOT);
        Path file = folder.resolve(name);
        Path part = folder.resolve(name + ".part");
        try (PreparedStatement statement = connection.prepareStatement(table.query(from != null))) {
            statement.setFetchSize(FETCH);
            if (from != null) {
                statement.setObject(1, from);
            }
            long rows;
            try (ResultSet result = statement.executeQuery()) {
                rows = format.write(result, part);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            PrintWriter out = spec.commandLine().getOut();
            out.printf("%s  %,d rows, %,d bytes%n", Printable.of(file.toString()), rows, Files.size(file));
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private OffsetDateTime time(String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC)
                    : Instant.parse(text).atOffset(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--since '" + text
                            + "' is neither a date such as 2026-11-20 nor a time such as 2026-11-20T02:30:00Z");
        }
    }
}
