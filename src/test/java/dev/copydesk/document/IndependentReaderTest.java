package dev.copydesk.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import dev.copydesk.InstalledProgram;
import dev.copydesk.WarcBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.tools.WarcTool;

/** Archives read here and by jwarc's command line tool, which finds records in its own way. */
class IndependentReaderTest {

    @TempDir
    private Path folder;

    @Test
    void theSameRecordsAreFoundInArchivesOfTheTests() throws Exception {
        WarcBuilder warc = new WarcBuilder();
        for (int i = 0; i < 50; i++) {
            String url = "https://a.example/" + i;
            warc.record(
                            "request",
                            Map.of("WARC-Target-URI", url, "Content-Type", "application/http"),
                            "GET / HTTP/1.1\r\n\r\n".getBytes(UTF_8))
                    .page(url)
                    .http(url + "/gone", "HTTP/1.1 404 Not Found", "Content-Type: text/html", new byte[i], Map.of())
                    .revisit(url, WarcBuilder.DATE, WarcBuilder.sha1(new byte[i]), url, WarcBuilder.DATE);
        }
        // not zstd, of which jwarc's tool does not find the end
        for (byte[] archive : List.of(warc.plain(), warc.gzip())) {
            assertSameRecords(warc.write(folder.resolve("a.warc"), archive), 50);
        }
    }

    /** Wget on its own web site: whatever Debian's version writes. */
    @Test
    void theSameRecordsAreFoundInWhatWgetWrites() throws Exception {
        assumeTrue(InstalledProgram.find("wget").isPresent(), "wget is not installed");
        Map<String, byte[]> site = new TreeMap<>();
        for (int i = 1; i <= 5; i++) {
            String next =
                    "<a href='/story" + i % 5 + ".html'>Next</a><img src='/picture.png'><a href='/nowhere'>No</a>";
            site.put("/story" + i % 5 + ".html", (WarcBuilder.page("", "Story " + i) + next).getBytes(UTF_8));
        }
        HttpServer server = serve(site);
        try {
            String start = "http://127.0.0.1:" + server.getAddress().getPort() + "/story1.html";
            Process wget = new ProcessBuilder(List.of(
                            "wget",
                            "--no-proxy",
                            "--tries=1",
                            "--timeout=20",
                            "--execute",
                            "robots=off",
                            "--recursive",
                            "--page-requisites",
                            "--header=Accept-Encoding: gzip",
                            "--compression=none",
                            "--warc-file=crawl",
                            start))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("wget.log").toFile())
                    .start();
            assertThat(wget.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            server.stop(0);
        }
        Path archive = folder.resolve("crawl.warc.gz");
        List<RawDocument> pages = assertSameRecords(archive, 1);
        assertThat(pages).isNotEmpty();
        for (RawDocument page : pages) {
            assertThat(page.warnings()).isEmpty();
            assertThat(page.url()).startsWith("http://127.0.0.1:");
            assertThat(page.payload())
                    .isEqualTo(site.get(String.valueOf(page.url()).replaceFirst("http://[^/]*", "")));
        }
    }

    /** Offsets, types and URLs as jwarc lists them; payloads as it extracts them. */
    private static List<RawDocument> assertSameRecords(Path file, int leastPages) throws Exception {
        List<Reading> readings = ArchiveReadings.of(file);
        List<String> listed = jwarc("ls", file.toString())
                .toString(UTF_8)
                .lines()
                .map(String::strip)
                .toList();
        assertThat(readings.stream().map(reading -> Long.toString(reading.offset())))
                .isEqualTo(listed.stream()
                        .map(line -> line.substring(0, line.indexOf(' ')))
                        .toList());
        List<RawDocument> documents = readings.stream()
                .filter(Reading.Read.class::isInstance)
                .map(reading -> ((Reading.Read) reading).document())
                .toList();
        assertThat(documents).hasSizeGreaterThanOrEqualTo(leastPages);
        assertThat(documents.stream().map(document -> document.offset() + " response 200 " + document.url()))
                .isSubsetOf(
                        listed.stream().map(line -> line.replaceAll(" +", " ")).toList());
        RawDocument last = documents.get(documents.size() - 1);
        assertThat(jwarc("extract", "--payload", file.toString(), Long.toString(last.offset()))
                        .toByteArray())
                .isEqualTo(last.payload());
        return documents;
    }

    private static ByteArrayOutputStream jwarc(String... arguments) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, UTF_8));
        try {
            WarcTool.main(arguments);
            System.out.flush();
        } finally {
            System.setOut(before);
        }
        return out;
    }

    private static HttpServer serve(Map<String, byte[]> site) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] page = site.get(exchange.getRequestURI().getPath());
            boolean picture = exchange.getRequestURI().getPath().endsWith(".png");
            exchange.getResponseHeaders().add("Content-Type", picture ? "image/png" : "text/html; charset=utf-8");
            boolean packed = page != null && page.length % 2 == 0;
            if (packed) {
                exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            }
            exchange.sendResponseHeaders(page == null && !picture ? 404 : 200, 0); // of unknown length, hence in chunks
            OutputStream body = exchange.getResponseBody();
            try (OutputStream out = packed ? new GZIPOutputStream(body) : body) {
                out.write(page == null ? new byte[10] : page);
            }
        });
        server.start();
        return server;
    }
}
