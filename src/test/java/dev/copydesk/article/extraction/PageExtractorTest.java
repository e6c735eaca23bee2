package dev.copydesk.article.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.copydesk.article.Extraction;
import dev.copydesk.document.DocumentFormat;
import dev.copydesk.document.RawDocument;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageExtractorTest {

    private static final String SENTENCE =
            "The council of Lindhaven said on Tuesday that the old harbour wall would be raised by half a metre. ";

    @Test
    void readsPagesAndTextDumps() {
        assertThat(extract(DocumentFormat.HTML, page(5))).isInstanceOf(Extraction.Extracted.class);
        assertThat(extract(DocumentFormat.TEXT, "Harbour wall\n\n" + paragraphs(5, "", "\n\n")))
                .isInstanceOf(Extraction.Extracted.class);
    }

    @Test
    void rejectsWhatIsLongerThanAnyArticle() {
        int sentences = PageExtractor.MAX_CHARACTERS / SENTENCE.length() + 10;

        assertThat(extract(DocumentFormat.HTML, page(sentences)))
                .isInstanceOfSatisfying(
                        Extraction.Rejected.class,
                        rejected -> assertThat(rejected.code()).isEqualTo("ARTICLE_TOO_LONG"));
    }

    private static String page(int sentences) {
        return "<!DOCTYPE html><html><head><title>Harbour wall</title></head><body><article><h1>Harbour wall</h1>"
                + paragraphs(sentences, "<p>", "</p>") + "</article></body></html>";
    }

    private static String paragraphs(int count, String start, String end) {
        return IntStream.range(0, count)
                .mapToObj(i -> start + "Item " + i + " of the list. " + SENTENCE + end)
                .collect(Collectors.joining());
    }

    private static Extraction extract(DocumentFormat format, String text) {
        return new PageExtractor(false)
                .extract(new RawDocument(0, format, text.getBytes(StandardCharsets.UTF_8), null, null));
    }
}
