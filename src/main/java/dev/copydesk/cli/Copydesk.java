package dev.copydesk.cli;

import dev.copydesk.batch.ExitCode;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code copydesk} command. */
@Command(
        name = "copydesk",
        description = "Turns raw crawled news pages into a PostgreSQL data warehouse.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            LoadCommand.class,
            ExtractCommand.class,
            SqlCommand.class,
            ExportCommand.class,
            JobsCommand.class,
            ReportCommand.class,
            QuarantineCommand.class,
            ReextractCommand.class,
            ArticlesCommand.class,
            EntitiesCommand.class,
            DbCommand.class,
            TrainingCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, also when there was nothing new to do",
            "1:failed; the message says what, where and what to run next",
            "2:wrong usage",
            "3:with --strict: loaded, but some documents were quarantined",
            "4:stopped on purpose, can be restarted",
            "5:refused: the same job is already running",
            "6:refused: an unfinished run stands in the way, or a live one",
            "7:failed: the quarantine limit was passed, or a quality gate"
        },
        footerHeading = "%nEnvironment:%n",
        footer = {
            "  COPYDESK_HOME            folder of the embedded PostgreSQL (default: ~/.copydesk)",
            "  SPRING_DATASOURCE_URL    JDBC URL of your own PostgreSQL, with _USERNAME and _PASSWORD",
            "  COPYDESK_ALLOW_PRIVATE_ADDRESSES",
            "                           true: URLs may lead to addresses that are not of the public internet",
            "  COPYDESK_LOG             off, warn, info or debug: what goes on inside, on standard error",
            "  COPYDESK_LOG_FORMAT      text (default), or json: standard error holds an event on each line",
            "  COPYDESK_METRICS_FILE    where loads write metrics for Prometheus, see load --help"
        })
public final class Copydesk {

    private Copydesk() {}

    public static void main(String[] args) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none"); // logback.xml says it all
        String problem = LogFormat.choose(System.getenv());
        if (problem != null) {
            System.err.println("copydesk: " + Printable.of(problem));
            System.exit(ExitCode.USAGE);
        }
        System.exit(commandLine().execute(args));
    }

    /** The command line with all its commands; writes UTF-8 whatever the locale says. */
    static CommandLine commandLine() {
        return new CommandLine(new Copydesk())
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(LogFormat.standardError())
                .setExecutionExceptionHandler(new FailureReport())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(100);
    }
}
