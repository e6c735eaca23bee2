package dev.copydesk.warehouse.embedded;

import dev.copydesk.warehouse.embedded.EmbeddedPostgresException.Code;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs a program to its end, with nothing on its input and an environment that does not steer PostgreSQL. */
final class ServerCommand {

    /** What a program left behind: its exit code and what it printed to either stream. */
    record Outcome(int exitCode, String output) {

        boolean succeeded() {
            return exitCode == 0;
        }
    }

    /** The program is not installed or cannot be executed. */
    static final class NoSuchProgram extends IOException {

        private static final long serialVersionUID = 1;

        NoSuchProgram(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    private ServerCommand() {}

    static Outcome run(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        // PGDATA, PGPORT, PGOPTIONS and the like are meant for the user's own servers. Messages are read, so English.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        Process process = start(builder);
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output.strip());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedPostgresException(
                    Code.EMBEDDED_INTERRUPTED, "interrupted while waiting for " + command.get(0), e);
        }
    }

    private static Process start(ProcessBuilder builder) throws IOException {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new NoSuchProgram(e);
        }
    }
}
