package dev.copydesk.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import dev.copydesk.WarcBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is made of sound records whose content has its own ways. */
class RecordContentTest {

    private static final String URL = "https://a.example/1";
    private static final byte[] PAGE = WarcBuilder.page(URL, "Harbour wall").getBytes(UTF_8);
    private static final String HTML = "Content-Type: text/html; charset=utf-8";

    /** {@code <p>Brotli is a way to pack pages.</p>} as Node.js packs it. */
    private static final byte[] BROTLI =
            Base64.getDecoder().decode("GyQA+EVPlupDEpIJUjPJ2BhSkVUaSkpyceZ4RLe/AnEwVI15QjQB");

    @TempDir
    private Path folder;

    @Test
    void knowsUrlCaptureDateAndCharsetOfAResponse() {
        byte[] page = "<html><p>Stra\u00dfe</p>".getBytes(ISO_8859_1);
        RawDocument document =
                document(new WarcBuilder().response(URL, "Content-Type: text/html;charset=iso-8859-1", page));
        assertThat(document.url()).isEqualTo(URL);
        assertThat(document.capturedAt()).isEqualTo(Instant.parse(WarcBuilder.DATE));
        assertThat(document.text()).contains("Stra\u00dfe");
        assertThat(document.warnings()).isEmpty();
        assertThat(document.recordDigest()).isEqualTo(WarcBuilder.sha1(page));
    }

    @Test
    void theServersCharsetGoesBeforeThePagesOwn() {
        byte[] page = "<html><meta charset=windows-1251><p>Stra\u00dfe</p>".getBytes(ISO_8859_1);
        assertThat(document(new WarcBuilder().response(URL, "Content-Type: text/html; charset=\"ISO-8859-1\"", page))
                        .text())
                .contains("Stra\u00dfe");
    }

    @Test
    void readsEveryContentEncoding() {
        assertThat(text("gzip", WarcBuilder.gzip(PAGE))).contains("Harbour wall");
        assertThat(text("x-gzip", WarcBuilder.gzip(PAGE))).contains("Harbour wall");
        assertThat(text("deflate", deflated(false))).contains("Harbour wall");
        assertThat(text("deflate", deflated(true))).contains("Harbour wall");
        assertThat(text("zstd", Zstd.compress(PAGE))).contains("Harbour wall");
        assertThat(text("br", BROTLI)).contains("<p>Brotli is a way to pack pages.</p>");
        assertThat(text("gzip, zstd", Zstd.compress(WarcBuilder.gzip(PAGE)))).contains("Harbour wall");
        assertThat(text("identity", PAGE)).contains("Harbour wall");
    }

    @Test
    void saysWhatIsWrongWithAContentEncoding() {
        byte[] packed = WarcBuilder.gzip(PAGE);
        assertThat(encoded("gzip", PAGE)).isEqualTo(URL + "[CONTENT_ENCODING_WRONG]");
        assertThat(encoded("gzip", Arrays.copyOf(packed, packed.length / 2))).isEqualTo("CONTENT_ENCODING_DAMAGED");
        assertThat(encoded("br", packed)).isEqualTo("CONTENT_ENCODING_DAMAGED");
        assertThat(encoded("zstd", packed)).isEqualTo("CONTENT_ENCODING_DAMAGED");
        assertThat(encoded("compress", packed)).isEqualTo("CONTENT_ENCODING_UNKNOWN");
        assertThat(encoded("gzip,gzip,gzip,gzip", packed)).isEqualTo("CONTENT_ENCODING_UNKNOWN");
        assertThat(encoded("gzip", WarcBuilder.gzip(new byte[4 << 20]))).isEqualTo("TOO_LARGE");
        assertThat(encoded("zstd", Zstd.compress(new byte[64 << 20]))).isEqualTo("TOO_LARGE");
    }

    @Test
    void readsAResponseThatWasSentInChunks() {
        byte[] chunked = WarcBuilder.joined(
                WarcBuilder.joined(
                        "5;x=y\r\n<html\r\n".getBytes(UTF_8),
                        (Integer.toHexString(PAGE.length) + "\r\n").getBytes(UTF_8)),
                WarcBuilder.joined(PAGE, "\r\n0\r\n\r\n".getBytes(UTF_8)));
        String headers = HTML + "\nTransfer-Encoding: chunked";
        assertThat(document(new WarcBuilder().response(URL, headers, chunked)).text())
                .startsWith("<html<!DOCTYPE");
        assertThat(outcome(new WarcBuilder().response(URL, headers, chunked))).isEqualTo(URL);
        // the digest is taken of the body with or without the marks
        assertThat(outcome(new WarcBuilder()
                        .http(
                                URL,
                                "HTTP/1.1 200 OK",
                                headers,
                                chunked,
                                Map.of(
                                        "WARC-Payload-Digest",
                                        WarcBuilder.sha1(WarcBuilder.joined("<html".getBytes(UTF_8), PAGE))))))
                .isEqualTo(URL);
        assertThat(outcome(new WarcBuilder().response(URL, headers, Arrays.copyOf(chunked, 200))))
                .isEqualTo("CHUNKED_DAMAGED");
        assertThat(outcome(new WarcBuilder().response(URL, headers, "5\r\n<html\r\nzz\r\n".getBytes(UTF_8))))
                .isEqualTo("CHUNKED_DAMAGED");
        assertThat(outcome(new WarcBuilder().response(URL, headers, PAGE)))
                .isEqualTo(URL + "[TRANSFER_ENCODING_WRONG]");
    }

    @Test
    void leniencyIsAWarning() {
        assertThat(with("WARC-Block-Digest", WarcBuilder.sha1(PAGE))).isEqualTo(URL + "[BLOCK_DIGEST_WRONG]");
        assertThat(with("WARC-Payload-Digest", WarcBuilder.sha1(new byte[0])))
                .isEqualTo(URL + "[PAYLOAD_DIGEST_WRONG]");
        assertThat(with("WARC-Payload-Digest", "sha1:" + hex())).isEqualTo(URL);
        assertThat(with("WARC-Payload-Digest", "crc:1234")).isEqualTo(URL + "[DIGEST_UNKNOWN]");
        assertThat(with("WARC-Payload-Digest", "nonsense")).isEqualTo(URL + "[DIGEST_UNKNOWN]");
        assertThat(with("WARC-Payload-Digest", "", "WARC-Block-Digest", "")).isEqualTo(URL + "[DIGEST_MISSING]");
        assertThat(with("WARC-Date", "yesterday")).isEqualTo(URL + "[DATE_INVALID]");
        assertThat(with("WARC-Date", "")).isEqualTo(URL + "[DATE_INVALID]");
        assertThat(with("WARC-Truncated", "length")).isEqualTo(URL + "[TRUNCATED]");
        assertThat(with("WARC-Segment-Number", "1")).isEqualTo("SEGMENTED");
        assertThat(outcome(new WarcBuilder().response(URL, HTML + "\nContent-Length: 17", PAGE)))
                .isEqualTo(URL + "[HTTP_LENGTH_WRONG]");
    }

    @Test
    void aTruncatedRecordIsReadAsFarAsItGoes() {
        byte[] packed = WarcBuilder.gzip(PAGE);
        assertThat(outcome(new WarcBuilder()
                        .http(
                                URL,
                                "HTTP/1.1 200 OK",
                                HTML + "\nContent-Encoding: gzip",
                                Arrays.copyOf(packed, packed.length - 30),
                                Map.of("WARC-Truncated", "disconnect"))))
                .isEqualTo(URL + "[TRUNCATED]");
    }

    @Test
    void whatIsNoPageIsFilteredWithAReason() {
        assertThat(outcome(new WarcBuilder().http(URL, "HTTP/1.1 301 Moved", HTML, PAGE, Map.of())))
                .isEqualTo("HTTP_301");
        assertThat(outcome(new WarcBuilder().response(URL, "Content-Type: application/json", PAGE)))
                .isEqualTo("CONTENT_TYPE");
        assertThat(outcome(new WarcBuilder().response(URL, "Server: x", "a,b\n1,2".getBytes(UTF_8))))
                .isEqualTo("CONTENT_TYPE");
        assertThat(outcome(new WarcBuilder().response(URL, "Server: x", PAGE))).isEqualTo(URL);
        assertThat(outcome(new WarcBuilder().response("dns:a.example", "x: y", PAGE)))
                .isEqualTo("TARGET_NOT_WEB");
        assertThat(record("resource", "metadata://gnu.org/software/wget/warc/wget.log", "text/plain", PAGE))
                .isEqualTo("TARGET_NOT_WEB");
        assertThat(record("request", URL, "application/http", PAGE)).isEqualTo("WARC_REQUEST");
        assertThat(record("something", URL, "text/html", PAGE)).isEqualTo("WARC_OTHER");
        assertThat(record("continuation", URL, "text/html", PAGE)).isEqualTo("WARC_CONTINUATION");
    }

    @Test
    void readsResourcesAndTheTextOfWetFiles() {
        assertThat(record("resource", URL, "application/xhtml+xml", PAGE)).isEqualTo(URL);
        assertThat(record("conversion", URL, "text/plain", "Harbour wall\nIt is raised.".getBytes(UTF_8)))
                .isEqualTo(URL);
        assertThat(record("conversion", "<" + URL + ">", "application/pdf", PAGE))
                .isEqualTo("CONTENT_TYPE");
    }

    @Test
    void whatCannotBeReadIsQuarantinedWithACode() {
        assertThat(outcome(new WarcBuilder().response(URL, HTML, new byte[0]))).isEqualTo("EMPTY");
        assertThat(outcome(new WarcBuilder()
                        .response(URL, HTML, new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})))
                .isEqualTo("NOT_TEXT");
        assertThat(record("response", URL, "application/http; msgtype=response", "no response".getBytes(UTF_8)))
                .isEqualTo("HTTP_DAMAGED");
    }

    private String text(String encoding, byte[] body) {
        return document(new WarcBuilder().response(URL, HTML + "\nContent-Encoding: " + encoding, body))
                .text();
    }

    private String encoded(String encoding, byte[] body) {
        return outcome(new WarcBuilder().response(URL, HTML + "\nContent-Encoding: " + encoding, body));
    }

    private String with(String... fields) {
        Map<String, String> all = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            all.put(fields[i], fields[i + 1]);
        }
        return outcome(new WarcBuilder().http(URL, "HTTP/1.1 200 OK", HTML, PAGE, all));
    }

    private String record(String type, String url, String contentType, byte[] block) {
        return outcome(
                new WarcBuilder().record(type, Map.of("WARC-Target-URI", url, "Content-Type", contentType), block));
    }

    private static String hex() {
        try {
            return java.util.HexFormat.of()
                    .formatHex(java.security.MessageDigest.getInstance("SHA-1").digest(PAGE));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] deflated(boolean raw) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(9, raw))) {
            out.write(PAGE);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private RawDocument document(WarcBuilder warc) {
        List<Reading> readings = ArchiveReadings.of(warc.write(folder.resolve("a.warc"), warc.plain()));
        return ((Reading.Read) readings.get(0)).document();
    }

    private String outcome(WarcBuilder warc) {
        return ArchiveReadings.outcomes(warc.write(folder.resolve("a.warc"), warc.gzip()));
    }
}
