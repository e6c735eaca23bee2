package dev.copydesk.cli;

import dev.copydesk.cli.report.ShownText;

/** How {@code copydesk report} shows text, for tests of the report. */
public final class ShownReport {

    public static final ShownText TEXT = ReportCommand::shown;

    private ShownReport() {}
}
