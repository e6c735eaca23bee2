package dev.copydesk.cli;

import dev.copydesk.batch.ExitCode;
import dev.copydesk.batch.HiddenPassword;
import dev.copydesk.cli.report.ReportPage;
import dev.copydesk.cli.report.RunReport;
import dev.copydesk.warehouse.RunHistory;
import dev.copydesk.warehouse.RunStore.Execution;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code copydesk report}: a run's figures as a page to read, or as JSON. */
@Command(
        name = "report",
        description = {
            "Writes the figures of a run as one HTML page with plots, which needs neither network nor scripts:",
            "throughput, articles by site and day, quarantine, what is filled, slowest pages, steps, attempts."
        },
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

    private static final String STANDARD_OUTPUT = "-";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(
            paramLabel = "ID",
            arity = "0..1",
            description = "Id of a job execution as jobs list shows it. Default: the latest.")
    private @Nullable Long id;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description =
                    "Where to write; '-' for standard output. Default: copydesk-report-JOB-ID.html in this folder.")
    private @Nullable String output;

    @Option(names = "--json", description = "The figures as a JSON object instead of a page; default output: '-'.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (output != null && !output.equals(STANDARD_OUTPUT)) {
            requirePlace(Path.of(output).toAbsolutePath().normalize());
        }
        try (Database database = Database.openCurrent()) {
            Execution execution = execution(new JobExecutions(database));
            RunReport report = report(database, execution);
            String content = json
                    ? ReportJson.of(report)
                    : new ReportPage(ReportCommand::shown, new Version().getVersion()[0]).html(report);
            String target = output != null
                    ? output
                    : json ? STANDARD_OUTPUT : "copydesk-report-" + execution.job() + "-" + execution.id() + ".html";
            if (target.equals(STANDARD_OUTPUT)) {
                out().print(content);
                out().flush();
            } else {
                Path file = Path.of(target).toAbsolutePath().normalize();
                write(file, content);
                out().println("The report of job execution " + execution.id() + " is in "
                        + Printable.of(file.toString()));
            }
        }
        return ExitCode.DONE;
    }

    /** Text of pages, files and messages as the page shows it. */
    static String shown(String text, int width) {
        return Printable.of(HiddenPassword.in(text), width);
    }

    private Execution execution(JobExecutions executions) {
        return id != null
                ? executions.find(id)
                : executions.history().list(new RunHistory.Filter(null, null, null, 1)).stream()
                        .findFirst()
                        .orElseThrow(() -> new CommandFailure(
                                ExitCode.FAILED, "nothing was ever loaded; run: ./copydesk load PATH"));
    }

    /** All figures as of one moment, be it that a load goes on meanwhile. */
    private static RunReport report(Database database, Execution execution) {
        TransactionTemplate snapshot = new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        JobExecutions executions = new JobExecutions(database);
        return Objects.requireNonNull(snapshot.execute(status -> RunReport.of(
                database.jdbc(), executions.runOf(execution), executions.find(execution.id()), Clock.systemUTC())));
    }

    /** Tells of a place that cannot be before the figures are taken, which may last. */
    private void requirePlace(Path file) {
        if (Files.isDirectory(file)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--output " + Printable.of(file.toString()) + " is a folder: name a file in it");
        }
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--output: the folder " + Printable.of(String.valueOf(folder)) + " does not exist");
        }
    }

    /** The file is there when it is complete; one of that name is replaced. */
    private static void write(Path file, String content) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.writeString(part, content);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "REPORT_NOT_WRITTEN: " + file + " cannot be written ("
                            + e.getClass().getSimpleName() + ": " + e.getMessage()
                            + "); name another place with --output FILE");
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
