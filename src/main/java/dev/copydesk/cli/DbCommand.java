package dev.copydesk.cli;

import dev.copydesk.batch.ExitCode;
import dev.copydesk.warehouse.Schema;
import dev.copydesk.warehouse.embedded.CopydeskHome;
import dev.copydesk.warehouse.embedded.EmbeddedPostgres;
import dev.copydesk.warehouse.embedded.ServerStatus;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code copydesk db}: the database server and its schema. */
@Command(
        name = "db",
        description = "The database server and its schema.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class DbCommand {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Command(
            name = "start",
            description = "Starts the embedded PostgreSQL; it stays up until db stop.",
            mixinStandardHelpOptions = true)
    int start() {
        requireEmbedded("start");
        print(EmbeddedPostgres.start(home()));
        return ExitCode.DONE;
    }

    @Command(name = "stop", description = "Stops the embedded PostgreSQL.", mixinStandardHelpOptions = true)
    int stop() {
        requireEmbedded("stop");
        out().println(
                        switch (EmbeddedPostgres.stop(home())) {
                            case STOPPED -> "stopped";
                            case NOT_RUNNING -> "was not running";
                            case STILL_IN_USE -> "in use by a running command; stops when that one ends";
                        });
        return ExitCode.DONE;
    }

    @Command(name = "status", description = "Says whether the database is there.", mixinStandardHelpOptions = true)
    int status() {
        if (Database.isEmbedded()) {
            print(EmbeddedPostgres.status(home()));
        } else {
            try (Database database = Database.open()) {
                out().println("reachable: " + System.getenv(Database.URL));
                out().println(database.jdbc().queryForObject("select version()", String.class));
            }
        }
        return ExitCode.DONE;
    }

    @Command(
            name = "url",
            description = "Prints the JDBC URL; with --psql what psql takes, password included.",
            mixinStandardHelpOptions = true)
    int url(@Option(names = "--psql", description = "Print a URL for psql and other clients.") boolean psql) {
        if (!Database.isEmbedded()) {
            String url = System.getenv(Database.URL);
            out().println(
                            psql
                                    ? PsqlUrl.of(
                                            url, System.getenv(Database.USERNAME), System.getenv(Database.PASSWORD))
                                    : url);
            return ExitCode.DONE;
        }
        ServerStatus status = EmbeddedPostgres.status(home());
        if (!status.isRunning()) {
            throw new CommandFailure(
                    ExitCode.FAILED, "the embedded PostgreSQL is not running; run: ./copydesk db start");
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.open(home())) {
            out().println(psql ? PsqlUrl.of(server.url(), server.username(), server.password()) : server.url());
        }
        return ExitCode.DONE;
    }

    @Command(name = "migrate", description = "Brings the schema up to date.", mixinStandardHelpOptions = true)
    int migrate() {
        try (Database database = Database.open()) {
            Schema schema = new Schema(database.dataSource());
            int executed = schema.migrate();
            out().println(executed == 0 ? "the schema is up to date" : executed + " migrations applied");
            List<String> missing = schema.missingRoles();
            if (!missing.isEmpty()) {
                out().println("this user may not make the roles " + String.join(", ", missing)
                        + "; an administrator can run what this prints: ./copydesk db roles");
            }
        }
        return ExitCode.DONE;
    }

    @Command(
            name = "roles",
            description = {
                "Prints the SQL that makes the roles copydesk_reader, copydesk_loader and copydesk_operator.",
                "An administrator runs it in the migrated database where db migrate may not make roles."
            },
            mixinStandardHelpOptions = true)
    int roles() throws IOException {
        out().print(Schema.rolesSql());
        out().flush();
        return ExitCode.DONE;
    }

    @Command(name = "info", description = "Lists the migrations.", mixinStandardHelpOptions = true)
    int info(@Option(names = "--json", description = "Print a JSON array.") boolean json) {
        try (Database database = Database.open()) {
            Listing.print(
                    out(),
                    json,
                    List.of("version", "description", "state"),
                    new Schema(database.dataSource())
                            .info().stream()
                                    .map(one -> Arrays.<@Nullable Object>asList(
                                            one.version(), one.description(), one.state()))
                                    .toList());
        }
        return ExitCode.DONE;
    }

    private void print(ServerStatus status) {
        ServerStatus.Running running = status.running();
        out().println(
                        running == null
                                ? "not running"
                                : "running: " + running.url() + " (process " + running.pid() + ")");
        out().println("version: " + (status.version() == null ? "nothing is there yet" : status.version()));
        out().println("data: " + Printable.of(status.dataFolder().toString()));
        if (running != null) {
            out().println(
                            status.staysUp()
                                    ? "stays up until: ./copydesk db stop"
                                    : "stops with the last command that uses it");
        }
    }

    private static void requireEmbedded(String command) {
        if (!Database.isEmbedded()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    Database.URL + " is set, so there is no embedded PostgreSQL to " + command + "; unset it first");
        }
    }

    private static Path home() {
        return CopydeskHome.locate(System.getenv());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
