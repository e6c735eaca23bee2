package dev.copydesk.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of {@code quarantine} that no page can be read from, whatever their names say. */
class UnreadableFilesTest {

    @ParameterizedTest
    @CsvSource({
        "picture-named.html, false, NOT_TEXT",
        "cut-short.html.gz, true, GZIP_DAMAGED",
        "empty.html, false, EMPTY",
    })
    void saysWhyAFileCannotBeRead(String name, boolean gzipped, String code) throws Exception {
        Path path = Path.of("src", "test", "resources", "quarantine", name);
        SourceFile file = new SourceFile(path, SourceFormat.HTML, gzipped, Files.size(path), Instant.EPOCH, null, null);
        List<Reading> readings = new ArrayList<>();
        new PageFileReader().read(file, readings::add);

        assertThat(readings)
                .singleElement()
                .isInstanceOfSatisfying(
                        Reading.Unreadable.class,
                        unreadable -> assertThat(unreadable.code()).isEqualTo(code));
    }
}
