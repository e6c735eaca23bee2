package dev.copydesk.warehouse;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The load watermark: which articles readers do not see yet, because the load that brought them has not ended. */
public final class FinishedLoads {

    private final JdbcTemplate jdbc;

    public FinishedLoads(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Hides articles that the run has just brought. */
    void hide(long runId, List<Long> articleIds) {
        if (!articleIds.isEmpty()) {
            UnnestStatement.of(jdbc, "insert into ops.unfinished_article (article_id, run_id) select unnest(?), ?")
                    .bigint(articleIds, id -> id)
                    .value(runId)
                    .update();
        }
    }

    /**
     * Shows what the run brought, all at once, and what is hidden of earlier runs that it stands in for: those of the same job,
     * which were given up, and articles of other runs that this one has met as well. Returns how many became visible.
     */
    public int publish(long runId) {
        return jdbc.update("""
                delete from ops.unfinished_article u
                where u.run_id in (
                        select earlier.run_id from ops.load_run run
                        join ops.load_run earlier on earlier.job_key = run.job_key and earlier.run_id <= run.run_id
                        where run.run_id = ?)
                    or exists (
                        select from ops.capture c join ops.source_file f using (source_file_id)
                        where c.article_id = u.article_id and f.run_id = ?)""", runId, runId);
    }
}
