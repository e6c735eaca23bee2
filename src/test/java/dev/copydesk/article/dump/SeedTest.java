package dev.copydesk.article.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.copydesk.article.Article;
import dev.copydesk.article.Dateline;
import dev.copydesk.article.Paragraph;
import dev.copydesk.article.Paragraph.Kind;
import dev.copydesk.article.PublicationDate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The raw file that the project started from, where it lies beside the repository. */
class SeedTest {

    private static final Path FOLDER = Path.of("..", "shared", "seed");

    private static Article article;
    private static JsonNode expected;

    @BeforeAll
    static void extract() throws IOException {
        Path file = FOLDER.resolve("expected.json");
        assumeTrue(Files.isReadable(file), "skipped: there is no " + file + " beside the repository");
        expected = JsonMapper.builder().build().readTree(Files.readString(file));
        article = ArticleFields.extract(
                Files.readAllBytes(FOLDER.resolve(expected.get("source").asString())));
    }

    @Test
    void findsTheHeadlineBehindItsSlugAndTheSiteBehindItsMasthead() {
        assertThat(article.title()).isEqualTo(expected.get("title").asString());
        assertThat(article.site()).isEqualTo(expected.get("site").asString());
        assertThat(article.language()).isEqualTo(expected.get("language").asString());
    }

    @Test
    void readsTheDatelineAndMakesUpNoDate() {
        JsonNode dateline = expected.get("dateline");
        assertThat(article.dateline())
                .isEqualTo(new Dateline(
                        dateline.get("place").asString(), dateline.get("agency").asString()));
        assertThat(article.published()).isNull();
        assertThat(article.modified()).isNull();
        assertThat(article.authors()).isEmpty();
    }

    @Test
    void keepsTheCaptionAndTheBodyAndNothingElse() {
        assertThat(article.paragraphs().get(0))
                .isEqualTo(new Paragraph(Kind.CAPTION, expected.get("caption").asString()));
        List<Paragraph> body = expected.get("paragraphs")
                .valueStream()
                .map(text -> new Paragraph(Kind.BODY, text.asString()))
                .toList();
        assertThat(article.paragraphs().subList(1, article.paragraphs().size())).isEqualTo(body);
    }

    @Test
    void pairsEveryRelatedTitleWithItsDate() {
        List<String> links = expected.get("related_links")
                .valueStream()
                .map(link -> link.get("published_at").asString() + " "
                        + link.get("title").asString())
                .toList();
        assertThat(article.relatedLinks())
                .allSatisfy(link -> assertThat(link.published())
                        .extracting(PublicationDate::precision)
                        .isEqualTo(PublicationDate.Precision.INSTANT))
                .extracting(link -> ArticleFields.iso(link.published()) + " " + link.title())
                .isEqualTo(links);
    }
}
