package dev.copydesk.cli.report;

import dev.copydesk.warehouse.LoadMeter;
import dev.copydesk.warehouse.RunFigures.Slot;
import dev.copydesk.warehouse.RunStore.Execution;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How fast a run went, in parts of its time of equal length. Attempts stand side by side, without the time between them.
 *
 * @param partSeconds length of a part; the last one of an attempt may be cut by its end
 * @param begins for each attempt the index of its first part
 */
public record Throughput(long partSeconds, List<Part> parts, List<Integer> begins) {

    /** Attempts that are looked at, the latest ones. */
    static final int ATTEMPTS = 50;

    private static final int PARTS = 96;

    /** Fewer parts say too little, whatever the chunks. */
    private static final int FEW_PARTS = 12;

    /** Chunks in a part, on average: with fewer the columns would show chunks, not speed. */
    private static final int CHUNKS = 3;

    /** What was committed within some seconds of an attempt's time. */
    public record Part(long jobExecutionId, long second, long seconds, long files, long documents, long bytes) {

        double documentsPerSecond() {
            return (double) documents / seconds;
        }

        double mebibytesPerSecond() {
            return bytes / 1048576.0 / seconds;
        }
    }

    private record Attempt(long id, long seconds, List<Slot> slots) {}

    static Throughput of(List<Execution> executions, List<Slot> slots, Instant now) {
        Map<Long, List<Slot>> byAttempt = slots.stream().collect(Collectors.groupingBy(Slot::jobExecutionId));
        List<Attempt> attempts =
                executions.subList(Math.max(0, executions.size() - ATTEMPTS), executions.size()).stream()
                        .map(execution -> attempt(execution, byAttempt.getOrDefault(execution.id(), List.of()), now))
                        .toList();
        long length =
                partSeconds(attempts, slots.stream().mapToLong(Slot::chunks).sum());
        List<Part> parts = new ArrayList<>();
        List<Integer> begins = new ArrayList<>();
        for (Attempt attempt : attempts) {
            begins.add(parts.size());
            for (long second = 0; second < attempt.seconds(); second += length) {
                parts.add(part(attempt, second, Math.min(length, attempt.seconds() - second)));
            }
        }
        return new Throughput(length, parts, begins);
    }

    private static Attempt attempt(Execution execution, List<Slot> slots, Instant now) {
        long lastSecond = slots.isEmpty() ? 0 : slots.get(slots.size() - 1).second();
        Instant end = execution.endedAt();
        if (end == null && RunReport.isRunning(execution)) {
            end = now;
        }
        long seconds = end == null
                ? 0
                : Math.round(Duration.between(execution.startedAt(), end).toMillis() / 1000.0);
        return new Attempt(execution.id(), Math.max(1, Math.max(seconds, lastSecond + 1)), slots);
    }

    /** A power of two, as the slots' lengths are, so that each slot lies within one part. */
    private static long partSeconds(List<Attempt> attempts, long chunks) {
        long seconds = attempts.stream().mapToLong(Attempt::seconds).sum();
        long length = attempts.stream()
                .flatMap(attempt -> attempt.slots().stream())
                .mapToLong(slot -> LoadMeter.slotSeconds(slot.second()))
                .max()
                .orElse(1);
        while (seconds / length > PARTS || (seconds / length > FEW_PARTS && chunks * length < seconds * CHUNKS)) {
            length *= 2;
        }
        return length;
    }

    private static Part part(Attempt attempt, long second, long seconds) {
        long files = 0;
        long documents = 0;
        long bytes = 0;
        for (Slot slot : attempt.slots()) {
            if (slot.second() >= second && slot.second() < second + seconds) {
                files += slot.files();
                documents += slot.documents();
                bytes += slot.bytes();
            }
        }
        return new Part(attempt.id(), second, seconds, files, documents, bytes);
    }

    /** Seconds that the parts would take if none were cut: the length of the axis. */
    long axisSeconds() {
        return parts.size() * partSeconds;
    }
}
