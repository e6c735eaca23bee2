package dev.copydesk.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.copydesk.WarcBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes {@code samples/archives} anew: three invented stories, packed in every way. Run from the project's folder. */
final class SampleArchives {

    private static final String KELP = "https://tidewatch.example/2026/03/kelp-nursery";
    private static final String CLOCK = "https://tidewatch.example/2026/03/town-clock";

    private static final String BATS = "https://tidewatch.example/2026/03/net-loft-bats";

    private SampleArchives() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of("samples", "archives"));
        crawl().write(folder.resolve("crawl.warc.gz"), crawl().gzip());
        WarcBuilder kelp = new WarcBuilder().response(KELP, "Content-Type: text/html; charset=utf-8", page(KELP));
        kelp.write(folder.resolve("plain.warc"), kelp.plain());
        WarcBuilder clock = new WarcBuilder().response(CLOCK, "Content-Type: text/html; charset=utf-8", page(CLOCK));
        clock.write(folder.resolve("frames.warc.zst"), clock.zstd());
        WarcBuilder text = new WarcBuilder()
                .record("conversion", Map.of("WARC-Target-URI", BATS, "Content-Type", "text/plain"), text());
        text.write(folder.resolve("text.wet.gz"), text.gzip());
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("collection.wacz")))) {
            add(
                    zip,
                    "datapackage.json",
                    "{\"profile\": \"data-package\", \"wacz_version\": \"1.1.1\", \"resources\": []}".getBytes(UTF_8));
            add(zip, "archive/data.warc.gz", crawl().gzip());
        }
    }

    static WarcBuilder crawl() {
        byte[] kelp = page(KELP);
        return new WarcBuilder()
                .record(
                        "warcinfo",
                        Map.of("Content-Type", "application/warc-fields"),
                        "software: none, written by hand\r\n".getBytes(UTF_8))
                .record(
                        "request",
                        Map.of("WARC-Target-URI", KELP, "Content-Type", "application/http;msgtype=request"),
                        "GET /2026/03/kelp-nursery HTTP/1.1\r\nHost: tidewatch.example\r\n\r\n".getBytes(UTF_8))
                .response(
                        KELP, "Content-Type: text/html; charset=utf-8\nContent-Encoding: gzip", WarcBuilder.gzip(kelp))
                .response(CLOCK, "Content-Type: text/html; charset=utf-8", page(CLOCK))
                .http(
                        "https://tidewatch.example/gone",
                        "HTTP/1.1 404 Not Found",
                        "Content-Type: text/html",
                        "Gone".getBytes(UTF_8),
                        Map.of())
                .revisit(CLOCK, "2026-03-09T08:15:00Z", WarcBuilder.sha1(page(CLOCK)), CLOCK, WarcBuilder.DATE);
    }

    private static byte[] text() {
        return """
                Bats get a roof of their own above the net loft

                By Maren Oakes

                The bats that lived in the net loft have moved into a roof that was built for them above it, the harbour trust says.

                More than ninety were counted on the first warm evening of the month, when they came out one by one under the eaves.

                The loft itself will be a workshop again from May, with tables for the menders and a stove that does not smoke.
                """.getBytes(UTF_8);
    }

    private static byte[] page(String url) {
        boolean kelp = url.equals(KELP);
        String title = kelp
                ? "Kelp nursery opens in the old lifeboat station"
                : "Town clock strikes again after eleven silent years";
        String body = kelp ? """
                <p>A nursery for sugar kelp has opened in the old lifeboat station, where seedlings grow on string until they are long enough for the bay.</p>
                <p>The first lines will be hung between the moorings in April, said Maren Oakes, who leads the project with two retired trawlermen.</p>
                <p>Visitors may look at the tanks on Saturday mornings, when the water is changed and the strings are turned.</p>""" : """
                <p>The town clock struck noon on Monday for the first time in eleven years, to the applause of some forty people in the square.</p>
                <p>A bearing had worn through and no workshop would cast another, until an apprentice turned one from bronze in her own time.</p>
                <p>The council will now wind the clock twice a week and has put a bench where people used to stand and listen.</p>""";
        return ("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + title
                        + " | Tidewatch</title>\n"
                        + "<link rel=\"canonical\" href=\"" + url + "\">\n"
                        + "<meta property=\"article:published_time\" content=\"2026-03-02T07:00:00Z\"></head>\n"
                        + "<body><article><h1>" + title + "</h1>\n" + body + "\n</article></body></html>\n")
                .getBytes(UTF_8);
    }

    /** Adds an entry that is not packed, as WACZ wants its archives. */
    static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(checksum.getValue());
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(bytes);
    }
}
