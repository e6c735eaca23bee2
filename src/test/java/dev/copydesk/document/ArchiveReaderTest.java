package dev.copydesk.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.copydesk.WarcBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cutting archives into records, sound and damaged. */
class ArchiveReaderTest {

    private static final String A = "https://a.example/1";
    private static final String B = "https://a.example/2";
    private static final String C = "https://a.example/3";
    private static final String ABC = A + " " + B + " " + C;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Packing.class)
    void readsEachRecordWhereItStarts(Packing packing) {
        WarcBuilder warc = new WarcBuilder().page(A).page(B).page(C);
        byte[] archive = packed(warc, packing);
        int first = packed(new WarcBuilder().raw(warc.get(0)), packing).length;
        int second = packed(new WarcBuilder().raw(warc.get(1)), packing).length;

        assertThat(offsets(archive)).containsExactly(0L, (long) first, (long) first + second);
        assertThat(outcomes(archive)).isEqualTo(ABC);
    }

    @ParameterizedTest
    @EnumSource(Packing.class)
    void goesOnFromEveryPosition(Packing packing) {
        assertGoesOn(packed(new WarcBuilder().page(A).page(B).page(C), packing));
    }

    @Test
    void goesOnFromEveryPositionWithinRecordsThatWerePackedAsOne() {
        byte[] whole =
                WarcBuilder.gzip(new WarcBuilder().page(A).page(B).page(C).plain());
        assertThat(outcomes(whole)).isEqualTo(ABC);
        assertThat(offsets(whole)).containsExactly(0L, 1L, 2L);
        assertGoesOn(WarcBuilder.joined(whole, new WarcBuilder().page(A).gzip()));
    }

    @Test
    void findsTheNextRecordBehindADamagedMember() {
        WarcBuilder warc = new WarcBuilder().page(A).page(B).page(C);
        int first = WarcBuilder.gzip(warc.get(0)).length;
        int second = WarcBuilder.gzip(warc.get(1)).length;
        for (int at :
                List.of(first, first + 3, first + 12, first + second / 2, first + second - 6, first + second - 2)) {
            byte[] archive = warc.gzip();
            archive[at] ^= 0x55;
            assertThat(outcomes(archive)).as("byte " + at).isEqualTo(A + " GZIP_DAMAGED " + C);
        }
    }

    @Test
    void findsTheNextRecordBehindAMemberThatIsCutOrOverwritten() {
        WarcBuilder warc = new WarcBuilder().page(A).page(B).page(C);
        byte[] a = WarcBuilder.gzip(warc.get(0));
        byte[] b = WarcBuilder.gzip(warc.get(1));
        byte[] c = WarcBuilder.gzip(warc.get(2));
        byte[] cut = WarcBuilder.joined(WarcBuilder.joined(a, Arrays.copyOf(b, b.length / 2)), c);
        byte[] zeroed = WarcBuilder.joined(WarcBuilder.joined(a, new byte[b.length]), c);

        assertThat(outcomes(cut)).isEqualTo(A + " GZIP_DAMAGED " + C);
        assertThat(outcomes(zeroed)).isEqualTo(A + " GZIP_DAMAGED " + C);
        assertThat(outcomes(Arrays.copyOf(warc.gzip(), a.length + b.length + 40)))
                .isEqualTo(A + " " + B + " GZIP_DAMAGED");
    }

    @Test
    void findsTheNextRecordFarBehindDamage() {
        byte[] lost = new byte[300_000];
        byte[] archive = WarcBuilder.joined(
                WarcBuilder.joined(new WarcBuilder().page(A).gzip(), lost),
                new WarcBuilder().page(C).gzip());
        assertThat(outcomes(archive)).isEqualTo(A + " GZIP_DAMAGED " + C);
    }

    @Test
    void findsTheNextRecordBehindADamagedFrame() {
        WarcBuilder warc = new WarcBuilder().page(A).page(B).page(C);
        byte[] archive = warc.zstd();
        int first = new WarcBuilder().raw(warc.get(0)).zstd().length;
        archive[first + 1] ^= 0x55;
        assertThat(outcomes(archive)).isEqualTo(A + " ZSTD_DAMAGED " + C);
    }

    @ParameterizedTest
    @EnumSource(Packing.class)
    void findsTheNextRecordBehindSomethingElse(Packing packing) {
        WarcBuilder warc = new WarcBuilder()
                .page(A)
                .raw("rubbish, not a record\r\n\r\n".getBytes(UTF_8))
                .page(C);
        assertThat(outcomes(packed(warc, packing))).isEqualTo(A + " NOT_A_RECORD " + C);
    }

    @ParameterizedTest
    @EnumSource(Packing.class)
    void findsTheNextRecordBehindADamagedHeader(Packing packing) {
        for (String header : List.of(
                "WARC/1.1\r\nno field\r\n\r\n",
                "WARC/1.1\r\nWARC-Type: response\r\n\r\nblock",
                "WARC/1.1\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\n",
                "WARC/1.1\r\nWARC-Type: response\r\nContent-Length: 99999999999999999999\r\n\r\n")) {
            WarcBuilder warc = new WarcBuilder()
                    .page(A)
                    .raw((header + "\r\n\r\n").getBytes(UTF_8))
                    .page(C);
            assertThat(outcomes(packed(warc, packing))).as(header).isEqualTo(A + " NOT_A_RECORD " + C);
        }
    }

    @ParameterizedTest
    @EnumSource(Packing.class)
    void readsARecordWhoseLengthIsWrongByWhatItHolds(Packing packing) {
        for (String length : List.of("0", "300", "100000", "100000000000")) {
            WarcBuilder warc = new WarcBuilder()
                    .page(A)
                    .http(
                            B,
                            "HTTP/1.1 200 OK",
                            "Content-Type: text/html",
                            WarcBuilder.page(B, "b").getBytes(UTF_8),
                            Map.of("Content-Length", length))
                    .page(C);
            assertThat(outcomes(packed(warc, packing))).as(length).isEqualTo(A + " " + B + "[LENGTH_WRONG] " + C);
        }
    }

    @Test
    void aRecordOfWrongLengthTakesNoOtherWithItInAPieceOfSeveral() {
        WarcBuilder warc = new WarcBuilder()
                .page(A)
                .http(
                        B,
                        "HTTP/1.1 200 OK",
                        "Content-Type: text/html",
                        WarcBuilder.page(B, "b").getBytes(UTF_8),
                        Map.of("Content-Length", "1500"))
                .page(C);
        assertThat(outcomes(WarcBuilder.gzip(warc.plain()))).isEqualTo(A + " " + B + "[LENGTH_WRONG] " + C);
    }

    @Test
    void aRecordThatTheFileEndsWithinIsCut() {
        byte[] archive = new WarcBuilder().page(A).page(B).plain();
        assertThat(outcomes(Arrays.copyOf(archive, archive.length - 200))).isEqualTo(A + " RECORD_CUT");
        assertThat(outcomes(Arrays.copyOf(archive, archive.length - 4))).isEqualTo(A + " " + B + "[TRAILER_WRONG]");
    }

    @Test
    void whatIsNoArchiveOrNotThereIsOneUnreadableRecord() {
        assertThat(outcomes("<html>a page</html>".getBytes(UTF_8))).isEqualTo("NOT_A_RECORD");
        assertThat(outcomes(WarcBuilder.gzip("<html>a page</html>".getBytes(UTF_8))))
                .isEqualTo("NOT_A_RECORD");
        assertThat(outcomes(new byte[0])).isEqualTo("EMPTY");
        assertThat(outcomes(folder.resolve("gone.warc"))).isEqualTo("FILE_UNREADABLE");
    }

    @Test
    void moreRecordsThanBytesPackedAsOneTakeNoOffsetOfAnotherRecord() {
        byte[] tiny =
                "WARC/1.0\r\nContent-Length: 0\r\n\r\n\r\n\r\n".repeat(2_000).getBytes(UTF_8);
        byte[] small = WarcBuilder.gzip(tiny);
        byte[] archive = small;
        for (int i = 0; i < 10; i++) {
            archive = WarcBuilder.joined(archive, new WarcBuilder().page(A).gzip());
        }
        assertThat(small.length).isLessThan(2_000);
        assertThat(offsets(archive)).doesNotHaveDuplicates().isSorted();
        assertThat(outcomes(archive)).contains("PACKED_TOO_TIGHT " + A).endsWith(A);
    }

    @Test
    void readsZstdWithADictionary() {
        WarcBuilder warc = new WarcBuilder().page(A).page(B).page(C);
        byte[] dictionary = warc.get(0);
        byte[] archive = java.nio.ByteBuffer.allocate(8 + dictionary.length)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .putInt(0x184d2a5d)
                .putInt(dictionary.length)
                .put(dictionary)
                .array();
        for (int i = 0; i < 3; i++) {
            com.github.luben.zstd.ZstdCompressCtx context = new com.github.luben.zstd.ZstdCompressCtx();
            context.loadDict(dictionary);
            archive = WarcBuilder.joined(archive, context.compress(warc.get(i)));
            context.close();
        }
        assertThat(outcomes(archive)).isEqualTo(ABC);
        assertGoesOn(archive);
    }

    @Test
    void aHugeRecordThatHoldsNoPageIsPassedOver() {
        WarcBuilder warc = new WarcBuilder()
                .page(A)
                .response(B, "Content-Type: video/mp4", new byte[3 << 20])
                .page(C);
        assertThat(outcomes(warc.gzip())).isEqualTo(A + " CONTENT_TYPE " + C);
        WarcBuilder page = new WarcBuilder()
                .page(A)
                .response(B, "Content-Type: text/html", new byte[3 << 20])
                .page(C);
        assertThat(outcomes(page.gzip())).isEqualTo(A + " TOO_LARGE " + C);
        assertThat(outcomes(page.plain())).isEqualTo(A + " TOO_LARGE " + C);
    }

    private void assertGoesOn(byte[] archive) {
        List<ArchivePosition> positions = new ArrayList<>();
        List<Long> offsets = new ArrayList<>();
        Path file = write(archive);
        try (ArchiveReader reader = open(file, ArchivePosition.START)) {
            ArchiveRecord record;
            while ((record = reader.next()) != null) {
                offsets.add(record.offset());
                positions.add(reader.position());
            }
            for (int i = 0; i < positions.size(); i++) {
                List<Long> rest = new ArrayList<>();
                try (ArchiveReader again = open(file, positions.get(i))) {
                    while ((record = again.next()) != null) {
                        rest.add(record.offset());
                    }
                }
                assertThat(rest).as("from " + positions.get(i)).isEqualTo(offsets.subList(i + 1, offsets.size()));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] packed(WarcBuilder warc, Packing packing) {
        return switch (packing) {
            case NONE -> warc.plain();
            case GZIP -> warc.gzip();
            case ZSTD -> warc.zstd();
        };
    }

    private Path write(byte[] archive) {
        return new WarcBuilder().write(folder.resolve("a.warc"), archive);
    }

    private List<Long> offsets(byte[] archive) {
        return ArchiveReadings.of(write(archive)).stream().map(Reading::offset).toList();
    }

    private String outcomes(byte[] archive) {
        return outcomes(write(archive));
    }

    private static String outcomes(Path file) {
        return ArchiveReadings.outcomes(file);
    }

    private static ArchiveReader open(Path file, ArchivePosition from) {
        return ArchiveReader.open(ArchiveReadings.source(file), from, ArchiveReadings.MOST, SourceAccess.DISK);
    }
}
