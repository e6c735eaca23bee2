package dev.copydesk.cli.report;

import dev.copydesk.cli.ShownReport;
import dev.copydesk.warehouse.RunHistory;
import dev.copydesk.warehouse.RunStore;
import java.time.Clock;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reports of what a test has loaded. */
final class ReportedRun {

    private ReportedRun() {}

    /** The report of the latest job execution. */
    static RunReport latest(JdbcTemplate jdbc) {
        RunStore.Execution execution = new RunHistory(jdbc)
                .list(new RunHistory.Filter(null, null, null, 1))
                .get(0);
        RunStore.Run run =
                new RunStore(jdbc, Clock.systemUTC()).runOf(execution.id()).orElseThrow();
        return RunReport.of(jdbc, run, execution, Clock.systemUTC());
    }

    static String html(JdbcTemplate jdbc) {
        return html(latest(jdbc));
    }

    static String html(RunReport report) {
        return new ReportPage(ShownReport.TEXT, "copydesk (test)").html(report);
    }
}
