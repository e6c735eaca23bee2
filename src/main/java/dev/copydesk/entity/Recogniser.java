package dev.copydesk.entity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds names in the paragraphs of one article. Safe for use by several threads. */
public interface Recogniser {

    /**
     * What is found in the paragraphs.
     *
     * @param paragraphs the article's paragraphs in order; the first has ordinal 1
     * @param language ISO 639-1 code, or null when unknown
     */
    Recognition recognise(List<String> paragraphs, @Nullable String language);
}
