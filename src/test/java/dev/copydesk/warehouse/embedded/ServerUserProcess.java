package dev.copydesk.warehouse.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A child JVM that takes a lease, prints the server's URL, and holds the lease until its input ends. */
final class ServerUserProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private ServerUserProcess(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts the child and does not wait for its lease. */
    static ServerUserProcess start(Path home) throws IOException {
        return new ServerUserProcess(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerUserProcess.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Waits until the child has its lease; the URL it got. */
    String url() throws IOException {
        return String.valueOf(output.readLine());
    }

    /** SIGKILL: the child closes nothing. */
    void kill() {
        process.destroyForcibly().onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }

    /** Lets the child close its lease and end. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }

    public static void main(String[] arguments) throws IOException {
        try (EmbeddedPostgres lease = EmbeddedPostgres.open(Path.of(arguments[0]))) {
            System.out.println(lease.url());
            while (System.in.read() >= 0) {}
        }
    }
}
