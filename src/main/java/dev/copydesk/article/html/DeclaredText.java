package dev.copydesk.article.html;

import org.jspecify.annotations.Nullable;

/** The body that structured data declares, as evidence for the visible blocks that say the same. */
final class DeclaredText {

    private static final int MIN_LENGTH = 250;
    private static final int MAX_LENGTH = 200_000;

    private final String loose;
    private int last;

    private DeclaredText(String loose) {
        this.loose = loose;
    }

    /** Null where nothing worth comparing is declared. */
    static @Nullable DeclaredText of(@Nullable String articleBody) {
        return articleBody == null || articleBody.length() < MIN_LENGTH || articleBody.length() > MAX_LENGTH
                ? null
                : new DeclaredText(TextShape.loose(StructuredArticle.withoutTags(articleBody)));
    }

    /** Letters and digits of the declared body. */
    int length() {
        return loose.length();
    }

    /** Whether the body holds a text, or the first part of a long one; asked in page order it is quick. */
    boolean holds(String text) {
        String key = TextShape.loose(text.length() > 120 ? text.substring(0, 120) : text);
        if (key.length() < 3) {
            return false;
        }
        int found = loose.indexOf(key, Math.max(0, last - 20));
        if (found < 0 && key.length() > 20) {
            found = loose.indexOf(key);
        }
        if (found >= 0 && key.length() > 20) {
            last = found + key.length();
        }
        return found >= 0;
    }
}
