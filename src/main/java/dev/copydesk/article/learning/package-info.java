/** What classifiers of several extractors share: rows of features, words' odds and boosted trees. */
@NullMarked
package dev.copydesk.article.learning;

import org.jspecify.annotations.NullMarked;
