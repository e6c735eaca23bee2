package dev.copydesk.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.copydesk.WarcBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What fuzzing starts from: the samples, and what was found before, in {@code src/test/resources/fuzz}. */
final class StartCorpus {

    /** Larger inputs are slow and find no more. */
    static final int MOST_BYTES = 1 << 14;

    private static final Path SAMPLES = Path.of("samples");
    private static final Path FOUND = Path.of("src", "test", "resources", "fuzz");

    private StartCorpus() {}

    /** The inputs for a target, found ones first. */
    static List<byte[]> of(FuzzTarget target) throws IOException {
        List<byte[]> inputs = new ArrayList<>(files(FOUND.resolve(target.name()), ".*"));
        inputs.addAll(samples(target));
        return inputs;
    }

    /** Whether a file of this name is an input for the target. */
    static boolean takes(FuzzTarget target, String file) {
        return file.matches(
                switch (target) {
                    case PAGE -> "(?s).*\\.x?html?(\\.gz)?";
                    case HTML -> "(?s).*\\.x?html?";
                    case DUMP_FILE -> "(?s).*\\.txt(\\.gz)?";
                    case DUMP -> "(?s).*\\.txt";
                    case MANIFEST -> "manifest\\.jsonl";
                    case ARCHIVE -> "(?s).*\\.(warc|wet)(\\.gz|\\.zst)?";
                    case WACZ -> "(?s).*\\.wacz";
                    case PACKED_ARCHIVE, RESPONSE, DATE -> "(?!)"; // made here, no files
                });
    }

    private static List<byte[]> samples(FuzzTarget target) throws IOException {
        return switch (target) {
            case PACKED_ARCHIVE -> archives();
            case RESPONSE -> responses();
            case DATE -> dates();
            default -> samplesOf(target);
        };
    }

    private static List<byte[]> samplesOf(FuzzTarget target) throws IOException {
        List<byte[]> inputs = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (takes(target, file.getFileName().toString())) {
                    inputs.add(Files.readAllBytes(file));
                }
            }
        }
        return inputs;
    }

    private static List<byte[]> files(Path folder, String names) throws IOException {
        List<byte[]> inputs = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    if (file.getFileName().toString().matches(names)) {
                        inputs.add(Files.readAllBytes(file));
                    }
                }
            }
        }
        return inputs;
    }

    private static List<byte[]> archives() {
        byte[] archive = new WarcBuilder()
                .page("https://a.example/1")
                .revisit("https://a.example/2", WarcBuilder.DATE, "sha1:A", "https://a.example/1", WarcBuilder.DATE)
                .page("https://a.example/3")
                .plain();
        List<byte[]> inputs = new ArrayList<>();
        for (int packing = 0; packing < ArchivePacking.values().length; packing++) {
            inputs.add(WarcBuilder.joined(new byte[] {(byte) packing}, archive));
        }
        return inputs;
    }

    private static List<byte[]> responses() {
        String page = WarcBuilder.page("https://a.example/1", "Harbour wall to be raised");
        byte[] packed = WarcBuilder.gzip(page.getBytes(UTF_8));
        return List.of(
                ("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page).getBytes(UTF_8),
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<html\r\n1;x=y\r\n>\r\n0\r\nA: b\r\n\r\n"
                        .getBytes(UTF_8),
                WarcBuilder.joined("HTTP/1.1 200\r\nContent-Encoding: gzip, identity\r\n\r\n".getBytes(UTF_8), packed),
                WarcBuilder.joined("HTTP/1.0 200 OK\nContent-Encoding: deflate\n\n".getBytes(UTF_8), packed),
                WarcBuilder.joined("HTTP/2 200\r\nContent-Encoding: br\r\n\r\n".getBytes(UTF_8), packed),
                WarcBuilder.joined("HTTP/1.1 200 OK\r\nContent-Encoding: zstd\r\n\r\n".getBytes(UTF_8), packed),
                "HTTP/1.1 304 Not Modified\r\nContent-Length: 99\r\n\r\n".getBytes(UTF_8));
    }

    private static List<byte[]> dates() {
        return Stream.of(
                        "2017-11-08T05:17:37Z",
                        "\u0001Wed, 08 Nov 2017 05:17:37 +0100",
                        "\u0002Mittwoch, 8. November 2017, 17:20 Uhr",
                        "\u00033/4/2017 à 17h20",
                        "\u0004quarta-feira, 8 de novembro de 2017 às 5h17",
                        "\u0005Опубликовано: 8 ноября 2017 г., 17:20",
                        "\u0006نُشر في 8 تشرين الثاني 2017",
                        "\u00072017年11月8日 17時20分",
                        "Published 5:17 pm EST, Nov 8th 2017 | Updated",
                        "1510118257",
                        "1510118257000",
                        "2017-11-08 05:17:37.123456789+99:99")
                .map(text -> text.getBytes(UTF_8))
                .toList();
    }
}
