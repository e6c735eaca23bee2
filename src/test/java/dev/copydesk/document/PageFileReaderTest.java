package dev.copydesk.document;

import static dev.copydesk.document.GzippedBytes.gzip;
import static dev.copydesk.document.GzippedBytes.join;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageFileReaderTest {

    private static final byte[] PAGE = "<!DOCTYPE html><p>Rain stops play</p>".getBytes(UTF_8);

    @TempDir
    Path folder;

    private final PageFileReader reader = new PageFileReader();

    @Test
    void readsAPlainPageWithWhatItsSourceFileKnows() throws IOException {
        Path path = Files.write(folder.resolve("page.html"), PAGE);
        Instant capturedAt = Instant.parse("2026-11-25T02:00:00Z");
        SourceFile file = new SourceFile(
                path, SourceFormat.HTML, false, PAGE.length, Instant.EPOCH, "https://example.org/", capturedAt);

        RawDocument document = document(read(file));

        assertThat(document.offset()).isZero();
        assertThat(document.format()).isEqualTo(DocumentFormat.HTML);
        assertThat(document.payload()).isEqualTo(PAGE);
        assertThat(document.url()).isEqualTo("https://example.org/");
        assertThat(document.capturedAt()).isEqualTo(capturedAt);
    }

    @Test
    void unpacksGzipOfOneAndOfSeveralMembers() throws IOException {
        byte[] first = Arrays.copyOf(PAGE, 10);
        byte[] rest = Arrays.copyOfRange(PAGE, 10, PAGE.length);

        assertThat(document(read("one.html.gz", gzip(PAGE))).payload()).isEqualTo(PAGE);
        assertThat(document(read("two.html.gz", join(gzip(first), gzip(new byte[0]), gzip(rest))))
                        .payload())
                .isEqualTo(PAGE);
    }

    @Test
    void unpacksAMemberWhoseHeaderHoldsEveryOptionalField() throws IOException {
        byte[] plain = gzip(PAGE);
        byte[] header = HexFormat.of().parseHex("1f8b081e0000000000030200aabb" + "612e68746d6c00" + "6300" + "0000");

        Reading reading = read("page.html.gz", join(header, Arrays.copyOfRange(plain, 10, plain.length)));

        assertThat(document(reading).payload()).isEqualTo(PAGE);
    }

    @Test
    void unpacksGzipWhateverTheNameSaysAndTwiceWhenPackedTwice() throws IOException {
        assertThat(document(read("page.html", gzip(PAGE))).payload()).isEqualTo(PAGE);
        assertThat(document(read("page.html.gz", gzip(gzip(PAGE)))).payload()).isEqualTo(PAGE);
        assertUnreadable(read("page.html.gz", gzip(gzip(gzip(PAGE)))), "NOT_TEXT", "gzip inside gzip");
    }

    @Test
    void readsPlainTextThatIsNamedGz() throws IOException {
        assertThat(document(read("page.html.gz", PAGE)).payload()).isEqualTo(PAGE);
    }

    @Test
    void ignoresZeroPaddingAfterTheLastMember() throws IOException {
        assertThat(document(read("page.html.gz", join(gzip(PAGE), new byte[700])))
                        .payload())
                .isEqualTo(PAGE);
    }

    @Test
    void saysThatGzipIsCutWhereverItIsCut() throws IOException {
        byte[] packed = join(gzip(PAGE), gzip(PAGE));
        int member = packed.length / 2;
        for (int length = 3; length < packed.length; length++) {
            if (length != member) {
                assertUnreadable(
                        read("page.html.gz", Arrays.copyOf(packed, length)),
                        "GZIP_DAMAGED",
                        "it ends within a gzip member");
            }
        }
    }

    @Test
    void saysThatGzipIsDamaged() throws IOException {
        byte[] packed = gzip(PAGE);
        byte[] badChecksum = packed.clone();
        badChecksum[packed.length - 8] ^= 1;
        byte[] badLength = packed.clone();
        badLength[packed.length - 1] ^= 1;
        byte[] badBlock = packed.clone();
        badBlock[10] = (byte) 0xff;

        assertUnreadable(read("a.html.gz", badChecksum), "GZIP_DAMAGED", "checksum");
        assertUnreadable(read("b.html.gz", badLength), "GZIP_DAMAGED", "length");
        assertUnreadable(read("c.html.gz", badBlock), "GZIP_DAMAGED", "packed bytes are damaged");
        assertUnreadable(read("d.html.gz", join(packed, PAGE)), "GZIP_DAMAGED", "not gzip follows");
        assertUnreadable(read("e.html.gz", join(packed, new byte[9], PAGE)), "GZIP_DAMAGED", "not gzip follows");
    }

    @Test
    void takesAPageOfExactlyTheLargestSize() throws IOException {
        PageFileReader small = new PageFileReader(PAGE.length, SourceAccess.DISK);
        byte[] larger = join(PAGE, new byte[] {' '});

        assertThat(document(read(small, "page.html", PAGE)).payload()).isEqualTo(PAGE);
        assertThat(document(read(small, "page.html.gz", gzip(PAGE))).payload()).isEqualTo(PAGE);
        assertUnreadable(read(small, "page.html", larger), "TOO_LARGE", "more than " + PAGE.length + " bytes");
        assertUnreadable(read(small, "page.html.gz", gzip(larger)), "TOO_LARGE", "bytes unpacked");
    }

    @Test
    void stopsUnpackingABombAtTheCap() throws IOException {
        Path bomb = folder.resolve("bomb.html.gz");
        byte[] zeros = new byte[1024 * 1024];
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb), 64 * 1024)) {
            for (int i = 0; i < 64; i++) {
                out.write(zeros);
            }
        }
        byte[] cut = Files.readAllBytes(bomb);
        // without its trailer the file is damaged: who says it is too large has not unpacked it to its end
        Files.write(bomb, Arrays.copyOf(cut, cut.length - 8));

        assertUnreadable(
                read(new PageFileReader(100_000, SourceAccess.DISK), "bomb.html.gz", Files.readAllBytes(bomb)),
                "TOO_LARGE",
                "");
    }

    @ParameterizedTest
    @CsvSource({
        "89504e470d0a1a0a0000000d, a PNG image",
        "ffd8ffe000104a464946, a JPEG image",
        "474946383961010001, a GIF image",
        "255044462d312e370a, a PDF document",
        "504b030414000000, a ZIP archive",
        "7f454c46020101, an ELF program",
        "52494646aabbccdd57454250, a WebP image",
        "0000002066747970, an MP4 video",
        "28b52ffd0458, Zstandard data",
        "0102030405060708, binary data"
    })
    void saysWhatAFileIsThatIsNoText(String hex, String kind) throws IOException {
        byte[] bytes = HexFormat.of().parseHex(hex);

        assertUnreadable(read("page.html", bytes), "NOT_TEXT", "is " + kind + ", not a page");
        assertUnreadable(read("page.txt", gzip(bytes)), "NOT_TEXT", "is " + kind + ", not a page");
        assertUnreadable(read("page.html.gz", bytes), "NOT_GZIP", "is named .gz but is " + kind);
    }

    @Test
    void takesRandomBytesForBinaryData() throws IOException {
        byte[] bytes = new byte[10_000];
        new Random(1).nextBytes(bytes);
        bytes[0] = 'x';

        assertUnreadable(read("page.html", bytes), "NOT_TEXT", "binary data");
    }

    @Test
    void takesTextWithAStrayControlCharacterForText() throws IOException {
        assertThat(document(read("page.txt", "Rain stops play\0 in Nowhere\u001b[0m".getBytes(UTF_8)))
                        .format())
                .isEqualTo(DocumentFormat.TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"The ftyp box opens a film", "RIFF raff WEBP", "PK is short for park", "GIF or JPEG?"})
    void takesTextThatOnlyResemblesASignatureForText(String content) throws IOException {
        assertThat(document(read("page.txt", content.getBytes(UTF_8))).payload())
                .isEqualTo(content.getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \r\n\t ", "\0\0\0\0", "\uFEFF\n"})
    void saysThatAFileIsEmpty(String content) throws IOException {
        assertUnreadable(
                read("page.html", content.getBytes(UTF_8)), "EMPTY", content.isEmpty() ? "is empty" : "blanks");
        assertUnreadable(read("page.txt.gz", gzip(content.getBytes(UTF_8))), "EMPTY", "");
    }

    @Test
    void saysThatAFileIsGone() {
        assertUnreadable(
                read(file(folder.resolve("gone.html"), SourceFormat.HTML, false)),
                "FILE_UNREADABLE",
                "no longer there");
    }

    @Test
    void saysThatAFileMayNotBeRead() throws IOException {
        Path locked = Files.write(folder.resolve("locked.html"), PAGE);
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(locked), "root may read every file");

        assertUnreadable(read(file(locked, SourceFormat.HTML, false)), "FILE_UNREADABLE", "permission denied");
    }

    @Test
    void doesNotWaitForAPipeThatTookTheFilesPlace() throws Exception {
        Path pipe = SourceTreeTest.makePipe(folder.resolve("page.html"));

        assertUnreadable(read(file(pipe, SourceFormat.HTML, false)), "FILE_UNREADABLE", "not a regular file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><title>x</title>",
                "\n  <html lang=en>",
                "<HEAD>",
                "<!-- saved --><html>",
                "<?xml version=\"1.0\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\">",
                "<p class=a>x"
            })
    void readsATextFileThatIsAPageAsHtml(String content) throws IOException {
        for (byte[] bytes : encodings(content)) {
            assertThat(document(read("page.txt", bytes)).format()).isEqualTo(DocumentFormat.HTML);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rain stops play. The tag <html> begins a page.",
                "<3 from Nowhere, with rain in the afternoon",
                "<pre-war> houses sell well",
                "<?xml version=\"1.0\"?><rss><channel/></rss>"
            })
    void readsATextFileThatOnlyMentionsMarkupAsText(String content) throws IOException {
        for (byte[] bytes : encodings(content)) {
            assertThat(document(read("page.txt", bytes)).format()).isEqualTo(DocumentFormat.TEXT);
        }
    }

    @Test
    void readsAnHtmlFileWithoutAnyMarkupAsText() throws IOException {
        for (byte[] bytes : encodings("Rain stops play\n\n2 < 3 & 4 > 3")) {
            assertThat(document(read("page.html", bytes)).format()).isEqualTo(DocumentFormat.TEXT);
        }
        for (byte[] bytes : encodings("Rain stops play<br>Nowhere")) {
            assertThat(document(read("page.html", bytes)).format()).isEqualTo(DocumentFormat.HTML);
        }
    }

    @Test
    void handsOverOneReadingAndLetsItsTakersFailuresThrough() throws IOException {
        SourceFile file = file(Files.write(folder.resolve("page.html"), PAGE), SourceFormat.HTML, false);
        List<Reading> readings = new ArrayList<>();

        reader.read(file, readings::add);

        assertThat(readings).hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reader.read(file, reading -> {
                    throw new IllegalArgumentException("no room");
                }));
    }

    private static List<byte[]> encodings(String text) {
        String marked = "\uFEFF" + text;
        return List.of(
                text.getBytes(ISO_8859_1),
                marked.getBytes(UTF_8),
                marked.getBytes(UTF_16LE),
                marked.getBytes(UTF_16BE),
                marked.getBytes(Charset.forName("UTF-32LE")),
                text.getBytes(UTF_16LE));
    }

    private Reading read(String name, byte[] content) throws IOException {
        return read(reader, name, content);
    }

    private Reading read(PageFileReader pages, String name, byte[] content) throws IOException {
        PageName kind = Objects.requireNonNull(PageName.of(name));
        Path path = Files.write(folder.resolve(name), content);
        return read(pages, file(path, kind.format(), kind.gzipped()));
    }

    private Reading read(SourceFile file) {
        return read(reader, file);
    }

    private static Reading read(PageFileReader pages, SourceFile file) {
        List<Reading> readings = new ArrayList<>();
        pages.read(file, readings::add);
        assertThat(readings).hasSize(1);
        return readings.get(0);
    }

    private static SourceFile file(Path path, SourceFormat format, boolean gzipped) {
        return new SourceFile(path, format, gzipped, 0, Instant.EPOCH, null, null);
    }

    private static RawDocument document(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).document();
    }

    private static void assertUnreadable(Reading reading, String code, String message) {
        assertThat(reading).isInstanceOfSatisfying(Reading.Unreadable.class, unreadable -> {
            assertThat(unreadable.offset()).isZero();
            assertThat(unreadable.code()).isEqualTo(code);
            assertThat(unreadable.message()).contains(message);
        });
    }
}
