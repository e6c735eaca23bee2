package dev.copydesk.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnusableInputTest {

    @TempDir
    Path folder;

    @Test
    void refusesWhatDoesNotExist() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.html"), folder.resolve("nowhere"));

        assertRefused(folder + "/missing.html", "PATH_NOT_FOUND");
        assertRefused(folder + "/missing/*.html", "PATH_NOT_FOUND");
        assertRefused(link.toString(), "PATH_NOT_FOUND");
    }

    @Test
    void refusesANamedFileOfAnotherKind() throws IOException {
        assertRefused(Files.writeString(folder.resolve("report.pdf"), "content").toString(), "KIND_UNSUPPORTED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/*.{html", "/[z-a].html", "/*/../x.html"})
    void refusesGlobsThatMeanNothing(String glob) {
        assertRefused(folder + glob, "GLOB_INVALID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\0b"})
    void refusesWhatIsNoPath(String path) {
        assertThatExceptionOfType(UnusableInputException.class)
                .isThrownBy(() -> SourceTree.of(List.of(path)))
                .satisfies(e -> assertThat(e.code()).isEqualTo("PATH_INVALID"));
    }

    @Test
    void refusesOneBadInputBeforeAnyIsVisited() throws IOException {
        String good = Files.writeString(folder.resolve("page.html"), "content").toString();

        assertThatExceptionOfType(UnusableInputException.class)
                .isThrownBy(() -> SourceTree.of(List.of(good, folder + "/missing.html")));
    }

    private static void assertRefused(String input, String code) {
        assertThatExceptionOfType(UnusableInputException.class)
                .isThrownBy(() -> SourceTree.of(List.of(input)))
                .withMessageContaining(input)
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }
}
