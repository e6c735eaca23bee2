/**
 * Measures extraction against pages whose truth is known, and trains the classifiers on them. The pages are not part of the
 * repository.
 */
@NullMarked
package dev.copydesk.quality;

import org.jspecify.annotations.NullMarked;
