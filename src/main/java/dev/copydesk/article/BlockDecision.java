package dev.copydesk.article;

import org.jspecify.annotations.Nullable;

/**
 * What became of one block of a page and why; for the engineer who asks where a paragraph went.
 *
 * @param block position on the page, from 1
 * @param element the block's element and those it stands in, innermost last: {@code article > div > p}
 * @param roles what class names and ids around it say it is for, or empty
 * @param words words in it
 * @param linkDensity share of its text in links, from 0 to 1
 * @param kind the paragraph that it became, or null when it is no part of the article
 * @param reason the rule that decided, or {@code score}
 * @param score how likely the classifier takes it for a part of the article, from 0 to 1; 0 when it was not asked
 * @param text all of its text
 */
public record BlockDecision(
        int block,
        String element,
        String roles,
        int words,
        double linkDensity,
        Paragraph.@Nullable Kind kind,
        String reason,
        double score,
        String text) {}
