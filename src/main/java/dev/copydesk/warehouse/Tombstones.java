package dev.copydesk.warehouse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** What loads know of articles that were taken out of the warehouse: that they stay out. */
final class Tombstones {

    /** An article that is not to come back, and the code of the reason. */
    record KeptOut(ArticleRow row, String reason) {}

    private final JdbcTemplate jdbc;

    Tombstones(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Holds off takedowns until the transaction ends, so that none comes between the look-up of tombstones and the write of
     * the articles. Taken before any row is locked, as takedowns do too: else the two could wait for each other.
     */
    void holdOffTakedowns() {
        jdbc.execute("lock table ops.tombstone in row exclusive mode");
    }

    /** Holds off loads until the transaction ends, and other takedowns. */
    void holdOffLoads() {
        jdbc.execute("lock table ops.tombstone in share row exclusive mode");
    }

    /** Takes those articles out of the list that have a tombstone and returns them. */
    List<KeptOut> takeOut(List<ArticleRow> rows) {
        List<KeptOut> keptOut = new ArrayList<>();
        if (rows.isEmpty()) {
            return keptOut;
        }
        Map<String, String> reasons = new HashMap<>();
        UnnestStatement.of(jdbc, "select article_key, upper(cause) from ops.tombstone where article_key = any(?)")
                .text(rows, ArticleRow::key)
                .forEach(result -> reasons.put(result.getString(1), result.getString(2)));
        rows.removeIf(row -> {
            String reason = reasons.get(row.key());
            return reason != null && keptOut.add(new KeptOut(row, reason));
        });
        return keptOut;
    }

    /** Enters the documents of these articles as filtered, with the article's key, by which a restore finds them. */
    void write(List<KeptOut> keptOut) {
        if (!keptOut.isEmpty()) {
            UnnestStatement.of(jdbc, """
                            insert into ops.filtered (source_file_id, record_offset, reason, article_key)
                            select * from unnest(?, ?, ?, ?)""")
                    .bigint(keptOut, one -> one.row().found().sourceFileId())
                    .bigint(keptOut, one -> one.row().found().offset())
                    .text(keptOut, KeptOut::reason)
                    .text(keptOut, one -> one.row().key())
                    .update();
        }
    }
}
