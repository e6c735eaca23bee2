package dev.copydesk.warehouse;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Notes how fast a job execution goes and which of its pages take longest, within the transaction of each chunk. What it keeps
 * of an execution is bounded: slots of time that get longer as the execution does, and the slowest pages.
 */
public final class LoadMeter {

    /** Slots that are kept of an execution; the report's plot needs no more. */
    static final int SLOTS = 120;

    /** Slow pages that are kept of an execution. */
    static final int PAGES = 20;

    private final JdbcTemplate jdbc;

    public LoadMeter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds a chunk.
     *
     * @param elapsed time since the execution started
     * @param bytes size of the chunk's files as stored
     * @param pages times of the chunk's documents
     */
    public void add(long jobExecutionId, Duration elapsed, WrittenChunk written, long bytes, List<PageTime> pages) {
        long second = Math.max(0, Math.min(elapsed.toSeconds(), Integer.MAX_VALUE));
        addToSlot(jobExecutionId, second, written, bytes);
        keepSlowest(jobExecutionId, pages);
    }

    /** Length in seconds, a power of two, at which that much time fits into the slots. */
    public static long slotSeconds(long elapsedSeconds) {
        long length = 1;
        while (elapsedSeconds / length >= SLOTS) {
            length *= 2;
        }
        return length;
    }

    /** Slots that are too short by now flow together, as each longer one begins where a shorter one does. */
    private void addToSlot(long jobExecutionId, long second, WrittenChunk written, long bytes) {
        long length = slotSeconds(second);
        jdbc.update(
                """
                with short as (
                    delete from ops.load_slot where job_execution_id = ? and second %% %1$d <> 0
                    returning second - second %% %1$d as second, chunks, files, documents, bytes
                )
                insert into ops.load_slot as slot (job_execution_id, second, chunks, files, documents, bytes)
                select ?, second, sum(chunks), sum(files), sum(documents), sum(bytes)
                from (select * from short union all select ?, 1, ?, ?, ?) as one (second, chunks, files, documents, bytes)
                group by second
                on conflict (job_execution_id, second) do update set chunks = slot.chunks + excluded.chunks,
                    files = slot.files + excluded.files, documents = slot.documents + excluded.documents,
                    bytes = slot.bytes + excluded.bytes""".formatted(length),
                jobExecutionId,
                jobExecutionId,
                (int) (second - second % length),
                written.filesDone(),
                written.counts().read(),
                bytes);
    }

    private void keepSlowest(long jobExecutionId, Collection<PageTime> pages) {
        List<PageTime> slowest = pages.stream()
                .sorted(Comparator.comparingLong(PageTime::micros).reversed())
                .limit(PAGES)
                .toList();
        if (slowest.isEmpty()) {
            return;
        }
        // One statement sees the table as it was before it: what it deletes and what it adds are told apart by rank.
        UnnestStatement.of(jdbc, """
                        with chunk as (
                            select * from unnest(?, ?, ?, ?) as row (source_file_id, record_offset, micros, bytes)
                        ), ranked as (
                            select source_file_id, record_offset,
                                row_number() over (order by micros desc, source_file_id, record_offset) as rank
                            from (
                                select source_file_id, record_offset, micros from ops.slow_page where job_execution_id = ?
                                union all
                                select source_file_id, record_offset, micros from chunk) as page
                        ), gone as (
                            delete from ops.slow_page page using ranked r
                            where page.job_execution_id = ? and page.source_file_id = r.source_file_id
                                and page.record_offset = r.record_offset and r.rank > ?
                        )
                        insert into ops.slow_page (job_execution_id, source_file_id, record_offset, micros, bytes)
                        select ?, c.source_file_id, c.record_offset, c.micros, c.bytes
                        from chunk c join ranked r using (source_file_id, record_offset) where r.rank <= ?
                        on conflict do nothing""")
                .bigint(slowest, PageTime::sourceFileId)
                .bigint(slowest, PageTime::offset)
                .bigint(slowest, PageTime::micros)
                .bigint(slowest, PageTime::bytes)
                .value(jobExecutionId)
                .value(jobExecutionId)
                .value(PAGES)
                .value(jobExecutionId)
                .value(PAGES)
                .update();
    }
}
