/** The load job: the only package that knows Spring Batch. Start at {@link dev.copydesk.batch.LoadJob}. */
@NullMarked
package dev.copydesk.batch;

import org.jspecify.annotations.NullMarked;
