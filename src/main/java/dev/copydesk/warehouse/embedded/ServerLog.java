package dev.copydesk.warehouse.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The server's log file: put aside when it has grown, and read from where one start began. */
record ServerLog(Path file, long start) {

    private static final long LARGE = 10L << 20;
    private static final int TAIL_BYTES = 16 << 10;
    private static final int TAIL_LINES = 12;

    /** The log as the next start will write it; a large one becomes {@code server.log.1}. */
    static ServerLog beforeStart(ServerFolder folder) throws IOException {
        Path file = folder.log();
        long size = Files.exists(file) ? Files.size(file) : 0;
        if (size > LARGE) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            size = 0;
        }
        return new ServerLog(file, size);
    }

    /** What has been logged since, its last part only where that is long. */
    String sinceStart() throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(Math.max(start, channel.size() - TAIL_BYTES));
            ByteBuffer buffer = ByteBuffer.allocate(TAIL_BYTES);
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {}
            return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
        }
    }

    /** The last lines of a text, indented to stand below a message. */
    static String tail(String text) {
        List<String> lines = text.strip().lines().toList();
        return "    " + String.join("\n    ", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
    }
}
