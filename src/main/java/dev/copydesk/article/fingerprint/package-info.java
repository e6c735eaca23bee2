/** What tells that two articles carry the same text, though one was edited, shortened or given another headline. */
@NullMarked
package dev.copydesk.article.fingerprint;

import org.jspecify.annotations.NullMarked;
