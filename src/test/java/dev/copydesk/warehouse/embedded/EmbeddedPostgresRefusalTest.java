package dev.copydesk.warehouse.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.copydesk.warehouse.embedded.EmbeddedPostgresException.Code;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresRefusalTest {

    @TempDir
    private Path folder;

    @Test
    void refusesAHomeThatIsAFile() throws Exception {
        Path home = Files.createFile(folder.resolve("file"));

        assertRefused(Code.EMBEDDED_IO_FAILED, home.toString(), () -> EmbeddedPostgres.open(home));
    }

    @Test
    void refusesAHomeItCannotWriteTo() {
        // Even root creates nothing in /proc.
        assertThatThrownBy(() -> EmbeddedPostgres.open(Path.of("/proc/copydesk")))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("/proc/copydesk");
    }

    @Test
    void refusesAReadOnlyHomeOfAnOrdinaryUser() throws Exception {
        assumeThat(System.getProperty("user.name")).isNotEqualTo("root");
        assertThat(folder.toFile().setWritable(false)).isTrue();

        assertRefused(Code.EMBEDDED_HOME_NOT_WRITABLE, "COPYDESK_HOME", () -> EmbeddedPostgres.open(folder));
    }

    @Test
    void refusesAFolderThatAnotherUserMade() throws Exception {
        assumeThat(System.getProperty("user.name")).isEqualTo("root");
        Files.setAttribute(Files.createDirectory(folder.resolve("postgres")), "unix:uid", 1234);

        assertRefused(Code.EMBEDDED_HOME_OF_OTHER_USER, "1234", () -> EmbeddedPostgres.open(folder));
    }

    @Test
    void refusesAPathThatPostgresWouldMisquote() {
        assertRefused(Code.EMBEDDED_HOME_UNUSABLE, "a$b", () -> EmbeddedPostgres.open(folder.resolve("a$b")));
    }

    @Test
    void namesTheWayOutWhereThereAreNoBinaries() {
        assertRefused(
                Code.EMBEDDED_PLATFORM_UNSUPPORTED,
                "SPRING_DATASOURCE_URL",
                () -> ServerBinaries.archiveFor("Mac OS X", "aarch64"));
        assertRefused(
                Code.EMBEDDED_PLATFORM_UNSUPPORTED, "riscv64", () -> ServerBinaries.archiveFor("Linux", "riscv64"));
    }

    @Test
    void carriesBinariesForBothProcessors() {
        assertThat(ServerBinaries.archiveFor("Linux", "amd64").getPath()).endsWith("x86_64.txz");
        assertThat(ServerBinaries.archiveFor("Linux", "aarch64").getPath()).endsWith("arm_64.txz");
    }

    @Test
    void showsTheServersLastWordsWhenItDoesNotStart() throws Exception {
        EmbeddedPostgres.open(folder).close();
        Files.writeString(folder.resolve("postgres/data/postgresql.conf"), "no_such_setting = 1\n");

        assertRefused(Code.EMBEDDED_START_FAILED, "no_such_setting", () -> EmbeddedPostgres.open(folder));
    }

    @Test
    void tellsWhenThePasswordFileIsNotTheServers() throws Exception {
        EmbeddedPostgres.open(folder).close();
        Files.delete(folder.resolve("postgres/password"));
        try {
            assertRefused(Code.EMBEDDED_CONNECTION_REFUSED, "password", () -> EmbeddedPostgres.open(folder));
        } finally {
            EmbeddedPostgres.stop(folder);
        }
    }

    @Test
    void homeIsTheNamedFolderElseOneInTheUsersHome() {
        assertThat(CopydeskHome.locate(Map.of("COPYDESK_HOME", "/srv/copydesk"), "/users/ann"))
                .isEqualTo(Path.of("/srv/copydesk"));
        assertThat(CopydeskHome.locate(Map.of("COPYDESK_HOME", " "), "/users/ann"))
                .isEqualTo(Path.of("/users/ann/.copydesk"));
        assertRefused(Code.EMBEDDED_HOME_UNUSABLE, "COPYDESK_HOME", () -> CopydeskHome.locate(Map.of(), "?"));
    }

    private static void assertRefused(Code code, String hint, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        EmbeddedPostgresException.class,
                        e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(hint);
    }
}
