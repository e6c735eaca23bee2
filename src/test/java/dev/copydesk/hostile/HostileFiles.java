package dev.copydesk.hostile;

import static dev.copydesk.hostile.HostileInput.article;
import static dev.copydesk.hostile.HostileInput.quarantined;
import static dev.copydesk.hostile.HostilePages.dump;
import static dev.copydesk.hostile.HostilePages.page;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Inputs that are nasty as files: bombs, damage, other kinds, huge sizes, names that steer a terminal. */
final class HostileFiles {

    private static final int MIB = 1 << 20;

    private HostileFiles() {}

    static List<HostileInput> inputs() {
        byte[] good = gzip(page("", ""));
        return List.of(
                quarantined("a gzip bomb: 1 GiB out of 1 MiB", "bomb.html.gz", "TOO_LARGE", bomb()),
                quarantined("a gzip bomb in a gzip file", "bomb-nested.html.gz", "TOO_LARGE", gzip(bomb())),
                quarantined(
                        "a gzip bomb that names itself HTML",
                        "bomb-hidden.html",
                        "TOO_LARGE",
                        gzip(new byte[30 * MIB])),
                quarantined("three layers of gzip", "three-layers.html.gz", "NOT_TEXT", gzip(gzip(good))),
                quarantined("gzip cut in half", "cut.html.gz", "GZIP_DAMAGED", Arrays.copyOf(good, good.length / 2)),
                quarantined("gzip cut in its header", "cut-header.html.gz", "GZIP_DAMAGED", Arrays.copyOf(good, 5)),
                quarantined("gzip with a wrong checksum", "checksum.html.gz", "GZIP_DAMAGED", flipped(good, 8)),
                quarantined("gzip with a wrong length", "length.html.gz", "GZIP_DAMAGED", flipped(good, 4)),
                quarantined("rubbish behind gzip", "rubbish.html.gz", "GZIP_DAMAGED", joined(good, noise(100))),
                quarantined(
                        "100,000 empty gzip members", "members.html.gz", "EMPTY", times(gzip(new byte[0]), 100_000)),
                article("a gzip header with a name of 8 MiB", "long-name.html.gz", longName(), json -> {}),
                quarantined("binary data named .gz", "noise.html.gz", "NOT_GZIP", noise(5_000)),
                quarantined("a zip bomb named HTML", "zip.html", "NOT_TEXT", zipBomb()),
                quarantined("an image named HTML", "png.html", "NOT_TEXT", image()),
                quarantined("random bytes named HTML", "random.html", "NOT_TEXT", noise(100_000)),
                quarantined("an empty file", "empty.html", "EMPTY", new byte[0]),
                quarantined("a megabyte of NUL", "nul.html", "EMPTY", new byte[MIB]),
                quarantined("nothing but a byte order mark", "mark.txt", "EMPTY", new byte[] {-17, -69, -65}),
                quarantined("a text file of 2 GiB", "sparse.txt", "TOO_LARGE", HostileFiles::sparse),
                quarantined("a page of 30 MB", "large.html", "TOO_LARGE", page("", "x".repeat(30 * MIB))),
                article("a line feed in the name", "line\nfeed.html", page("", ""), json -> {}),
                article("terminal escapes in the name", "\u001b[2Jescape.html", page("", ""), json -> {}),
                article("a name that reads backwards", "name\u202Elmth.html", page("", ""), json -> {}),
                article("blanks and quotes in the name", " '\"`$(id)` .txt", dump(""), json -> {}),
                article("a name like an option", "--format.html", page("", ""), json -> {}));
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] bomb() {
        return times(gzip(new byte[16 * MIB]), 64);
    }

    private static byte[] zipBomb() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(packed)) {
            out.putNextEntry(new ZipEntry("page.html"));
            out.write(new byte[64 * MIB]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] longName() {
        byte[] packed = gzip(page("", ""));
        byte[] header = Arrays.copyOf(packed, 10);
        header[3] = 8; // a name follows (RFC 1952, section 2.3.1)
        byte[] name = "n".repeat(8 * MIB).getBytes(US_ASCII);
        return joined(joined(header, joined(name, new byte[1])), Arrays.copyOfRange(packed, 10, packed.length));
    }

    private static byte[] image() {
        return joined(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}, page("", ""));
    }

    private static byte[] flipped(byte[] packed, int fromEnd) {
        byte[] damaged = packed.clone();
        damaged[damaged.length - fromEnd] ^= 1;
        return damaged;
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(7).nextBytes(noise);
        return noise;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    private static byte[] times(byte[] part, int count) {
        byte[] whole = new byte[part.length * count];
        for (int i = 0; i < count; i++) {
            System.arraycopy(part, 0, whole, i * part.length, part.length);
        }
        return whole;
    }

    private static void sparse(Path file) throws IOException {
        Files.write(file, dump(""));
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(2L << 30);
        }
    }
}
