package dev.copydesk.warehouse;

import dev.copydesk.document.SourceLocation;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes articles out of the warehouse, by name or by age, and lets them back in. An article goes with all its rows and past
 * texts; its documents stay in the ledger as filtered, its natural key as a tombstone. Entities that nothing else names go
 * with it.
 */
public final class Takedown {

    /** An article that is kept out; {@code cause} is {@code removed} or {@code expired}. */
    public record Tombstone(String articleKey, String cause, String reason, Instant removedAt, String removedBy) {}

    /** What a removal came upon. */
    public enum Removal {
        /** The article and its rows are gone. */
        REMOVED,
        /** It was not in the warehouse; a load will not bring it. */
        KEPT_OUT,
        /** It was removed or has expired before. */
        REMOVED_BEFORE
    }

    /** How many articles of a site are past their time; site {@code -} where it is unknown. */
    public record Expiring(String site, long articles, Instant oldest, Instant newest) {}

    /** Articles removed in one transaction: loads wait no longer than for one of their own chunks. */
    private static final int BATCH = 500;

    private static final String PAST = "coalesce(a.published_at, a.first_seen_at) < ?";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Tombstones tombstones;
    private final Ledger ledger;
    private final ArticleRemoval articles;
    private final Clock clock;

    public Takedown(JdbcTemplate jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.tombstones = new Tombstones(jdbc);
        this.ledger = new Ledger(jdbc);
        this.articles = new ArticleRemoval(jdbc);
        this.clock = clock;
    }

    /** Removes the article with this natural key, and keeps it out. */
    public Removal remove(String articleKey, String reason, String by) {
        return inTransaction(() -> {
            if (bury(List.of(articleKey), "removed", reason, by) == 0) {
                return Removal.REMOVED_BEFORE;
            }
            return delete(List.of(articleKey)) == 0 ? Removal.KEPT_OUT : Removal.REMOVED;
        });
    }

    /** The articles that were published before this time, or first seen before it where that is unknown, by site. */
    public List<Expiring> expiring(Instant before) {
        return jdbc.query(
                """
                select coalesce(s.site_key, '-'), count(*), min(coalesce(a.published_at, a.first_seen_at)),
                    max(coalesce(a.published_at, a.first_seen_at))
                from warehouse.article a left join warehouse.site s using (site_id)
                where\s""" + PAST + " group by 1 order by 2 desc, 1",
                (row, number) -> new Expiring(
                        row.getString(1),
                        row.getLong(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getObject(4, OffsetDateTime.class).toInstant()),
                before.atOffset(ZoneOffset.UTC));
    }

    /** Removes the articles that {@link #expiring} tells of and returns how many; cut short, it goes on when called again. */
    public long expire(Instant before, String reason, String by) {
        long all = 0;
        int deleted;
        do {
            deleted = inTransaction(() -> {
                List<String> keys = jdbc.queryForList(
                        "select a.article_key from warehouse.article a where " + PAST + " order by a.article_id limit "
                                + BATCH,
                        String.class,
                        before.atOffset(ZoneOffset.UTC));
                bury(keys, "expired", reason, by);
                return delete(keys);
            });
            all += deleted;
        } while (deleted == BATCH);
        return all;
    }

    /**
     * Lets an article back in: its files count as pending, and the next load that finds them loads them again.
     *
     * @return the files that held it, none when no load came upon it; empty when it is not kept out
     */
    public Optional<List<SourceLocation>> restore(String articleKey) {
        return inTransaction(() -> {
            if (jdbc.update("delete from ops.tombstone where article_key = ?", articleKey) == 0) {
                return Optional.empty();
            }
            return Optional.of(jdbc.query("""
                    update ops.source_file set status = 'pending', next_piece = null, next_record = null
                    where source_file_id in (
                        select source_file_id from ops.filtered where article_key = ?) returning path""", (row, number) -> SourceLocation.of(row.getString(1)), articleKey));
        });
    }

    /** All that is kept out, the latest first. */
    public List<Tombstone> tombstones() {
        return jdbc.query(
                "select article_key, cause, reason, removed_at, removed_by from ops.tombstone"
                        + " order by removed_at desc, article_key",
                (row, number) -> new Tombstone(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getString(5)));
    }

    /** Runs the action in a transaction of its own, with loads held off. */
    private <T> T inTransaction(Supplier<T> action) {
        return Objects.requireNonNull(transaction.execute(status -> {
            tombstones.holdOffLoads();
            return action.get();
        }));
    }

    private int bury(List<String> keys, String cause, String reason, String by) {
        return UnnestStatement.of(jdbc, """
                        insert into ops.tombstone (article_key, cause, reason, removed_at, removed_by)
                        select key, ?, ?, ?, ? from unnest(?) as key on conflict (article_key) do nothing""")
                .value(cause)
                .value(reason)
                .value(clock.instant())
                .value(by)
                .text(keys, key -> key)
                .update();
    }

    /** Deletes the articles with these keys, which have tombstones, and returns how many there were. */
    private int delete(List<String> keys) {
        List<Long> ids = UnnestStatement.of(jdbc, "select article_id from warehouse.article where article_key = any(?)")
                .text(keys, key -> key)
                .query((row, number) -> row.getLong(1));
        if (!ids.isEmpty()) {
            moveToFiltered(ids);
            articles.delete(ids);
        }
        return ids.size();
    }

    /** The documents of the articles count as filtered from now on, and what quarantine kept of them goes. */
    private void moveToFiltered(List<Long> articleIds) {
        update("""
                insert into ops.filtered (source_file_id, record_offset, reason, article_key)
                select c.source_file_id, c.record_offset, upper(t.cause), t.article_key
                from ops.capture c join warehouse.article a using (article_id) join ops.tombstone t using (article_key)
                where c.article_id = any(?)""", articleIds);
        Map<Long, Long> documents = new HashMap<>();
        UnnestStatement.of(jdbc, """
                        select source_file_id, count(*) from ops.capture where article_id = any(?)
                        group by source_file_id""")
                .bigint(articleIds, id -> id)
                .forEach(row -> documents.put(row.getLong(1), row.getLong(2)));
        ledger.countAsFiltered(documents);
        update("""
                update ops.quarantine q set payload = null from ops.capture c
                where c.article_id = any(?) and q.source_file_id = c.source_file_id
                    and q.record_offset = c.record_offset""", articleIds);
    }

    private void update(String sql, List<Long> ids) {
        UnnestStatement.of(jdbc, sql).bigint(ids, id -> id).update();
    }
}
