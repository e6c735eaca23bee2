package dev.copydesk.batch.telemetry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * A file of metrics in Prometheus' text format, as the node exporter's textfile collector reads it. It is replaced as a whole,
 * so that no reader ever finds half of one.
 */
final class MetricsFile {

    private final Path file;
    private final Path folder;

    /** @throws IllegalArgumentException when such a file cannot be written, or the collector would not read it */
    MetricsFile(Path file) {
        this.file = file.toAbsolutePath().normalize();
        Path parent = this.file.getParent();
        if (!this.file.toString().endsWith(".prom")) {
            throw new IllegalArgumentException(
                    "METRICS_FILE_NAME: '" + file + "' does not end in .prom; the node exporter reads no other files");
        }
        if (parent == null || !Files.isDirectory(parent) || !Files.isWritable(parent)) {
            throw new IllegalArgumentException("METRICS_FILE_FOLDER: '" + file
                    + "' cannot be written: its folder does not exist or is not writable for this user");
        }
        this.folder = parent;
    }

    Path path() {
        return file;
    }

    void replace(String metrics) throws IOException {
        // Not .prom, so that the collector does not take it up; others may read it as they may the file itself.
        Path fresh = Files.createTempFile(folder, "." + file.getFileName(), ".new");
        try {
            Files.writeString(fresh, metrics);
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-r--r--"));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** The value that the file has now for a sample without a timestamp, such as {@code name{label="value"}}. */
    OptionalDouble value(String sample) {
        if (!Files.isRegularFile(file)) {
            return OptionalDouble.empty();
        }
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.startsWith(sample + " "))
                    .mapToDouble(line -> Double.parseDouble(line.substring(sample.length() + 1)))
                    .findFirst();
        } catch (IOException | RuntimeException e) {
            return OptionalDouble.empty(); // someone else's file, about to be replaced
        }
    }
}
