package dev.copydesk.article.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.copydesk.article.Article;
import dev.copydesk.article.Extraction;
import dev.copydesk.document.DocumentFormat;
import dev.copydesk.document.LeftOut;
import dev.copydesk.document.PageFileReader;
import dev.copydesk.document.RawDocument;
import dev.copydesk.document.Reading;
import dev.copydesk.document.SourceFile;
import dev.copydesk.document.SourceTree;
import dev.copydesk.document.SourceVisitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the pages of {@code samples/html} as a load would and holds what comes out against their golden files. */
class HtmlSamplesTest {

    private static final Path SAMPLES = Path.of("samples", "html");
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden", "html");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void extractsWhatACarefulReaderWould(String name) throws IOException {
        JsonNode golden = golden(name);
        Extraction extraction = new HtmlArticleExtractor(false).extract(read(name));

        assertThat(extraction).as(name).isInstanceOfSatisfying(Extraction.Extracted.class, extracted -> {
            GoldenDifference difference = GoldenDifference.between(golden, extracted.article());
            if (!difference.lines().isEmpty()) {
                fail(name + " (- golden, + extracted)\n" + difference);
            }
        });
    }

    @Test
    void everySampleHasItsGoldenFile() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            names().map(name -> name + ".json").toList());
        }
    }

    @Test
    void relatedLinksOfSamplesLeadToOtherSamples() {
        List<Article> articles = names().map(HtmlSamplesTest::article).toList();
        List<String> urls =
                articles.stream().map(Article::url).filter(url -> url != null).toList();

        assertThat(articles.stream()
                        .flatMap(article -> article.relatedLinks().stream())
                        .filter(link -> urls.contains(link.url())))
                .hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void makesNoArticleOfALoginForm() throws IOException {
        byte[] page = Files.readAllBytes(Path.of("src", "test", "resources", "quarantine", "login-form.html"));

        assertThat(new HtmlArticleExtractor(false).extract(new RawDocument(0, DocumentFormat.HTML, page, null, null)))
                .isNotInstanceOf(Extraction.Extracted.class);
    }

    static Stream<String> names() {
        return files().stream().map(file -> file.location().name());
    }

    private static Article article(String name) {
        return ((Extraction.Extracted) new HtmlArticleExtractor(false).extract(read(name))).article();
    }

    private static JsonNode golden(String name) throws IOException {
        JsonNode golden = JSON.readTree(Files.readAllBytes(GOLDEN.resolve(name + ".json")));
        assertThat(golden.get("source").asString()).isEqualTo(name);
        assertThat(golden.get("status").asString()).isEqualTo("article");
        return golden;
    }

    private static RawDocument read(String name) {
        SourceFile file = files().stream()
                .filter(candidate -> candidate.location().name().equals(name))
                .findFirst()
                .orElseThrow();
        List<Reading> readings = new ArrayList<>();
        new PageFileReader().read(file, readings::add);
        assertThat(readings).singleElement().isInstanceOf(Reading.Read.class);
        return ((Reading.Read) readings.get(0)).document();
    }

    private static List<SourceFile> files() {
        List<SourceFile> files = new ArrayList<>();
        SourceTree.of(List.of(SAMPLES.toString()))
                .visitInOrder(
                        new SourceVisitor() {
                            @Override
                            public void file(SourceFile file, String name) {
                                files.add(file);
                            }

                            @Override
                            public void manifest(Path manifest) {
                                assertThat(manifest).isRegularFile();
                            }

                            @Override
                            public void leftOut(LeftOut leftOut) {
                                throw new AssertionError("a sample is left out: " + leftOut);
                            }
                        },
                        invalid -> {
                            throw new AssertionError("a manifest line is invalid: " + invalid);
                        });
        return files;
    }
}
