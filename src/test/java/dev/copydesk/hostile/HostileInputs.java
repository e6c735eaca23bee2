package dev.copydesk.hostile;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The corpus: every hostile input. Contents are kept packed. */
public final class HostileInputs {

    private HostileInputs() {}

    /** All of them. */
    public static List<HostileInput> all() {
        return Stream.of(
                        HostileFiles.inputs(),
                        HostileArchives.inputs(),
                        HostileMarkup.inputs(),
                        HostileText.inputs(),
                        HostileFields.inputs())
                .flatMap(List::stream)
                .toList();
    }

    /** Writes what is no file at all into a folder; nothing of it may be read. Returns what must be said of each. */
    public static List<String> writeTraps(Path folder) throws IOException, InterruptedException {
        Path fifo = folder.resolve("pipe.html");
        if (new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor() != 0) {
            throw new IOException("no pipe could be made at " + fifo);
        }
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(folder.resolve("socket.html"))); // its file stays when it is closed
        }
        Files.createSymbolicLink(folder.resolve("loop"), folder);
        Files.createSymbolicLink(folder.resolve("self.html"), folder.resolve("self.html"));
        Files.createSymbolicLink(folder.resolve("zero.html"), Path.of("/dev/zero"));
        Files.createSymbolicLink(folder.resolve("nowhere.html"), folder.resolve("nothing"));
        Files.createDirectory(folder.resolve("folder.html"));
        Files.createSymbolicLink(folder.resolve("folder.html").resolve("up"), folder);
        return List.of(
                "pipe.html: neither a file nor a folder",
                "socket.html: neither a file nor a folder",
                "zero.html: neither a file nor a folder",
                "/loop: a link back to its own folder",
                "/up: a link back to its own folder",
                "self.html: a link to nothing",
                "nowhere.html: a link to nothing");
    }
}
