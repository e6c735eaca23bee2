package dev.copydesk.article.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.copydesk.PageMutation;
import dev.copydesk.article.extraction.PageExtractor;
import dev.copydesk.document.PageFileReader;
import dev.copydesk.document.Reading;
import dev.copydesk.document.SourceFile;
import dev.copydesk.document.SourceFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code mvn -Pmutations -DskipTests verify} does the same to any folder of pages, many times over. */
class MutatedPagesTest {

    private static final int ROUNDS = 2;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(PageMutation.class)
    void givesAResultOrACodeForEverySampleHoweverItIsSpoiled(PageMutation mutation) throws IOException {
        PageExtractor extractor = new PageExtractor(false);
        for (Path sample : samples()) {
            byte[] page = Files.readAllBytes(sample);
            for (int seed = 0; seed < ROUNDS; seed++) {
                SourceFile spoiled = write(mutation.of(page, new Random(seed)));
                String name = "%s of %s, seed %d".formatted(mutation, sample.getFileName(), seed);
                assertTimeoutPreemptively(
                        Duration.ofSeconds(60),
                        () -> new PageFileReader().read(spoiled, reading -> {
                            if (reading instanceof Reading.Read read) {
                                assertThat(extractor.extract(read.document()))
                                        .as(name)
                                        .isNotNull();
                            }
                        }),
                        name);
            }
        }
    }

    /** Every third of the HTML samples: enough markup of every kind, and a short test. */
    private static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("samples", "html"))) {
            List<Path> pages = files.filter(file -> file.toString().matches(".*\\.x?html?"))
                    .sorted()
                    .toList();
            List<Path> some = new ArrayList<>();
            for (int i = 0; i < pages.size(); i += 3) {
                some.add(pages.get(i));
            }
            return some;
        }
    }

    private SourceFile write(byte[] page) throws IOException {
        Path file = Files.write(folder.resolve("page.html"), page);
        return new SourceFile(
                file,
                SourceFormat.HTML,
                false,
                page.length,
                Instant.EPOCH,
                "https://www.harbour-post.example/2024/05/17/ferry",
                null);
    }
}
