package dev.copydesk.batch;

import dev.copydesk.document.PageFileReader;
import dev.copydesk.document.PayloadDigest;
import dev.copydesk.document.TimeBudget;
import dev.copydesk.warehouse.QualityGate;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/**
 * What a load job reads and how: the keys of {@code jobs/NAME.yml}, described in {@code jobs/README.md}.
 *
 * @param name letters, digits, dots, dashes and underscores
 * @param input files, folders and globs; {@code {date}} stands for the date of the run
 * @param chunkSize documents in a chunk, which is the unit of commit and restart
 * @param threads documents extracted at the same time
 * @param maxDocumentSize bytes of an unpacked document above which it goes to quarantine
 * @param maxDocumentTime CPU time after which work on a document ends and it goes to quarantine
 * @param keepNonArticles whether pages that seem to be no articles are loaded all the same
 * @param quarantine how much may go to quarantine before the run fails
 * @param quality when a site counts as read worse than before, and what then
 */
public record JobDefinition(
        String name,
        List<String> input,
        int chunkSize,
        int threads,
        int maxDocumentSize,
        Duration maxDocumentTime,
        boolean keepNonArticles,
        QuarantineLimit quarantine,
        QualityGate quality) {

    public static final int DEFAULT_CHUNK_SIZE = 200;

    private static final int MAX_DOCUMENT_SIZE = 256 << 20;
    private static final Duration MAX_DOCUMENT_TIME = Duration.ofHours(24);

    public JobDefinition {
        input = List.copyOf(input);
        if (!name.matches("[A-Za-z0-9._-]{1,80}")) {
            throw new IllegalArgumentException("name: '" + name + "' is no name of letters, digits, '.', '-', '_'");
        }
        requireRange("chunk_size", chunkSize, 1, 5_000);
        requireRange("threads", threads, 1, 64);
        requireRange("max_document_size", maxDocumentSize, 1, MAX_DOCUMENT_SIZE);
        requireDocumentTime(maxDocumentTime);
    }

    /** A definition with defaults in all but name and input. */
    public static JobDefinition of(String name, List<String> input) {
        return new JobDefinition(
                name,
                input,
                DEFAULT_CHUNK_SIZE,
                defaultThreads(),
                PageFileReader.DEFAULT_MAX_BYTES,
                TimeBudget.DEFAULT,
                false,
                QuarantineLimit.DEFAULT,
                QualityGate.DEFAULT);
    }

    static int defaultThreads() {
        return Math.min(Runtime.getRuntime().availableProcessors(), 8);
    }

    /** Runs with the same key are runs of the same job: same name, same input, same date. */
    public String key(@Nullable LocalDate date) {
        StringBuilder identity = new StringBuilder(name).append('\0').append(date == null ? "" : date);
        input.stream().sorted().forEach(path -> identity.append('\0').append(path));
        return PayloadDigest.of(identity.toString().getBytes(StandardCharsets.UTF_8))
                .hex();
    }

    /**
     * A document size as people write it, such as {@code 20MiB}.
     *
     * @throws IllegalArgumentException when it is none, or not between 1 byte and 256 MiB
     */
    public static int documentSize(String text) {
        long bytes = ByteSize.parse(text);
        requireRange("max_document_size", bytes, 1, MAX_DOCUMENT_SIZE);
        return (int) bytes;
    }

    /**
     * A time for a document as people write it, such as {@code 60s}, {@code 5m} or {@code 500ms}.
     *
     * @throws IllegalArgumentException when it is none, or not between a millisecond and 24 hours
     */
    public static Duration documentTime(String text) {
        Duration time;
        try {
            time = DurationStyle.SIMPLE.parse(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("max_document_time: '" + text + "' is no time such as 60s", e);
        }
        requireDocumentTime(time);
        return time;
    }

    /** The same definition with its input replaced. */
    public JobDefinition withInput(List<String> newInput) {
        return new JobDefinition(
                name,
                newInput,
                chunkSize,
                threads,
                maxDocumentSize,
                maxDocumentTime,
                keepNonArticles,
                quarantine,
                quality);
    }

    /** The same definition with this in the place of its own. */
    public JobDefinition withKeepNonArticles(boolean keep) {
        return new JobDefinition(
                name, input, chunkSize, threads, maxDocumentSize, maxDocumentTime, keep, quarantine, quality);
    }

    /** The same definition, worked through in chunks of so many documents by so many threads. */
    public JobDefinition withChunks(int documents, int workers) {
        return new JobDefinition(
                name,
                input,
                documents,
                workers,
                maxDocumentSize,
                maxDocumentTime,
                keepNonArticles,
                quarantine,
                quality);
    }

    /** The same definition with documents of up to so many bytes, unpacked. */
    public JobDefinition withMaxDocumentSize(int bytes) {
        return new JobDefinition(
                name, input, chunkSize, threads, bytes, maxDocumentTime, keepNonArticles, quarantine, quality);
    }

    /** The same definition with documents on which so much CPU time may be spent. */
    public JobDefinition withMaxDocumentTime(Duration time) {
        return new JobDefinition(
                name, input, chunkSize, threads, maxDocumentSize, time, keepNonArticles, quarantine, quality);
    }

    private static void requireDocumentTime(Duration time) {
        if (time.toMillis() < 1 || time.compareTo(MAX_DOCUMENT_TIME) > 0) {
            throw new IllegalArgumentException("max_document_time: " + time + " is not between 1ms and 24h");
        }
    }

    private static void requireRange(String key, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(key + ": " + value + " is not between " + min + " and " + max);
        }
    }
}
