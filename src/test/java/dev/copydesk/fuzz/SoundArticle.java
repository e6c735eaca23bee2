package dev.copydesk.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.copydesk.article.Article;
import dev.copydesk.article.Paragraph;
import dev.copydesk.article.PublicationDate;
import dev.copydesk.article.RelatedLink;
import dev.copydesk.entity.LinkedMention;
import dev.copydesk.entity.Mention;
import dev.copydesk.entity.TaggedText;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What holds of all that comes out of a document, whatever the document is. */
final class SoundArticle {

    private static final int MOST_CHARACTERS = 1_000_000;

    /** What PostgreSQL takes for a timestamp lies well around these (documentation, section 8.5). */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private SoundArticle() {}

    static void holds(Article article) {
        holdsWebAddress(article.url());
        holdsWebAddress(article.image());
        holdsLine(article.site());
        holdsLine(article.title());
        holdsLine(article.description());
        holdsLine(article.section());
        holdsLine(article.language());
        article.authors().forEach(SoundArticle::holdsWords);
        if (article.dateline() != null) {
            holdsLine(article.dateline().place());
            holdsLine(article.dateline().agency());
        }
        holdsDate(article.published());
        holdsDate(article.modified());
        long characters = 0;
        assertThat(article.paragraphs()).isNotEmpty();
        for (Paragraph paragraph : article.paragraphs()) {
            holdsWords(paragraph.text());
            characters += paragraph.text().length();
        }
        for (RelatedLink link : article.relatedLinks()) {
            holdsWords(link.title());
            holdsWebAddress(link.url());
            holdsDate(link.published());
            characters += link.title().length();
        }
        assertThat(characters).isLessThanOrEqualTo(MOST_CHARACTERS);
    }

    /** Mentions stand where they say, to the code point. */
    static void holdsMentions(Article article, TaggedText tagged) {
        for (LinkedMention linked : tagged.mentions()) {
            Mention mention = linked.mention();
            String text = article.paragraphs().get(mention.paragraph() - 1).text();
            int start = text.offsetByCodePoints(0, mention.start());
            int end = text.offsetByCodePoints(0, mention.end());
            assertThat(text.substring(start, end)).isEqualTo(mention.surface());
            holdsWords(linked.canonicalName());
        }
    }

    static void holdsDate(@Nullable PublicationDate date) {
        if (date != null) {
            holdsInstant(date.value());
            assertThat(date.day().getYear()).isBetween(1900, 2100);
            switch (date.precision()) {
                case DAY -> assertThat(java.time.LocalDate.parse(date.iso())).isEqualTo(date.day());
                case LOCAL ->
                    assertThat(java.time.LocalDateTime.parse(date.iso()).toInstant(ZoneOffset.UTC))
                            .isEqualTo(date.value());
                case INSTANT ->
                    assertThat(OffsetDateTime.parse(date.iso()).toInstant()).isEqualTo(date.value());
            }
        }
    }

    static void holdsInstant(@Nullable Instant instant) {
        if (instant != null) {
            assertThat(instant).isBetween(EARLIEST, LATEST);
        }
    }

    static void holdsWebAddress(@Nullable String url) {
        if (url != null) {
            holdsLine(url);
            assertThat(url).matches("(?is)https?://.+").doesNotContain(" ");
        }
    }

    private static void holdsWords(String text) {
        assertThat(text).isNotBlank();
        holdsLine(text);
    }

    /** No control character, line ends among them, and no surrogate that stands alone. */
    static void holdsLine(@Nullable String text) {
        if (text != null) {
            holds(text, false);
        }
    }

    /** As {@link #holdsLine}, but for tabs and line feeds. */
    static void holdsText(String text) {
        holds(text, true);
    }

    private static void holds(String text, boolean lines) {
        int bad = -1;
        for (int i = 0; i < text.length() && bad < 0; i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            boolean control = Character.isISOControl(c) && !(lines && (c == '\n' || c == '\t'));
            bad = control || (Character.isSurrogate(c) && !pair) ? i : -1;
            i += pair ? 1 : 0;
        }
        if (bad >= 0) {
            throw new AssertionError("U+%04X at %d of: %s"
                    .formatted(
                            (int) text.charAt(bad),
                            bad,
                            text.substring(Math.max(0, bad - 20), Math.min(text.length(), bad + 20))));
        }
    }
}
