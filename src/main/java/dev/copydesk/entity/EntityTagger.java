package dev.copydesk.entity;

import dev.copydesk.article.Article;
import dev.copydesk.article.Paragraph;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the names in an article and folds them under canonical names. Safe for use by several threads; offsets are
 * those of {@link Mention}.
 */
public final class EntityTagger {

    private final Recogniser recogniser;

    /** A tagger with the models that the build carries. */
    public EntityTagger() {
        this(new LearnedRecogniser());
    }

    public EntityTagger(Recogniser recogniser) {
        this.recogniser = recogniser;
    }

    /** The names in an article's paragraphs. */
    public TaggedText tag(Article article) {
        return tag(article.paragraphs().stream().map(Paragraph::text).toList(), article.language());
    }

    /**
     * The names in some paragraphs.
     *
     * @param paragraphs the article's paragraphs in order; the first has ordinal 1
     * @param language ISO 639-1 code, or null when unknown
     */
    public TaggedText tag(List<String> paragraphs, @Nullable String language) {
        Recognition found = recogniser.recognise(paragraphs, language);
        return new TaggedText(found.coverage(), Linker.link(found.mentions(), language));
    }
}
