package dev.copydesk.article.html;

import java.util.List;

/**
 * A page after its one walk.
 *
 * @param baseUri what its links are relative to, or empty
 * @param language the {@code lang} attribute of the root, or empty
 * @param containers in document order, parents ahead of children
 * @param blocks in document order
 */
record Page(String baseUri, String language, Declarations declared, List<Container> containers, List<Block> blocks) {}
