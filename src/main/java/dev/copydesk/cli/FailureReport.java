package dev.copydesk.cli;

import dev.copydesk.batch.ExitCode;
import dev.copydesk.batch.HiddenPassword;
import dev.copydesk.batch.JobDefinitionException;
import dev.copydesk.batch.LoadRefusedException;
import dev.copydesk.batch.NothingToLoadException;
import dev.copydesk.batch.QualityDroppedException;
import dev.copydesk.batch.QuarantineLimitPassedException;
import dev.copydesk.document.RemoteAccessException;
import dev.copydesk.document.UnusableInputException;
import dev.copydesk.warehouse.embedded.EmbeddedPostgresException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns whatever a command throws into one clear message and the contract's exit code. */
final class FailureReport implements IExecutionExceptionHandler {

    /** What to tell, and the exit code. */
    record Failure(int exitCode, String message) {
        Failure {
            message = HiddenPassword.in(message);
        }
    }

    @Override
    public int handleExecutionException(Exception exception, CommandLine command, ParseResult parsed) {
        Failure failure = of(exception);
        command.getErr().println("copydesk: " + Printable.of(failure.message()));
        LoggerFactory.getLogger(FailureReport.class).debug("failed", exception);
        return failure.exitCode();
    }

    static Failure of(Throwable exception) {
        if (exception instanceof CommandFailure failure) {
            return new Failure(failure.exitCode(), message(failure));
        }
        if (exception instanceof LoadRefusedException refusal) {
            return new Failure(refusal.exitCode(), message(refusal));
        }
        if (exception instanceof JobDefinitionException
                || exception instanceof UnusableInputException
                || exception instanceof IllegalArgumentException) {
            return new Failure(ExitCode.USAGE, message(exception));
        }
        if (exception instanceof EmbeddedPostgresException
                || exception instanceof RemoteAccessException
                || exception instanceof NothingToLoadException
                || exception instanceof QuarantineLimitPassedException
                || exception instanceof QualityDroppedException) {
            return new Failure(ExitCode.FAILED, message(exception));
        }
        SQLException sql = deepestSqlException(exception);
        if (sql != null) {
            return new Failure(ExitCode.FAILED, sqlMessage(sql));
        }
        return new Failure(ExitCode.FAILED, exception.getClass().getSimpleName() + ": " + message(exception));
    }

    /** PostgreSQL's message, with a hint where the SQLSTATE tells what went wrong around the statement. */
    private static String sqlMessage(SQLException sql) {
        String state = sql.getSQLState() == null ? "" : sql.getSQLState();
        String hint = switch (state.length() < 2 ? "" : state.substring(0, 2)) {
            case "08", "57" ->
                Database.isDiskFull()
                        ? "; the disk of COPYDESK_HOME is full, which stopped the database: make room, then run"
                                + " the same command again, it resumes"
                        : "; the database went away or cannot be reached: see './copydesk db status', then run"
                                + " the same command again, it resumes";
            case "53" -> "; make room on the database's disk, then run the same command again, it resumes";
            case "28" -> "; check SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD";
            case "3D" -> "; check SPRING_DATASOURCE_URL";
            default -> "";
        };
        return message(sql).strip() + hint;
    }

    private static String message(Throwable exception) {
        return exception.getMessage() == null ? exception.toString() : exception.getMessage();
    }

    /** The one nearest to the cause: pools and templates wrap what PostgreSQL said. */
    private static @Nullable SQLException deepestSqlException(Throwable exception) {
        SQLException deepest = null;
        Throwable current = exception;
        for (int depth = 0; depth < 50 && current != null; depth++) {
            if (current instanceof SQLException sql) {
                deepest = sql;
            }
            current = current.getCause();
        }
        return deepest;
    }
}
