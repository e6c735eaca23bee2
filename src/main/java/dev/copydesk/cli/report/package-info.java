/**
 * The report of a run as one HTML page that needs nothing beside itself: {@link dev.copydesk.cli.report.RunReport} holds what it
 * shows, {@link dev.copydesk.cli.report.ReportPage} writes it.
 */
@NullMarked
package dev.copydesk.cli.report;

import org.jspecify.annotations.NullMarked;
