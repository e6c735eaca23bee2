/**
 * Articles and how they are extracted from raw documents: {@link dev.copydesk.article.ArticleExtractor} turns a
 * {@link dev.copydesk.document.RawDocument} into an {@link dev.copydesk.article.Extraction}.
 */
@NullMarked
package dev.copydesk.article;

import org.jspecify.annotations.NullMarked;
