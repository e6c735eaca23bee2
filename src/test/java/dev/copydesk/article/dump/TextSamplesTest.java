package dev.copydesk.article.dump;

import static org.assertj.core.api.Assertions.assertThat;

import dev.copydesk.article.Article;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The text dumps among the samples come out as their golden files say. */
class TextSamplesTest {

    private static final Path SAMPLES = Path.of("samples", "text");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "harbour-voice.txt",
                "sawt-al-wadi.txt",
                "landbote.txt",
                "northshore-courier.txt.gz",
                "hill-almanac.txt",
                "voz-de-la-sierra.txt",
            })
    void extractsASampleAsItsGoldenFileSays(String file) throws IOException {
        Article article = ArticleFields.extract(payload(SAMPLES.resolve(file)));

        JsonMapper json = JsonMapper.builder().build();
        assertThat(json.valueToTree(ArticleFields.of(file, article)).toPrettyString())
                .isEqualTo(golden(json, file).toPrettyString());
    }

    private static JsonNode golden(JsonMapper json, String file) throws IOException {
        String name = "/golden/text/" + file.replaceFirst("\\.txt(\\.gz)?$", ".json");
        try (InputStream golden = TextSamplesTest.class.getResourceAsStream(name)) {
            return json.readTree(golden);
        }
    }

    private static byte[] payload(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return file.toString().endsWith(".gz") ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
        }
    }
}
