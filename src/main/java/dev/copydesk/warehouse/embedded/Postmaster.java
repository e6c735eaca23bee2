package dev.copydesk.warehouse.embedded;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The server process that {@code postmaster.pid} in a data folder names. The file's lines are those of PostgreSQL's
 * {@code miscadmin.h}: 1 process, 4 port, 8 state; the later ones appear while the server starts.
 *
 * @param port 0 as long as the file does not say
 */
record Postmaster(long pid, int port, State state) {

    /** The JDK's own encoding of paths, which it gave the server's command line in. */
    private static final Charset PATHS = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));

    private static final int PORT_LINE = 3;
    private static final int STATE_LINE = 7;

    enum State {
        STARTING,
        READY,
        STOPPING
    }

    /** The live server on a data folder; none where the file is missing, or names a process that is gone or another's. */
    static Optional<Postmaster> of(Path data) throws IOException {
        Postmaster named = read(pidFile(data));
        return Optional.ofNullable(named != null && serves(named.pid, data) ? named : null);
    }

    static Path pidFile(Path data) {
        return data.resolve("postmaster.pid");
    }

    private static @Nullable Postmaster read(Path file) throws IOException {
        List<String> lines;
        try {
            lines = Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
        } catch (NoSuchFileException e) {
            return null;
        }
        long pid = lines.isEmpty() ? 0 : number(lines.get(0));
        if (pid <= 0) {
            return null;
        }
        int port = lines.size() > PORT_LINE ? (int) number(lines.get(PORT_LINE)) : 0;
        String state = lines.size() > STATE_LINE ? lines.get(STATE_LINE).strip() : "";
        return new Postmaster(
                pid,
                port,
                switch (state) {
                    case "ready" -> State.READY;
                    case "stopping" -> State.STOPPING;
                    default -> State.STARTING;
                });
    }

    private static long number(String line) {
        String digits = line.strip();
        return digits.matches("\\d{1,9}") ? Long.parseLong(digits) : 0;
    }

    /**
     * After a crash the number may have gone to a foreign process: the server is known by its command line. One that has
     * ended and that nobody has waited for has an empty one.
     */
    private static boolean serves(long pid, Path data) throws IOException {
        Path process = Path.of("/proc", Long.toString(pid));
        List<String> arguments;
        try {
            arguments = List.of(new String(Files.readAllBytes(process.resolve("cmdline")), PATHS).split("\0"));
        } catch (IOException e) {
            if (Files.exists(process)) {
                throw e;
            }
            return false;
        }
        int folder = arguments.indexOf("-D") + 1;
        return arguments.get(0).endsWith("postgres")
                && folder > 0
                && folder < arguments.size()
                && arguments.get(folder).equals(data.toString());
    }
}
