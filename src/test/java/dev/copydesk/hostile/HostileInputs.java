package dev.copydesk.hostile;

import java.io.IOException;
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

    /** Writes what is no file at all into a folder; nothing of it may be read. Returns how many there are. */
    public static int writeTraps(Path folder) throws IOException, InterruptedException {
        Path fifo = folder.resolve("pipe.html");
        if (new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor() != 0) {
            throw new IOException("no pipe could be made at " + fifo);
        }
        Files.createSymbolicLink(folder.resolve("loop"), folder);
        Files.createSymbolicLink(folder.resolve("self.html"), folder.resolve("self.html"));
        Files.createSymbolicLink(folder.resolve("zero.html"), Path.of("/dev/zero"));
        Files.createSymbolicLink(folder.resolve("nowhere.html"), folder.resolve("nothing"));
        return 5;
    }
}
