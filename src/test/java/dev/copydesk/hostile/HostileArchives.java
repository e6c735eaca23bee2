package dev.copydesk.hostile;

import static dev.copydesk.hostile.HostileInput.quarantined;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.Zstd;
import dev.copydesk.WarcBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives of one record that are nasty as archives. */
final class HostileArchives {

    private static final int MIB = 1 << 20;
    private static final String URL = "https://a.example/";
    private static final String HTML = "Content-Type: text/html";

    private HostileArchives() {}

    static List<HostileInput> inputs() {
        byte[] record = new WarcBuilder().page(URL).plain();
        byte[] endless = ("WARC/1.1\r\nWARC-Type: " + "x".repeat(30 * MIB)).getBytes(UTF_8);
        return List.of(
                quarantined("an archive without a byte", "empty.warc", "EMPTY", new byte[0]),
                quarantined("a megabyte of NUL named WARC", "nul.warc", "NOT_A_RECORD", new byte[MIB]),
                quarantined(
                        "a page named WARC",
                        "page.warc",
                        "NOT_A_RECORD",
                        WarcBuilder.page(URL, "t").getBytes(UTF_8)),
                quarantined(
                        "a gzip bomb named WARC",
                        "bomb.warc.gz",
                        "NOT_A_RECORD",
                        WarcBuilder.gzip(new byte[300 * MIB])),
                quarantined(
                        "a zstd bomb named WARC", "bomb.warc.zst", "NOT_A_RECORD", Zstd.compress(new byte[200 * MIB])),
                quarantined("a header of 30 MB", "header.warc", "NOT_A_RECORD", endless),
                quarantined("a header of 30 MB, packed", "header.warc.gz", "NOT_A_RECORD", WarcBuilder.gzip(endless)),
                quarantined("a length beyond the file", "length.warc", "RECORD_CUT", length(record, "999999999999999")),
                quarantined(
                        "a length beyond all numbers",
                        "length-huge.warc",
                        "NOT_A_RECORD",
                        length(record, "9".repeat(400))),
                quarantined("a negative length", "length-negative.warc", "NOT_A_RECORD", length(record, "-1")),
                quarantined(
                        "a bomb by content encoding",
                        "coded.warc.gz",
                        "TOO_LARGE",
                        coded("gzip", WarcBuilder.gzip(new byte[64 * MIB]))),
                quarantined(
                        "a bomb by two content encodings",
                        "coded-twice.warc.gz",
                        "TOO_LARGE",
                        coded("gzip, gzip", WarcBuilder.gzip(WarcBuilder.gzip(new byte[200 * MIB])))),
                quarantined(
                        "a bomb by zstd", "coded.warc", "TOO_LARGE", coded("zstd", Zstd.compress(new byte[64 * MIB]))),
                quarantined(
                        "a record of 30 MB",
                        "large.warc.gz",
                        "TOO_LARGE",
                        new WarcBuilder()
                                .response(URL, HTML, "x".repeat(30 * MIB).getBytes(UTF_8))
                                .gzip()),
                quarantined(
                        "a chunk longer than all numbers",
                        "chunk.warc",
                        "CHUNKED_DAMAGED",
                        chunked("f".repeat(40) + "\r\nx")),
                quarantined(
                        "a chunk of negative length",
                        "chunk-negative.warc",
                        "CHUNKED_DAMAGED",
                        chunked("ffffffffffffffff\r\nxxxx")),
                quarantined(
                        "a thousand fields of the same name",
                        "fields.warc",
                        "EMPTY",
                        new WarcBuilder()
                                .http(
                                        URL,
                                        "HTTP/1.1 200 OK",
                                        (HTML + "\n").repeat(1000) + "X: y",
                                        new byte[0],
                                        Map.of())
                                .plain()),
                HostileInput.article(
                        "NUL in the fields of a record",
                        "nul-fields.warc",
                        new WarcBuilder()
                                .http(
                                        URL,
                                        "HTTP/1.1 200 OK",
                                        HTML + "; charset=\u0000utf-8",
                                        WarcBuilder.page(URL, "Harbour wall to be raised")
                                                .getBytes(UTF_8),
                                        Map.of(
                                                "WARC-Target-URI",
                                                URL + "\u0000nul",
                                                "WARC-Payload-Digest",
                                                "x:\u0000y"))
                                .plain(),
                        json -> {}),
                new HostileInput(
                        "NUL in what a revisit refers to",
                        "nul-revisit.warc",
                        HostileInput.bytes(new WarcBuilder()
                                .revisit(
                                        URL + "\u0000",
                                        WarcBuilder.DATE,
                                        "sha1:\u0000",
                                        URL + "\u0000a",
                                        WarcBuilder.DATE)
                                .plain()),
                        new HostileInput.Outcome("filtered", null, json -> {})),
                quarantined(
                        "NUL in an unknown content encoding",
                        "nul-coding.warc",
                        "CONTENT_ENCODING_UNKNOWN",
                        coded("x\u0000y", new byte[9])),
                quarantined(
                        "an entry that leads out of a WACZ file",
                        "out.wacz",
                        "WACZ_ENTRY_REFUSED",
                        zip("archive/../../../tmp/x.warc", record)),
                quarantined(
                        "a zip bomb named WACZ",
                        "bomb.wacz",
                        "WACZ_ENTRY_REFUSED",
                        zip("archive/x.warc", new byte[200 * MIB])),
                quarantined(
                        "a WACZ file without an archive",
                        "none.wacz",
                        "WACZ_WITHOUT_ARCHIVE",
                        zip("pages/x.jsonl", record)),
                quarantined("rubbish named WACZ", "rubbish.wacz", "NOT_WACZ", record));
    }

    private static byte[] length(byte[] record, String length) {
        return new String(record, UTF_8)
                .replaceFirst("Content-Length: [0-9]+", "Content-Length: " + length)
                .getBytes(UTF_8);
    }

    private static byte[] coded(String coding, byte[] body) {
        return new WarcBuilder()
                .response(URL, HTML + "\nContent-Encoding: " + coding, body)
                .gzip();
    }

    private static byte[] chunked(String body) {
        return new WarcBuilder()
                .response(URL, HTML + "\nTransfer-Encoding: chunked", body.getBytes(UTF_8))
                .plain();
    }

    private static byte[] zip(String name, byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
