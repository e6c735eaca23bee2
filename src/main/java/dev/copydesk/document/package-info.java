/**
 * Raw files and the raw documents in them: finding files, unpacking, decoding, and saying what could not be read.
 * Knows nothing of articles. A reader of archives joins here as another {@link dev.copydesk.document.DocumentReader}.
 */
@NullMarked
package dev.copydesk.document;

import org.jspecify.annotations.NullMarked;
