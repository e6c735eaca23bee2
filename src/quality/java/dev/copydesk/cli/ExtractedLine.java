package dev.copydesk.cli;

import dev.copydesk.article.Extraction;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A line as {@code extract --format json} prints it, without mentions. */
public final class ExtractedLine {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ExtractedLine() {}

    public static String of(String source, Extraction extraction) {
        return MAPPER.writeValueAsString(json(source, extraction));
    }

    private static Map<String, ?> json(String source, Extraction extraction) {
        if (extraction instanceof Extraction.Extracted extracted) {
            return ArticleJson.article(source, 0, extracted.article(), List.of());
        }
        return extraction instanceof Extraction.Rejected rejected
                ? ArticleJson.document(source, 0, "quarantined", rejected.code())
                : ArticleJson.document(source, 0, "filtered", ((Extraction.Filtered) extraction).reason());
    }
}
