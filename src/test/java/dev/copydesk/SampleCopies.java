package dev.copydesk;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Many pages out of the few in {@code samples/}: copies whose URLs all differ. Text dumps, which name no URL, get theirs from a
 * manifest beside them.
 */
public final class SampleCopies {

    private static final String HOST_END = ".example/";

    private SampleCopies() {}

    /** Writes {@code count} copies into the folder, each sample in turn. */
    public static void write(Path folder, int count) throws IOException {
        List<Path> samples = pages();
        StringBuilder manifest = new StringBuilder();
        for (int i = 0; i < count; i++) {
            Path sample = samples.get(i % samples.size());
            String name = "%05d-%s".formatted(i, sample.getFileName());
            copy(sample, folder.resolve(name), "copy" + i / samples.size());
            if (name.contains(".txt")) {
                manifest.append("{\"file\": \"%s\", \"url\": \"https://dumps.example/%d\"}%n".formatted(name, i));
            }
        }
        Files.writeString(folder.resolve("manifest.jsonl"), manifest);
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("samples"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().matches(".*\\.(html?|xhtml|txt)(\\.gz)?"))
                    .sorted()
                    .toList();
        }
    }

    /** Bytes are taken for Latin-1, whatever they are, so that all of them come through. */
    private static void copy(Path sample, Path target, String number) throws IOException {
        boolean gzipped = sample.toString().endsWith(".gz");
        byte[] bytes = Files.readAllBytes(sample);
        if (gzipped) {
            bytes = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
        }
        byte[] changed = new String(bytes, StandardCharsets.ISO_8859_1)
                .replace(HOST_END, HOST_END + number + "/")
                .getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = gzipped ? new GZIPOutputStream(packed) : packed) {
            out.write(changed);
        }
        Files.write(target, packed.toByteArray());
    }
}
