package dev.copydesk.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.copydesk.Property;
import dev.copydesk.Property.Values;
import dev.copydesk.WarcBuilder;
import dev.copydesk.fuzz.ArchivePacking;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of archives of any records, packed in any way. */
class ArchivePropertyTest {

    private static final int TRIES = 100;

    @TempDir
    private Path folder;

    /** An archive and where its records start as the reader is to tell. */
    private record Written(Path file, List<Long> offsets) {}

    @Test
    void everyRecordIsFoundWhereItWasWritten() throws Exception {
        Property.holds(TRIES, values -> {
            Written written = write(values);
            assertThat(ArchiveReadings.offsets(written.file(), ArchivePosition.START, new ArrayList<>()))
                    .isEqualTo(written.offsets());
        });
    }

    @Test
    void fromEveryPositionReadingGoesOnWithTheRest() throws Exception {
        Property.holds(TRIES, values -> {
            Written written = write(values);
            List<ArchivePosition> positions = new ArrayList<>();
            ArchiveReadings.offsets(written.file(), ArchivePosition.START, positions);
            int read = values.below(positions.size());
            assertThat(ArchiveReadings.offsets(written.file(), positions.get(read), new ArrayList<>()))
                    .isEqualTo(written.offsets()
                            .subList(read + 1, written.offsets().size()));
        });
    }

    @Test
    void aRecordIsFoundByItsOffsetAlone() throws Exception {
        Property.holds(TRIES, values -> {
            Written written = write(values);
            List<Reading> readings = ArchiveReadings.of(written.file());
            int one = values.below(readings.size());
            Reading found = new SourceReader(ArchiveReadings.MOST, SourceAccess.DISK)
                    .at(
                            ArchiveReadings.source(written.file()),
                            readings.get(one).offset());
            assertThat(found).isNotNull();
            assertThat(shown(Objects.requireNonNull(found))).isEqualTo(shown(readings.get(one)));
        });
    }

    @Test
    void aPageHasTheSameDigestHoweverItsArchiveIsPacked() throws Exception {
        Property.holds(TRIES / 10, values -> {
            WarcBuilder records = records(values);
            List<String> plain = null;
            for (ArchivePacking packing : ArchivePacking.values()) {
                Path file = records.write(folder.resolve("a.warc"), packing.pack(records));
                List<String> shown = ArchiveReadings.of(file).stream()
                        .map(ArchivePropertyTest::shown)
                        .toList();
                plain = plain == null ? shown : plain;
                assertThat(shown).isEqualTo(plain);
            }
        });
    }

    /** What a record holds, without its place. */
    private static String shown(Reading reading) {
        return reading instanceof Reading.Read read
                ? read.document().url() + " " + read.document().digest()
                : reading instanceof Reading.NoPage none
                        ? none.reason()
                        : reading.getClass().getSimpleName();
    }

    private Written write(Values values) throws IOException {
        WarcBuilder records = records(values);
        ArchivePacking packing = values.oneOf(ArchivePacking.values());
        byte[] archive = packing.pack(records);
        List<Long> offsets = offsets(records, packing);
        if (values.below(4) > 0) {
            return new Written(Files.write(folder.resolve("a.warc"), archive), offsets);
        }
        String name = "archive/" + "n".repeat(1 + values.below(20)) + ".warc.gz";
        byte[] wacz = ArchivePacking.wacz(name, archive);
        int start = 30 + wacz[26]
                + wacz[28]; // of the entry's header, its name and its extra field (APPNOTE, section 4.3.7)
        return new Written(
                Files.write(folder.resolve("a.wacz"), wacz),
                offsets.stream().map(offset -> start + offset).toList());
    }

    private static List<Long> offsets(WarcBuilder records, ArchivePacking packing) {
        List<Long> offsets = new ArrayList<>();
        long at = 0;
        for (int i = 0; i < records.size(); i++) {
            offsets.add(at);
            WarcBuilder one = new WarcBuilder().raw(records.get(i));
            at += packing == ArchivePacking.GZIP_WHOLE || packing == ArchivePacking.ZSTD_WHOLE
                    ? 1
                    : packing.pack(one).length;
        }
        return offsets;
    }

    /** One record at least; blocks hold what looks like records, line breaks and packed bytes. */
    private static WarcBuilder records(Values values) {
        WarcBuilder records = new WarcBuilder();
        for (int i = values.count(); i >= 0; i--) {
            String url = "https://a.example/" + i;
            switch (values.below(5)) {
                case 0 -> records.page(url);
                case 1 ->
                    records.record(
                            "resource", Map.of("WARC-Target-URI", url, "Content-Type", "text/plain"), block(values));
                case 2 -> records.record("metadata", Map.of(), block(values));
                case 3 -> records.response(url, "Content-Type: image/png", block(values));
                default -> records.revisit(url, WarcBuilder.DATE, "sha1:A", url, WarcBuilder.DATE);
            }
        }
        return records;
    }

    private static byte[] block(Values values) {
        byte[] block = values.bytes(values.count());
        for (int i = values.count(); i > 0; i--) {
            block = WarcBuilder.joined(
                    block,
                    values.oneOf(
                            "\r\n\r\n".getBytes(StandardCharsets.UTF_8),
                            "\n".getBytes(StandardCharsets.UTF_8),
                            "WARC/1.1\r\nWARC-Type: response\r\nContent-Length: 9\r\n\r\n"
                                    .getBytes(StandardCharsets.UTF_8),
                            WarcBuilder.gzip("WARC/1.0\r\n".getBytes(StandardCharsets.UTF_8)),
                            values.bytes(values.size())));
        }
        return block;
    }
}
