package dev.copydesk.document.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.copydesk.TestCertificate;
import dev.copydesk.WarcBuilder;
import dev.copydesk.WebStub;
import dev.copydesk.document.ArchivePosition;
import dev.copydesk.document.ArchiveReader;
import dev.copydesk.document.ArchiveRecord;
import dev.copydesk.document.LeftOut;
import dev.copydesk.document.PayloadDigest;
import dev.copydesk.document.Reading;
import dev.copydesk.document.RemoteAccessException;
import dev.copydesk.document.RemoteFiles;
import dev.copydesk.document.SourceAccess;
import dev.copydesk.document.SourceFile;
import dev.copydesk.document.SourceFormat;
import dev.copydesk.document.SourceLocation;
import dev.copydesk.document.SourceReader;
import dev.copydesk.document.SourceTree;
import dev.copydesk.document.SourceVisitor;
import dev.copydesk.document.UnusableInputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.impl.InMemoryDnsResolver;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of a web server are read as those on disk are, or it is said why not. */
class NetworkFilesTest {

    private static final int MOST = 20 << 20;

    @TempDir
    private Path folder;

    private final WebStub web = new WebStub();
    private NetworkFiles files;

    @BeforeEach
    void open() {
        files = new NetworkFiles(settings(true));
    }

    @AfterEach
    void close() throws IOException {
        files.close();
        web.close();
    }

    private RemoteSettings settings(boolean allowPrivate) {
        return new RemoteSettings(allowPrivate, () -> folder.resolve("copies"), Duration.ofMillis(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.warc.gz", "a.warc", "a.warc.zst", "a.wacz", "packed.gz"})
    void readsAnArchiveAsItIsReadOnDisk(String name) throws IOException {
        WarcBuilder warc = archive(60, 20_000);
        byte[] bytes = name.endsWith(".zst") ? warc.zstd() : name.endsWith(".warc") ? warc.plain() : warc.gzip();
        bytes = name.endsWith(".wacz") ? wacz(bytes) : bytes;
        web.put("/" + name, bytes);
        Path local = Files.write(folder.resolve(name), bytes);

        List<String> readings = readings(found(web.url("/" + name)));

        assertThat(readings).isEqualTo(readings(found(local.toString()))).hasSize(60);
        assertThat(web.requests.size()).as("requests").isBetween(4, 40);
        assertThat(folder.resolve("copies")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.warc.gz", "a.warc", "a.wacz"})
    void aDamagedArchiveIsReadAsItIsOnDisk(String name) throws IOException {
        WarcBuilder warc = archive(20, 20_000).raw("WARC/1.1\r\nContent-Length: 99999\r\n\r\ncut".getBytes(UTF_8));
        byte[] bytes = name.endsWith(".warc") ? warc.plain() : warc.gzip();
        new Random(1).ints(200, bytes.length / 3, bytes.length / 2).forEach(i -> bytes[i] ^= 0x55);
        byte[] damaged = name.endsWith(".wacz") ? wacz(bytes) : bytes;
        web.put("/" + name, damaged);
        Path local = Files.write(folder.resolve(name), damaged);

        assertThat(readings(found(web.url("/" + name)))).isEqualTo(readings(found(local.toString())));
    }

    @ParameterizedTest
    @CsvSource({"page.html, HTML", "page.html.gz, HTML", "page.txt, TEXT"})
    void readsAPageInOneRequestBesideTheOneThatFindsIt(String name, SourceFormat format) {
        byte[] page = WarcBuilder.page("https://a.example/1", "Harbour wall").getBytes(UTF_8);
        web.put("/" + name, name.endsWith(".gz") ? WarcBuilder.gzip(page) : page);

        SourceFile file = found(web.url("/" + name));

        assertThat(file.format()).isEqualTo(format);
        assertThat(file.location()).hasToString(web.url("/" + name));
        assertThat(file.version()).startsWith("etag:\"");
        assertThat(file.modifiedAt()).isEqualTo(Instant.parse("2026-03-02T08:15:00Z"));
        assertThat(file.url())
                .as("the place of a file is not the page's address")
                .isNull();
        assertThat(readings(file)).containsExactly("0 " + PayloadDigest.of(page));
        assertThat(web.requests).hasSize(2);
    }

    @Test
    void readsNothingThatLiesBeforeThePosition() throws IOException {
        WarcBuilder warc = archive(60, 20_000);
        web.put("/a.warc.gz", warc.gzip());
        SourceFile file = found(web.url("/a.warc.gz"));
        ArchivePosition half = null;
        try (ArchiveReader reader = open(file, ArchivePosition.START)) {
            for (int i = 0; i < 30; i++) {
                reader.next();
            }
            half = reader.position();
        }
        web.requests.clear();

        try (ArchiveReader reader = open(file, half)) {
            ArchiveRecord first = Objects.requireNonNull(reader.next());
            assertThat(first.offset()).isEqualTo(half.offset());
            while (reader.next() != null) {
                // to the end
            }
        }
        assertThat(web.requests.get(0).from()).isZero(); // how the archive is packed
        assertThat(web.requests.get(0).to()).isLessThan(RemoteChannel.GLANCE);
        long position = half.piece();
        assertThat(web.requests.subList(1, web.requests.size()))
                .isNotEmpty()
                .allMatch(request -> request.from() >= position);
    }

    @Test
    void passesOverTheContentOfLargeRecordsOfOtherKinds() throws IOException {
        byte[] video = new byte[3 * RemoteChannel.MOST];
        byte[] bytes = new WarcBuilder()
                .page("https://a.example/1")
                .record("metadata", Map.of("WARC-Target-URI", "https://a.example/v"), video)
                .page("https://a.example/2")
                .plain();
        web.put("/a.warc", bytes);

        assertThat(readings(found(web.url("/a.warc")))).hasSize(3);
        assertThat(web.requests.stream()
                        .filter(request -> request.from() >= 0)
                        .mapToLong(request -> Math.min(request.to(), bytes.length) - request.from() + 1)
                        .sum())
                .as("bytes asked for")
                .isLessThan(bytes.length / 2);
    }

    @Test
    void aConnectionThatBreaksIsTakenUpAtTheByteItHad() throws IOException {
        byte[] bytes = archive(60, 20_000).gzip();
        web.put("/a.warc.gz", bytes);
        Path local = Files.write(folder.resolve("a.warc.gz"), bytes);
        SourceFile file = found(web.url("/a.warc.gz"));
        web.requests.clear();
        web.breakOff(5, 1000);

        assertThat(readings(file)).isEqualTo(readings(found(local.toString())));
        assertThat(web.requests.stream().limit(6).map(WebStub.Request::from))
                .containsExactly(0L, 1000L, 2000L, 3000L, 4000L, 5000L);
        assertThat(web.requests.stream().limit(6).map(WebStub.Request::to)).containsOnly(RemoteChannel.GLANCE - 1L);
        assertThat(web.requests).allMatch(request -> ("etag:" + request.header("If-Range")).equals(file.version()));
    }

    @Test
    void aServerThatBreaksOffForEverIsGivenUp() {
        web.put("/a.html", "<p>x".getBytes(UTF_8));
        SourceFile file = found(web.url("/a.html"));
        web.breakOff(1_000, 0);

        assertFailure("REMOTE_UNAVAILABLE", () -> readings(file)).hasMessageContaining("after 8 tries");
    }

    @Test
    void aBusyServerIsAskedAgain() {
        web.put("/a.html", "<p>some text".getBytes(UTF_8));
        web.answer(503, 429, 500);
        SourceFile file = found(web.url("/a.html"));
        web.answer(502, 504);

        assertThat(readings(file)).hasSize(1);
        assertThat(web.requests).hasSize(4 + 3);
    }

    @ParameterizedTest
    @CsvSource({
        "404, REMOTE_NOT_FOUND",
        "410, REMOTE_NOT_FOUND",
        "401, REMOTE_FORBIDDEN",
        "403, REMOTE_FORBIDDEN",
        "400, REMOTE_STATUS",
        "418, REMOTE_STATUS"
    })
    void aStatusThatBringsNothingIsToldAtOnce(int status, String code) {
        web.answer(status);

        assertFailure(code, () -> found(web.url("/a.html"))).hasMessageContaining(web.url("/a.html"));
        assertThat(web.requests).hasSize(1);
    }

    @Test
    void aHostThatDoesNotAnswerIsToldOf() {
        web.close();

        assertFailure("REMOTE_UNAVAILABLE", () -> found(web.url("/a.html")));
        assertFailure("REMOTE_UNAVAILABLE", () -> found("http://no-such-host.invalid/a.html"))
                .hasMessageContaining("there is no such host");
    }

    @Test
    void aFileThatIsGoneMeanwhileIsUnreadable() {
        web.put("/a.warc.gz", archive(3, 100).gzip());
        SourceFile file = found(web.url("/a.warc.gz"));
        web.remove("/a.warc.gz");

        assertThat(readings(file)).containsExactly("0 FILE_UNREADABLE cannot be read: it is no longer there");
    }

    @Test
    void credentialsThatExpireMeanwhileEndTheReadingAndAreNoFaultOfTheFile() {
        web.put("/a.warc.gz", archive(3, 100).gzip());
        SourceFile file = found(web.url("/a.warc.gz"));
        web.answer(403);

        assertFailure("REMOTE_FORBIDDEN", () -> readings(file));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void neverReadsStretchesOfTwoVersions(boolean conditions) throws IOException {
        neverReadsStretchesOfTwoVersions(conditions, "\"first\"", "\"second\"", WebStub.MODIFIED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void neverReadsStretchesOfTwoVersionsThatAreToldByTheirTimes(boolean conditions) throws IOException {
        neverReadsStretchesOfTwoVersions(conditions, null, null, "Mon, 02 Mar 2026 08:15:01 GMT");
    }

    private void neverReadsStretchesOfTwoVersions(
            boolean conditions, @Nullable String before, @Nullable String after, String modified) throws IOException {
        byte[] bytes = archive(60, 20_000).gzip();
        web.put("/a.warc.gz", new WebStub.Content(bytes, before, WebStub.MODIFIED));
        if (!conditions) {
            web.withoutConditions();
        }
        SourceFile file = found(web.url("/a.warc.gz"));
        List<String> read = new ArrayList<>();
        try (ArchiveReader reader = open(file, ArchivePosition.START)) {
            ArchiveRecord record;
            while ((record = reader.next()) != null) {
                read.add(text(record.reading()));
                web.put("/a.warc.gz", new WebStub.Content(bytes, after, modified));
            }
        }

        assertThat(read).hasSizeBetween(2, 59);
        assertThat(read.get(read.size() - 1)).contains("SOURCE_CHANGED");
    }

    @Test
    void aFileThatBecameShorterHasChanged() {
        String tag = "\"the same\"";
        web.put("/a.warc.gz", new WebStub.Content(archive(60, 20_000).gzip(), tag, WebStub.MODIFIED));
        SourceFile file = found(web.url("/a.warc.gz"));
        web.put("/a.warc.gz", new WebStub.Content(new byte[0], tag, WebStub.MODIFIED));

        assertThat(readings(file)).singleElement().asString().contains("SOURCE_CHANGED");
    }

    @Test
    void aServerWithoutRangesIsAskedOnceForAllOfAnArchive() throws IOException {
        byte[] bytes = archive(60, 20_000).gzip();
        web.withoutRanges().put("/a.warc.gz", bytes);
        Path local = Files.write(folder.resolve("a.warc.gz"), bytes);
        SourceFile file = found(web.url("/a.warc.gz"));
        web.requests.clear();

        assertThat(readings(file)).isEqualTo(readings(found(local.toString())));
        assertThat(web.requests)
                .as("one tells that it sends all, the other takes it")
                .hasSize(2);
        assertThat(folder.resolve("copies")).isEmptyDirectory();
    }

    @Test
    void aCopyThatBreaksOffIsTakenAnew() throws IOException {
        byte[] bytes = archive(60, 20_000).gzip();
        web.withoutRanges().put("/a.warc.gz", bytes);
        SourceFile file = found(web.url("/a.warc.gz"));
        web.breakOff(3, 70_000);

        assertThat(readings(file)).hasSize(60);
    }

    @Test
    void aCopyOfAnotherVersionIsNotRead() {
        web.withoutRanges().put("/a.warc.gz", archive(60, 20_000).gzip());
        SourceFile file = found(web.url("/a.warc.gz"));
        web.put("/a.warc.gz", archive(61, 20_000).gzip());

        assertThat(readings(file)).singleElement().asString().contains("SOURCE_CHANGED");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aServerThatTellsNoVersionsIsHeldToTheContent(boolean lengths) {
        byte[] page = WarcBuilder.page("https://a.example/1", "Harbour wall").getBytes(UTF_8);
        web.put("/a.html", new WebStub.Content(page, lengths ? null : "\"tag\"", null));
        if (!lengths) {
            web.withoutRanges().withoutLengths();
        }
        SourceFile file = found(web.url("/a.html"));
        assertThat(file.version()).isEqualTo(PayloadDigest.of(page).hex());
        assertThat(file.size()).isEqualTo(page.length);
        assertThat(readings(file)).containsExactly("0 " + PayloadDigest.of(page));

        web.put("/a.html", new WebStub.Content("<p>other".getBytes(UTF_8), null, null));

        assertThat(readings(file)).singleElement().asString().contains("SOURCE_CHANGED");
    }

    @Test
    void aWeakTagIsNoVersion() {
        web.put("/a.html", new WebStub.Content("<p>x".getBytes(UTF_8), "W/\"weak\"", null));
        assertThat(found(web.url("/a.html")).version()).hasSize(64);

        web.put("/a.html", new WebStub.Content("<p>x".getBytes(UTF_8), "W/\"weak\"", WebStub.MODIFIED));
        assertThat(found(web.url("/a.html")).version()).isEqualTo("modified:2026-03-02T08:15:00Z:4");
    }

    @Test
    void headersHaveAnEnd() {
        web.specially(exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"" + "x".repeat(5 << 20) + "\"");
            return false;
        });
        web.put("/a.html", new WebStub.Content("<p>x".getBytes(UTF_8), null, WebStub.MODIFIED));

        assertFailure("REMOTE_UNAVAILABLE", () -> found(web.url("/a.html")));
    }

    @Test
    void aTagThatIsTooLongToKeepIsNoVersion() {
        web.put(
                "/a.html",
                new WebStub.Content("<p>x".getBytes(UTF_8), "\"" + "x".repeat(300) + "\"", WebStub.MODIFIED));

        assertThat(found(web.url("/a.html")).version()).startsWith("modified:");
    }

    @Test
    void lettersBeyondAsciiAreSentAsTheWebHasThem() {
        web.put("/%C3%BC.html", "<p>some text".getBytes(UTF_8));

        assertThat(readings(found(web.url("/ü.html")))).hasSize(1);
    }

    @Test
    void anEmptyFileIsOne() {
        web.put("/a.warc.gz", new byte[0]);

        SourceFile file = found(web.url("/a.warc.gz"));

        assertThat(file.size()).isZero();
        assertThat(readings(file)).containsExactly("0 EMPTY is empty");
    }

    @Test
    void noMoreOfAPageIsReadThanTheLimit() {
        web.put("/a.html", new byte[5 * RemoteChannel.MOST]);
        SourceFile file = found(web.url("/a.html"));
        web.requests.clear();
        List<Reading> readings = new ArrayList<>();

        new SourceReader(1000, new SourceAccess(files)).read(file, (entry, reading) -> readings.add(reading));

        assertThat(text(readings.get(0))).contains("TOO_LARGE");
        assertThat(web.requests).hasSize(1);
    }

    @Test
    void redirectsAreFollowedFromTheStartEachTime() {
        web.put("/a.html", "<p>some text".getBytes(UTF_8));
        redirect("/start.html", "/middle?x-amz-signature=hunter2", "/middle", web.url("/a.html"));

        SourceFile file = found(web.url("/start.html"));

        assertThat(file.location()).hasToString(web.url("/start.html"));
        assertThat(readings(file)).hasSize(1);
        assertThat(web.requests.stream().map(WebStub.Request::path))
                .containsExactly(
                        "/start.html",
                        "/middle?x-amz-signature=hunter2",
                        "/a.html",
                        "/start.html",
                        "/middle?x-amz-signature=hunter2",
                        "/a.html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/start.html", "file:///etc/passwd", "https://ana:hunter2@a.example/", "", "http://["})
    void redirectsThatLeadNowhereAreRefused(String target) {
        redirect("/start.html", target);

        assertFailure("REMOTE_REDIRECT_REFUSED", () -> found(web.url("/start.html")))
                .hasMessageNotContaining("hunter2");
        assertThat(web.requests.size()).isLessThan(8);
    }

    @Test
    void privateAddressesAreRefusedBeforeAnythingIsAsked() throws IOException {
        web.put("/a.html", "<p>x".getBytes(UTF_8));
        try (NetworkFiles closed = new NetworkFiles(settings(false))) {
            for (String host : List.of("127.0.0.1", "localhost", "[::1]", "2130706433")) {
                String url = "http://" + host + ":" + web.port() + "/a.html";
                assertFailure("REMOTE_ADDRESS_REFUSED", () -> closed.find(new SourceLocation.Remote(url)))
                        .hasMessageContaining("COPYDESK_ALLOW_PRIVATE_ADDRESSES");
            }
        }
        assertThat(web.requests).isEmpty();
    }

    @Test
    void aRedirectToAPrivateAddressIsRefused() throws Exception {
        InetAddress allowed = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        CheckedDns dns = new CheckedDns(SystemDefaultDnsResolver.INSTANCE, allowed::equals);
        try (HttpFiles http = new HttpFiles(dns, new Patience(Duration.ofMillis(1)))) {
            for (String target :
                    List.of("http://169.254.169.254/latest/meta-data", "http://127.0.0.2/", "http://[::1]/")) {
                redirect("/start.html", target);
                assertFailure("REMOTE_ADDRESS_REFUSED", () -> http.find(web.url("/start.html")));
            }
        }
    }

    @Test
    void aNameIsLookedUpOnceForEachConnectionAndThatAddressIsConnectedTo() throws Exception {
        web.put("/a.html", "<p>x".getBytes(UTF_8));
        List<String> asked = new ArrayList<>();
        InMemoryDnsResolver names = new InMemoryDnsResolver() {
            @Override
            public InetAddress[] resolve(String host) {
                asked.add(host);
                return new InetAddress[] {InetAddress.getLoopbackAddress()};
            }
        };
        try (HttpFiles http =
                new HttpFiles(new CheckedDns(names, address -> true), new Patience(Duration.ofMillis(1)))) {
            RemoteFiles.Found found = http.find("http://pages.example:" + web.port() + "/a.html");
            assertThat(found.size()).isEqualTo(4);
        }
        assertThat(asked).containsExactly("pages.example");
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(
                new HttpsConfigurator(TestCertificate.in(folder).context()));
        try (WebStub secure = new WebStub(server)) {
            secure.put("/a.html", "<p>x".getBytes(UTF_8));
            String url = "https://localhost:" + secure.port() + "/a.html";

            assertFailure("REMOTE_TLS_FAILED", () -> found(url));
            assertThat(secure.requests).isEmpty();
        }
    }

    @Test
    void whatIsNoPageByNameIsOneByWhatItsServerCallsIt() {
        web.put("/story/1", "<p>some text".getBytes(UTF_8));
        AtomicBoolean html = new AtomicBoolean(true);
        web.specially(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", html.get() ? "text/html; charset=utf-8" : "image/png");
            return false;
        });
        assertThat(found(web.url("/story/1")).format()).isEqualTo(SourceFormat.HTML);

        html.set(false);

        assertThatThrownBy(() -> found(web.url("/story/1")))
                .isInstanceOfSatisfying(
                        UnusableInputException.class, e -> assertThat(e.code()).isEqualTo("KIND_UNSUPPORTED"));
    }

    private void redirect(String... pairs) {
        web.specially(exchange -> {
            URI uri = exchange.getRequestURI();
            for (int i = 0; i < pairs.length; i += 2) {
                if (uri.getPath().equals(pairs[i])) {
                    exchange.getResponseHeaders().set("Location", pairs[i + 1]);
                    exchange.sendResponseHeaders(302, -1);
                    return true;
                }
            }
            return false;
        });
    }

    private static AbstractThrowableAssert<?, ?> assertFailure(String code, ThrowingCallable action) {
        return assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        RemoteAccessException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private SourceFile found(String input) {
        List<SourceFile> found = new ArrayList<>();
        SourceTree.of(List.of(input), new SourceAccess(files)).visit(new SourceVisitor() {
            @Override
            public void file(SourceFile file, String name) {
                found.add(file);
            }

            @Override
            public void manifest(Path manifest) {
                throw new IllegalStateException("there is none");
            }

            @Override
            public void leftOut(LeftOut leftOut) {
                throw new IllegalStateException(leftOut.toString());
            }
        });
        return found.get(0);
    }

    private ArchiveReader open(SourceFile file, ArchivePosition from) {
        return ArchiveReader.open(file, from, MOST, new SourceAccess(files));
    }

    private List<String> readings(SourceFile file) {
        List<String> readings = new ArrayList<>();
        new SourceReader(MOST, new SourceAccess(files)).read(file, (entry, reading) -> readings.add(text(reading)));
        return readings;
    }

    private static String text(Reading reading) {
        return reading.offset()
                + " "
                + (reading instanceof Reading.Read read
                        ? read.document().digest().toString()
                        : reading instanceof Reading.Unreadable unreadable
                                ? unreadable.code() + " " + unreadable.message()
                                : reading.toString());
    }

    /** Pages with as many bytes that cannot be packed. */
    private static WarcBuilder archive(int pages, int noise) {
        Random random = new Random(20_261_127);
        WarcBuilder warc = new WarcBuilder();
        for (int i = 0; i < pages; i++) {
            byte[] bytes = new byte[noise];
            random.nextBytes(bytes);
            String comment = "<!--" + Base64.getEncoder().encodeToString(bytes) + "-->";
            String url = "https://a.example/" + i;
            warc.response(
                    url, "Content-Type: text/html", (WarcBuilder.page(url, "Story " + i) + comment).getBytes(UTF_8));
        }
        return warc;
    }

    private static byte[] wacz(byte[] archive) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry entry = new ZipEntry("archive/data.warc.gz");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(archive.length);
            var crc = new CRC32();
            crc.update(archive);
            entry.setCrc(crc.getValue());
            zip.putNextEntry(entry);
            zip.write(archive);
        }
        return bytes.toByteArray();
    }
}
