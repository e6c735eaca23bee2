package dev.copydesk.warehouse;

import dev.copydesk.article.Article;
import dev.copydesk.article.Dateline;
import dev.copydesk.article.Paragraph;
import dev.copydesk.article.PublicationDate;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An article on its way into {@code warehouse.article}, with what is derived from it.
 *
 * @param key natural key
 * @param host host of the URL without {@code www.}, or null
 * @param byline authors' names joined, or null
 * @param wordCount words in all paragraphs but captions
 */
record ArticleRow(
        DocumentOutcome.ArticleFound found,
        String key,
        @Nullable String host,
        @Nullable String byline,
        int wordCount,
        String contentDigest) {

    static ArticleRow of(DocumentOutcome.ArticleFound found) {
        Article article = found.article();
        String byline = article.authors().isEmpty() ? null : String.join(", ", article.authors());
        return new ArticleRow(
                found,
                ArticleKey.of(article),
                host(article.url()),
                byline,
                words(article),
                ArticleKey.contentDigest(article));
    }

    Article article() {
        return found.article();
    }

    Instant seenAt() {
        return found.seenAt();
    }

    @Nullable
    String datelinePlace() {
        Dateline dateline = article().dateline();
        return dateline == null ? null : dateline.place();
    }

    @Nullable
    String datelineAgency() {
        Dateline dateline = article().dateline();
        return dateline == null ? null : dateline.agency();
    }

    /** The paragraphs as one text, a blank line between two. */
    String text() {
        return article().paragraphs().stream().map(Paragraph::text).collect(Collectors.joining("\n\n"));
    }

    static @Nullable Instant instant(@Nullable PublicationDate date) {
        return date == null ? null : date.value();
    }

    static @Nullable String precision(@Nullable PublicationDate date) {
        return date == null ? null : date.precision().name().toLowerCase(Locale.ROOT);
    }

    /** Host of a URL without {@code www.}, or null. */
    static @Nullable String host(@Nullable String url) {
        if (url == null) {
            return null;
        }
        String host = URI.create(url).getHost();
        if (host == null) {
            return null;
        }
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.startsWith("www.") ? lower.substring(4) : lower;
    }

    private static int words(Article article) {
        int words = 0;
        for (Paragraph paragraph : article.paragraphs()) {
            if (paragraph.kind() != Paragraph.Kind.CAPTION) {
                words += words(paragraph.text());
            }
        }
        return words;
    }

    /** Runs of letters and digits; a character of a script without blanks between words counts as one. */
    private static int words(String text) {
        int words = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isIdeographic(c)) {
                words++;
                inWord = false;
            } else if (Character.isLetterOrDigit(c)) {
                if (!inWord) {
                    words++;
                }
                inWord = true;
            } else if (c != '\'' && c != '’' && c != '-') {
                inWord = false;
            }
        }
        return words;
    }
}
