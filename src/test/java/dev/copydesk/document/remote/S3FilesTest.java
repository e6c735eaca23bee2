package dev.copydesk.document.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.copydesk.S3Stub;
import dev.copydesk.WarcBuilder;
import dev.copydesk.WebStub;
import dev.copydesk.document.LeftOut;
import dev.copydesk.document.Reading;
import dev.copydesk.document.RemoteAccessException;
import dev.copydesk.document.SourceAccess;
import dev.copydesk.document.SourceFile;
import dev.copydesk.document.SourceReader;
import dev.copydesk.document.SourceTree;
import dev.copydesk.document.SourceVisitor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Objects of S3 are found and read as files are. */
class S3FilesTest {

    /** What the SDK reads in the place of environment variables. */
    private static final Map<String, String> PROPERTIES = Map.of(
            "aws.endpointUrlS3", "AWS_ENDPOINT_URL_S3",
            "aws.accessKeyId", "AWS_ACCESS_KEY_ID",
            "aws.secretAccessKey", "AWS_SECRET_ACCESS_KEY",
            "aws.region", "AWS_REGION");

    @TempDir
    private Path folder;

    private final S3Stub s3 = new S3Stub();
    private final List<SourceFile> found = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private NetworkFiles files;

    @BeforeEach
    void open() {
        PROPERTIES.forEach((property, variable) ->
                System.setProperty(property, s3.environment().get(variable)));
        files = new NetworkFiles(new RemoteSettings(true, () -> folder, Duration.ofMillis(1)));
    }

    @AfterEach
    void close() throws IOException {
        files.close();
        s3.close();
        PROPERTIES.keySet().forEach(System::clearProperty);
    }

    @Test
    void listsAllBelowAFolderInOrderPageByPage() {
        byte[] page = "<p>some text".getBytes(UTF_8);
        for (String key : List.of(
                "2026/b.html",
                "2026/a b+c.html",
                "2026/ü/ä.txt",
                "2026/a/a.warc.gz",
                "2026/z.pdf",
                "2026/",
                "2026/.draft.html",
                "2026/manifest.jsonl",
                "2025/old.html",
                "2026x.html")) {
            s3.put(key, page);
        }

        visit("s3://crawls/2026");

        assertThat(found.stream().map(file -> file.location().toString()))
                .containsExactly(
                        S3Stub.url("2026/a b+c.html"),
                        S3Stub.url("2026/a/a.warc.gz"),
                        S3Stub.url("2026/b.html"),
                        S3Stub.url("2026/ü/ä.txt"));
        assertThat(found)
                .allMatch(file -> file.size() == page.length)
                .allMatch(file -> String.valueOf(file.version()).equals("etag:\"" + WarcBuilder.sha1(page) + "\""));
        assertThat(leftOut.stream().map(left -> left.location() + " " + left.reason()))
                .containsExactly(
                        S3Stub.url("2026/.draft.html") + " HIDDEN",
                        S3Stub.url("2026/manifest.jsonl") + " REMOTE_MANIFEST",
                        S3Stub.url("2026/z.pdf") + " OTHER_KIND");
        assertThat(s3.web.requests).as("nothing but pages of two").hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({
        "s3://crawls/2026/*.html, a.html",
        "s3://crawls/2026/**/*.html, a.html b/c.html",
        "s3://crawls/*/b, b/c.html b/d.txt",
        "'s3://crawls/2026/{a,x}.*', a.html",
        "s3://crawls/2026/a.html, a.html"
    })
    void findsWhatAGlobFindsOnDisk(String input, String names) {
        for (String key : List.of("2026/a.html", "2026/b/c.html", "2026/b/d.txt")) {
            s3.put(key, "<p>some text".getBytes(UTF_8));
        }

        visit(input);

        assertThat(found.stream().map(file -> file.location().toString()))
                .containsExactlyElementsOf(List.of(names.split(" ")).stream()
                        .map(name -> S3Stub.url("2026/" + name))
                        .toList());
    }

    @Test
    void readsAnArchiveInStretchesOfTheVersionThatWasFound() {
        byte[] noise = new byte[900_000];
        new Random(1).nextBytes(noise);
        byte[] archive = new WarcBuilder()
                .page("https://a.example/1")
                .response("https://a.example/2", "Content-Type: image/png", noise)
                .page("https://a.example/3")
                .gzip();
        s3.put("a b.warc.gz", archive);
        visit(S3Stub.url("a b.warc.gz"));
        s3.web.requests.clear();
        s3.web.breakOff(2, 500);

        assertThat(read(found.get(0))).containsExactly("Read", "NoPage", "Read");

        assertThat(s3.web.requests)
                .allMatch(request -> request.method().equals("GET") && request.from() >= 0)
                .allMatch(request -> String.valueOf(request.header("If-Match")).equals(tag(archive)));
        assertThat(s3.web.requests.stream().limit(3).map(WebStub.Request::from)).containsExactly(0L, 500L, 1000L);
    }

    @Test
    void anObjectThatChangedOrIsGoneIsToldOf() {
        byte[] page = "<p>some text".getBytes(UTF_8);
        s3.put("a.html", page);
        visit(S3Stub.url("a.html"));

        s3.put("a.html", "<p>other text".getBytes(UTF_8));
        assertThat(read(found.get(0))).containsExactly("SOURCE_CHANGED");
        s3.web.remove("/crawls/a.html");
        assertThat(read(found.get(0))).containsExactly("FILE_UNREADABLE");
    }

    @Test
    void whatIsNotThereOrNotGivenIsToldOf() {
        assertFailure("REMOTE_NOT_FOUND", "s3://crawls/a.html");
        assertFailure("REMOTE_NOT_FOUND", "s3://other/2026/");
        s3.web.answer(403);
        assertFailure("REMOTE_FORBIDDEN", "s3://crawls/a.html");
        s3.web.answer(301);
        assertFailure("REMOTE_STATUS", "s3://crawls/a.html");
        s3.web.answer(503, 500);
        s3.put("a.html", "<p>some text".getBytes(UTF_8));
        visit(S3Stub.url("a.html"));
        assertThat(found).as("after a busy time").hasSize(1);
    }

    @Test
    void aPrivateEndpointIsRefused() throws IOException {
        try (NetworkFiles closed = new NetworkFiles(new RemoteSettings(false, () -> folder, Duration.ofMillis(1)))) {
            assertThatThrownBy(() -> closed.list("s3://crawls/", file -> {}))
                    .isInstanceOfSatisfying(
                            RemoteAccessException.class,
                            e -> assertThat(e.code()).isEqualTo("REMOTE_ADDRESS_REFUSED"));
        }
        assertThat(s3.web.requests).isEmpty();
    }

    private static String tag(byte[] bytes) {
        return "\"" + WarcBuilder.sha1(bytes) + "\"";
    }

    private void assertFailure(String code, String input) {
        assertThatThrownBy(() -> visit(input))
                .isInstanceOfSatisfying(
                        RemoteAccessException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(input);
    }

    private void visit(String input) {
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
            public void leftOut(LeftOut left) {
                leftOut.add(left);
            }
        });
    }

    private List<String> read(SourceFile file) {
        List<String> readings = new ArrayList<>();
        new SourceReader(1 << 20, new SourceAccess(files))
                .read(
                        file,
                        (entry, reading) -> readings.add(
                                reading instanceof Reading.Unreadable unreadable
                                        ? unreadable.code()
                                        : reading.getClass().getSimpleName()));
        return readings;
    }
}
