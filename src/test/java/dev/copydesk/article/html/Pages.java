package dev.copydesk.article.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.copydesk.article.Article;
import dev.copydesk.article.Extraction;
import dev.copydesk.article.Paragraph;
import dev.copydesk.article.Paragraph.Kind;
import dev.copydesk.article.PublicationDate;
import dev.copydesk.document.DocumentFormat;
import dev.copydesk.document.RawDocument;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Small pages for tests and what the extractor makes of them. */
final class Pages {

    static final String URL = "https://www.harbour-post.example/2024/05/17/ferry-returns-to-lisk";

    /** Three paragraphs of an invented story, long enough to be told from furniture. */
    static final String PROSE = """
            <p>The night ferry between Lisk and Orrow will sail again from June, the harbour board said on Friday.</p>
            <p>“We have waited eleven years for this boat,” said Marta Quill, who runs the only bakery on the quay.</p>
            <p>The board expects some forty thousand passengers in the first season, twice as many as in the last.</p>
            """;

    private Pages() {}

    static Extraction extract(String html) {
        return new HtmlArticleExtractor(true)
                .extract(new RawDocument(0, DocumentFormat.HTML, html.getBytes(StandardCharsets.UTF_8), URL, null));
    }

    static Article article(String html) {
        Extraction extraction = extract(html);
        assertThat(extraction).isInstanceOf(Extraction.Extracted.class);
        return ((Extraction.Extracted) extraction).article();
    }

    /** A page whose body holds an article element with the given content. */
    static Article articleAround(String content) {
        return article(
                "<html lang=en><body><article><h1>Ferry returns to Lisk</h1>" + content + "</article></body></html>");
    }

    static List<String> texts(Article article, Kind kind) {
        return article.paragraphs().stream()
                .filter(paragraph -> paragraph.kind() == kind)
                .map(Paragraph::text)
                .toList();
    }

    static String iso(@Nullable PublicationDate date) {
        return date == null ? "unknown" : date.iso();
    }
}
