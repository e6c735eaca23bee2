/** What a run tells programs: metrics and log events. */
@NullMarked
package dev.copydesk.batch.telemetry;

import org.jspecify.annotations.NullMarked;
