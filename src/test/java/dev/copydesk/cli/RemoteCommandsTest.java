package dev.copydesk.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.copydesk.S3Stub;
import dev.copydesk.TestCertificate;
import dev.copydesk.TestDatabase;
import dev.copydesk.WarcBuilder;
import dev.copydesk.WebStub;
import dev.copydesk.batch.ExitCode;
import dev.copydesk.cli.CopydeskProcess.Result;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Remote input as users give it: URLs on the command line, settings in the environment. */
@Tag("database")
class RemoteCommandsTest {

    private static final Map<String, String> ALLOWED = Map.of("COPYDESK_ALLOW_PRIVATE_ADDRESSES", "true");

    @TempDir
    private Path folder;

    @Test
    void loadsAnArchiveOfAWebServerThatIsTrusted() throws Exception {
        TestCertificate certificate = TestCertificate.in(folder);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
        try (WebStub web = new WebStub(server);
                TestDatabase database = TestDatabase.create()) {
            web.put("/a.warc.gz", new WarcBuilder().page("https://a.example/1").gzip());
            String url = "https://localhost:" + web.port() + "/a.warc.gz";
            Map<String, String> trust = Map.of(
                    "JAVA_TOOL_OPTIONS",
                    "-Djavax.net.ssl.trustStore=" + certificate.keyStore() + " -Djavax.net.ssl.trustStorePassword="
                            + TestCertificate.PASSWORD);

            Result refused = copydesk(database, trust).run("load", url);
            assertThat(refused.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(refused.err())
                    .contains("REMOTE_ADDRESS_REFUSED: " + url, "COPYDESK_ALLOW_PRIVATE_ADDRESSES=true");

            Result loaded = copydesk(database, trust, ALLOWED).run("load", url);
            assertThat(loaded.exitCode()).as(loaded.err()).isZero();
            assertThat(texts(database, "select path || ' ' || loaded from ops.source_file"))
                    .containsExactly(url + " 1");
        }
    }

    @Test
    void loadsWhatLiesBelowAFolderOfS3AndKeepsNoSecret() throws Exception {
        try (S3Stub s3 = new S3Stub();
                TestDatabase database = TestDatabase.create()) {
            s3.put(
                            "2026/a.warc.gz",
                            new WarcBuilder().page("https://a.example/1").gzip())
                    .put(
                            "2026/b.html",
                            WarcBuilder.page("https://a.example/2", "Harbour wall")
                                    .getBytes(UTF_8))
                    .put(
                            "2026/c.html",
                            WarcBuilder.page("https://a.example/3", "Fish market")
                                    .getBytes(UTF_8));

            Result loaded = copydesk(database, s3.environment(), ALLOWED, Map.of("COPYDESK_LOG", "debug"))
                    .run("load", "s3://crawls/2026/");

            assertThat(loaded.exitCode()).as(loaded.err()).isZero();
            assertThat(texts(database, "select path from ops.source_file order by source_file_id"))
                    .containsExactly(
                            S3Stub.url("2026/a.warc.gz"), S3Stub.url("2026/b.html"), S3Stub.url("2026/c.html"));
            assertThat(texts(database, "select status from ops.source_file")).containsOnly("loaded");
            assertThat(loaded.err()).as("a debug log").contains("discovered");
            assertThat(loaded.out() + loaded.err()).doesNotContain(S3Stub.SECRET_KEY, S3Stub.ACCESS_KEY, "Signature=");
        }
    }

    @Test
    void aUrlWithCredentialsIsRefusedBeforeItStandsAnywhere() throws Exception {
        try (TestDatabase database = TestDatabase.migrated()) {
            Result refused = copydesk(database).run("load", "https://crawl.example/a.warc.gz?X-Amz-Signature=hunter2");

            assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(refused.err())
                    .contains("https://crawl.example/a.warc.gz is signed")
                    .doesNotContain("hunter2");
            assertThat(texts(database, "select job from ops.load_run")).isEmpty();
        }
    }

    @Test
    void extractReadsRemoteFilesToo() throws Exception {
        try (WebStub web = new WebStub()) {
            web.put(
                    "/a.html",
                    WarcBuilder.page("https://a.example/1", "Harbour wall").getBytes(UTF_8));

            Result extracted = CopydeskProcess.with(ALLOWED).run("extract", web.url("/a.html"));
            assertThat(extracted.out()).contains("== a.html", "Harbour wall");

            Result missing = CopydeskProcess.with(ALLOWED).run("extract", web.url("/b.html"));
            assertThat(missing.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(missing.err()).startsWith("copydesk: REMOTE_NOT_FOUND: " + web.url("/b.html"));

            Result unclear = CopydeskProcess.with(Map.of("COPYDESK_ALLOW_PRIVATE_ADDRESSES", "perhaps"))
                    .run("extract", web.url("/a.html"));
            assertThat(unclear.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(unclear.err()).contains("COPYDESK_ALLOW_PRIVATE_ADDRESSES is 'perhaps'");
        }
    }

    @Test
    void withoutCredentialsS3IsNotAsked() throws Exception {
        try (S3Stub s3 = new S3Stub()) {
            Result refused = CopydeskProcess.with(Map.of(
                            "AWS_ENDPOINT_URL_S3", s3.web.url(""),
                            "AWS_EC2_METADATA_DISABLED", "true",
                            "AWS_SHARED_CREDENTIALS_FILE",
                                    folder.resolve("none").toString(),
                            "AWS_CONFIG_FILE", folder.resolve("none").toString(),
                            "COPYDESK_ALLOW_PRIVATE_ADDRESSES", "true"))
                    .run("extract", "s3://crawls/a.html");

            assertThat(refused.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(refused.err()).contains("REMOTE_CREDENTIALS_MISSING", "AWS_ACCESS_KEY_ID");
            assertThat(s3.web.requests).isEmpty();
        }
    }

    @SafeVarargs
    private static CopydeskProcess copydesk(TestDatabase database, Map<String, String>... more) {
        Map<String, String> environment = new HashMap<>(CopydeskProcess.environment(database));
        List.of(more).forEach(environment::putAll);
        return CopydeskProcess.with(environment);
    }

    private static List<String> texts(TestDatabase database, String sql) {
        return new JdbcTemplate(new DriverManagerDataSource(database.url(), database.username(), database.password()))
                .queryForList(sql, String.class);
    }
}
