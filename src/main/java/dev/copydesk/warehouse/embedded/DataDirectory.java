package dev.copydesk.warehouse.embedded;

import dev.copydesk.warehouse.embedded.EmbeddedPostgresException.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Makes the server's data folder: whole or not at all, whatever kills the attempt. */
final class DataDirectory {

    private static final String INITIALISING = "initialising-";

    private DataDirectory() {}

    static void ensure(ServerFolder folder, ServerBinaries binaries, ServerUser user) throws IOException {
        if (Files.isDirectory(folder.data())) {
            return;
        }
        FileTree.deleteLeftovers(folder.root(), INITIALISING);
        Path side = Files.createTempDirectory(folder.root(), INITIALISING);
        user.takeOver(side);
        // The built-in locale sorts and folds alike on every host, whatever locales are installed there.
        List<String> arguments = List.of(
                "--pgdata=" + side,
                "--username=" + EmbeddedPostgres.USERNAME,
                "--pwfile=" + folder.password(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
        ServerCommand.Outcome outcome = ServerCommand.run(binaries.command(user, "initdb", arguments));
        if (!outcome.succeeded()) {
            FileTree.delete(side);
            throw new EmbeddedPostgresException(
                    Code.EMBEDDED_INITDB_FAILED,
                    "cannot make a PostgreSQL data folder in " + folder.root() + ": " + advice(outcome.output())
                            + ", or name your own server with SPRING_DATASOURCE_URL. initdb said:\n"
                            + ServerLog.tail(outcome.output()));
        }
        Files.move(side, folder.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static String advice(String output) {
        return output.contains("could not look up effective user ID")
                ? "give this user an entry in /etc/passwd"
                : "make sure that 200 MB are free there, or name another folder with COPYDESK_HOME";
    }
}
