package dev.copydesk.article.html;

import dev.copydesk.article.Paragraph;
import dev.copydesk.article.Paragraph.Kind;
import dev.copydesk.document.CleanText;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * The article's text as its structured data gives it. It stands in for the visible body where that is missing or only a
 * teaser of it, as on pages whose text is drawn by script.
 */
final class DeclaredBody {

    private static final int MIN_LENGTH = 250;
    private static final int MAX_LENGTH = 2_000_000;

    private final List<String> paragraphs;
    private final int length;

    private DeclaredBody(List<String> paragraphs) {
        this.paragraphs = paragraphs;
        this.length = paragraphs.stream().mapToInt(String::length).sum();
    }

    static DeclaredBody of(@Nullable String articleBody) {
        List<String> paragraphs = new ArrayList<>();
        if (articleBody != null && articleBody.length() <= MAX_LENGTH) {
            String text = articleBody.indexOf('&') < 0 ? articleBody : Parser.unescapeEntities(articleBody, false);
            CleanText.of(StructuredArticle.withoutTags(text))
                    .lines()
                    .map(Folded::of)
                    .filter(line -> !line.isEmpty())
                    .forEach(paragraphs::add);
        }
        return new DeclaredBody(paragraphs);
    }

    /** Whether it holds an article of which the visible text is a third at most. */
    boolean outweighs(List<Paragraph> visible) {
        int visibleLength = 0;
        for (Paragraph paragraph : visible) {
            visibleLength +=
                    paragraph.kind() == Kind.CAPTION ? 0 : paragraph.text().length();
        }
        return length >= MIN_LENGTH && visibleLength * 3L < length;
    }

    List<Paragraph> paragraphs() {
        return paragraphs.stream().map(text -> new Paragraph(Kind.BODY, text)).toList();
    }
}
