package dev.copydesk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.netpreserve.jwarc.WarcDigest;

/** Builds WARC archives of records byte by byte, so that anything can be wrong with them. */
public final class WarcBuilder {

    public static final String DATE = "2026-03-02T08:15:00Z";

    private final List<byte[]> records = new ArrayList<>();

    /** A story of some paragraphs at this URL. */
    public static String page(String url, String title) {
        String story =
                "<p>Part %d of " + title + ": the council of Lindhaven said on Tuesday that the old harbour wall would"
                        + " be raised by half a metre, after two winters in which the sea had come over it.</p>";
        return "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>" + title + "</title>"
                + "<link rel=canonical href='" + url + "'></head><body><article><h1>" + title + "</h1>"
                + story.formatted(1) + story.formatted(2) + story.formatted(3) + "</article></body></html>";
    }

    /** A response that holds a story, with right digests. */
    public WarcBuilder page(String url) {
        return response(
                url,
                "Content-Type: text/html; charset=utf-8",
                page(url, "The story at " + url).getBytes(UTF_8));
    }

    /** A response with these HTTP headers, lines without their ends, and this body as sent. */
    public WarcBuilder response(String url, String headers, byte[] body) {
        return http(url, "HTTP/1.1 200 OK", headers, body, Map.of());
    }

    /** A response with further fields of the record; an empty one is left out. */
    public WarcBuilder http(String url, String status, String headers, byte[] body, Map<String, String> fields) {
        byte[] head = (status + "\r\n" + headers.replace("\n", "\r\n") + "\r\n\r\n").getBytes(UTF_8);
        Map<String, String> all = new LinkedHashMap<>(Map.of(
                "WARC-Target-URI",
                url,
                "Content-Type",
                "application/http;msgtype=response",
                "WARC-Payload-Digest",
                sha1(body)));
        all.putAll(fields);
        return record("response", all, joined(head, body));
    }

    /** A record with right length, date and block digest, unless the fields have others. */
    public WarcBuilder record(String type, Map<String, String> fields, byte[] block) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("WARC-Type", type);
        all.put("WARC-Date", DATE);
        all.put("WARC-Record-ID", "<urn:uuid:00000000-0000-4000-8000-%012d>".formatted(records.size()));
        all.put("WARC-Block-Digest", sha1(block));
        all.put("Content-Length", Integer.toString(block.length));
        all.putAll(fields);
        StringBuilder header = new StringBuilder("WARC/1.1\r\n");
        all.forEach((name, value) -> header.append(value.isEmpty() ? "" : name + ": " + value + "\r\n"));
        return raw(joined(joined(header.append("\r\n").toString().getBytes(UTF_8), block), "\r\n\r\n".getBytes(UTF_8)));
    }

    /** A record that says that the page at this URL was the same as at an earlier capture. */
    public WarcBuilder revisit(String url, String date, String payloadDigest, String originalUrl, String originalDate) {
        return record(
                "revisit",
                Map.of(
                        "WARC-Target-URI", url,
                        "WARC-Date", date,
                        "WARC-Profile", "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest",
                        "WARC-Payload-Digest", payloadDigest,
                        "WARC-Refers-To-Target-URI", originalUrl,
                        "WARC-Refers-To-Date", originalDate),
                new byte[0]);
    }

    /** Whatever these bytes are. */
    public WarcBuilder raw(byte[] bytes) {
        records.add(bytes);
        return this;
    }

    /** The record at this index, not packed. */
    public byte[] get(int index) {
        return records.get(index);
    }

    /** How many records there are. */
    public int size() {
        return records.size();
    }

    public byte[] plain() {
        return records.stream().reduce(new byte[0], WarcBuilder::joined);
    }

    /** Each record as a gzip member. */
    public byte[] gzip() {
        return records.stream().map(WarcBuilder::gzip).reduce(new byte[0], WarcBuilder::joined);
    }

    /** Each record as a frame. */
    public byte[] zstd() {
        return records.stream().map(Zstd::compress).reduce(new byte[0], WarcBuilder::joined);
    }

    public Path write(Path file, byte[] archive) {
        try {
            return Files.write(file, archive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    public static byte[] joined(byte[] first, byte[] second) {
        byte[] joined = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    public static String sha1(byte[] bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update(bytes);
            return new WarcDigest(digest).prefixedBase32();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
