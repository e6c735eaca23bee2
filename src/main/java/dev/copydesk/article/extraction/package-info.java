/** Chooses the extractor that fits a raw document. */
@NullMarked
package dev.copydesk.article.extraction;

import org.jspecify.annotations.NullMarked;
