package dev.copydesk.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {

    @TempDir
    Path folder;

    @Test
    void givesFileUrlAndCaptureTimeOfEveryLine() throws IOException {
        List<ManifestLine> lines = read("""
                {"file": "a.html", "url": "https://example.org/a", "captured_at": "2026-11-25T02:00:00Z"}

                {"file": "sub/b.txt.gz", "url": null, "note": ["ignored"]}
                {"file": "c.html", "captured_at": null}""");

        assertThat(lines)
                .containsExactly(
                        new ManifestLine.Entry(
                                1,
                                folder.resolve("a.html"),
                                "https://example.org/a",
                                Instant.parse("2026-11-25T02:00:00Z")),
                        new ManifestLine.Entry(3, folder.resolve("sub/b.txt.gz"), null, null),
                        new ManifestLine.Entry(4, folder.resolve("c.html"), null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-25T02:03:04Z, 2026-11-25T02:03:04Z",
        "2026-11-25T02:03:04.567z, 2026-11-25T02:03:04.567Z",
        "2026-11-25T02:03:04+02:00, 2026-11-25T00:03:04Z",
        "2026-11-25T02:03:04-0130, 2026-11-25T03:33:04Z",
        "2026-11-25T02:03:04, 2026-11-25T02:03:04Z",
        "2026-11-25 02:03, 2026-11-25T02:03:00Z",
        "2026-11-25, 2026-11-25T00:00:00Z"
    })
    void takesInstantsOffsetsAndLocalTimesAsUtc(String text, Instant expected) {
        assertThat(CaptureTime.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30",
                "25.11.2026",
                "2026-11-25T",
                "2026-11-25T25:00",
                "+12026-01-01",
                "0000-01-01",
                "soon"
            })
    void takesNothingElseForACaptureTime(String text) {
        assertThat(CaptureTime.parse(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"file\": \"a.html\"            | not JSON",
                "{\"file\": \"a.html\"} {}        | not JSON",
                "[1]                              | not a JSON object",
                "{\"url\": \"https://e.org/\"}    | names no file",
                "{\"file\": 7}                    | file is not a string",
                "{\"file\": \"../a.html\"}        | not below the manifest's folder: \"../a.html\"",
                "{\"file\": \"/etc/passwd\"}      | not below the manifest's folder",
                "{\"file\": \"sub/..\"}           | not below the manifest's folder",
                "{\"file\": \"a\\u0000b.html\"}   | file is not a path",
                "{\"file\": \"a\", \"url\": \"/news/1\"}           | not an absolute http or https URL: \"/news/1\"",
                "{\"file\": \"a\", \"url\": \"ftp://e.org/\"}      | not an absolute http or https URL",
                "{\"file\": \"a\", \"url\": \"https:///x\"}        | not an absolute http or https URL",
                "{\"file\": \"a\", \"url\": \"http://e.org/a b\"}  | not an absolute http or https URL",
                "{\"file\": \"a\", \"captured_at\": \"yesterday\"} | not an ISO 8601 date or time: \"yesterday\""
            })
    void reportsABrokenLineAndReadsOn(String line, String message) throws IOException {
        List<ManifestLine> lines = read("{\"file\": \"a\"}\n" + line + "\n{\"file\": \"b\"}\n");

        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).isInstanceOfSatisfying(ManifestLine.Invalid.class, invalid -> {
            assertThat(invalid.manifest()).isEqualTo(folder.resolve("manifest.jsonl"));
            assertThat(invalid.number()).isEqualTo(2);
            assertThat(invalid.code()).isEqualTo("MANIFEST_LINE_INVALID");
            assertThat(invalid.message()).contains(message);
        });
        assertThat(lines.get(2)).isEqualTo(new ManifestLine.Entry(3, folder.resolve("b"), null, null));
    }

    @Test
    void takesUrlsAsCrawlersMeetThem() throws IOException {
        List<ManifestLine> lines = read("""
                {"file": "a", "url": "HTTP://user@example.org:8080/a|b?q={x}&ü=ñ#[1]"}
                {"file": "b", "url": " https://пример.испытание/новости "}
                """);

        assertThat(lines)
                .extracting(line -> ((ManifestLine.Entry) line).url())
                .containsExactly("HTTP://user@example.org:8080/a|b?q={x}&ü=ñ#[1]", "https://пример.испытание/новости");
    }

    @Test
    void doesNotHoldAnEndlessLine() throws IOException {
        Path manifest = folder.resolve("manifest.jsonl");
        byte[] piece = "x".repeat(64 * 1024).getBytes(UTF_8);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(manifest))) {
            for (int i = 0; i < 64; i++) {
                out.write(piece);
            }
            out.write("\n{\"file\": \"a\"}\n".getBytes(UTF_8));
        }

        List<ManifestLine> lines = new ArrayList<>();
        Manifest.read(manifest, lines::add);

        assertThat(lines)
                .containsExactly(
                        new ManifestLine.Invalid(
                                manifest, 1, "MANIFEST_LINE_INVALID", "the line has 4194304 bytes, more than 65536"),
                        new ManifestLine.Entry(2, folder.resolve("a"), null, null));
    }

    @Test
    void readsPastDeepNestingBadUtf8AndAByteOrderMark() throws IOException {
        Path manifest = folder.resolve("manifest.jsonl");
        try (OutputStream out = Files.newOutputStream(manifest)) {
            out.write("\uFEFF{\"file\": \"a\"}\r\n".getBytes(UTF_8));
            out.write("[".repeat(50_000).getBytes(UTF_8));
            out.write("\n{\"file\": \"caf".getBytes(UTF_8));
            out.write(0xE9);
            out.write("\"}\n{\"file\": \"b\"}".getBytes(UTF_8));
        }

        List<ManifestLine> lines = new ArrayList<>();
        Manifest.read(manifest, lines::add);

        assertThat(lines).hasSize(4);
        assertThat(lines.subList(1, 3)).hasOnlyElementsOfType(ManifestLine.Invalid.class);
        assertThat(lines.get(3)).isEqualTo(new ManifestLine.Entry(4, folder.resolve("b"), null, null));
    }

    @Test
    void keepsControlCharactersOutOfItsMessages() throws IOException {
        List<ManifestLine> lines = read("{\"file\": \"../\\u001b[31m\\nred\"}");

        assertThat(((ManifestLine.Invalid) lines.get(0)).message())
                .isEqualTo("file is not below the manifest's folder: \"../[31m red\"");
    }

    @Test
    void reportsAManifestThatIsGone() {
        List<ManifestLine> lines = new ArrayList<>();
        Manifest.read(folder.resolve("manifest.jsonl"), lines::add);

        assertThat(lines).singleElement().isInstanceOfSatisfying(ManifestLine.Invalid.class, invalid -> {
            assertThat(invalid.code()).isEqualTo("MANIFEST_UNREADABLE");
            assertThat(invalid.message()).contains("no longer there");
        });
    }

    private List<ManifestLine> read(String content) throws IOException {
        Path manifest = Files.writeString(folder.resolve("manifest.jsonl"), content);
        List<ManifestLine> lines = new ArrayList<>();
        Manifest.read(manifest, lines::add);
        return lines;
    }
}
