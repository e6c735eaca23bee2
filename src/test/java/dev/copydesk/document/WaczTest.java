package dev.copydesk.document;

import static dev.copydesk.document.SampleArchives.add;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.copydesk.WarcBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaczTest {

    private static final String A = "https://a.example/1";
    private static final String B = "https://a.example/2";

    @TempDir
    private Path folder;

    @Test
    void readsTheArchivesInItAndNothingElse() throws IOException {
        Path file = write(zip -> {
            add(zip, "pages/pages.jsonl", "{}".getBytes(UTF_8));
            add(zip, "archive/one.warc.gz", new WarcBuilder().page(A).gzip());
            add(zip, "indexes/index.cdx.gz", WarcBuilder.gzip(new byte[10]));
            add(zip, "archive/two.warc", new WarcBuilder().page(B).plain());
            add(zip, "datapackage.json", "{}".getBytes(UTF_8));
        });
        List<String> read = new ArrayList<>();
        new SourceReader(ArchiveReadings.MOST, SourceAccess.DISK)
                .read(ArchiveReadings.source(file), (entry, reading) -> read.add(entry + " " + reading.offset()));

        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(ArchiveReadings.outcomes(file)).isEqualTo(A + " " + B);
        assertThat(read)
                .containsExactly(
                        "archive/one.warc.gz " + text.indexOf("\u001f\u008b"),
                        "archive/two.warc " + text.indexOf("WARC/1.1"));
    }

    @Test
    void goesOnFromEveryPosition() throws IOException {
        Path file = write(zip -> {
            add(zip, "archive/one.warc.gz", new WarcBuilder().page(A).page(B).gzip());
            add(zip, "archive/../two.warc.gz", new WarcBuilder().page(A).gzip());
            add(
                    zip,
                    "archive/three.warc.gz",
                    WarcBuilder.gzip(new WarcBuilder().page(A).page(B).plain()));
        });
        List<Long> all = ArchiveReadings.offsets(file, ArchivePosition.START, new ArrayList<>());
        List<ArchivePosition> positions = new ArrayList<>();
        ArchiveReadings.offsets(file, ArchivePosition.START, positions);

        assertThat(all).hasSize(5).doesNotHaveDuplicates();
        for (int i = 0; i < positions.size(); i++) {
            assertThat(ArchiveReadings.offsets(file, positions.get(i), new ArrayList<>()))
                    .isEqualTo(all.subList(i + 1, all.size()));
        }
    }

    @Test
    void refusesEntriesThatLeadOutOfItOrArePackedOnceMore() throws IOException {
        Path file = write(zip -> {
            add(zip, "archive/../../etc/a.warc.gz", new WarcBuilder().page(A).gzip());
            add(zip, "/archive/b.warc.gz", new WarcBuilder().page(A).gzip());
            zip.setMethod(ZipOutputStream.DEFLATED);
            zip.putNextEntry(new ZipEntry("archive/c.warc.gz"));
            zip.write(new WarcBuilder().page(A).gzip());
            add(zip, "archive/d.warc.gz", new WarcBuilder().page(B).gzip());
        });
        assertThat(ArchiveReadings.outcomes(file))
                .isEqualTo("WACZ_ENTRY_REFUSED WACZ_ENTRY_REFUSED WACZ_ENTRY_REFUSED " + B);
    }

    @Test
    void whatIsNoWaczFileSaysSo() throws IOException {
        Path empty = write(zip -> add(zip, "datapackage.json", "{}".getBytes(UTF_8)));
        assertThat(ArchiveReadings.outcomes(empty)).isEqualTo("WACZ_WITHOUT_ARCHIVE");
        byte[] bytes = Files.readAllBytes(write(
                zip -> add(zip, "archive/a.warc", new WarcBuilder().page(A).plain())));
        Path cut =
                new WarcBuilder().write(folder.resolve("cut.wacz"), java.util.Arrays.copyOf(bytes, bytes.length - 30));
        assertThat(ArchiveReadings.outcomes(cut)).isEqualTo("NOT_WACZ");
        assertThat(ArchiveReadings.outcomes(new WarcBuilder().page(A).write(folder.resolve("b.wacz"), new byte[5])))
                .isEqualTo("NOT_WACZ");
    }

    private interface Entries {
        void write(ZipOutputStream zip) throws IOException;
    }

    private Path write(Entries entries) throws IOException {
        Path file = folder.resolve("a.wacz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            entries.write(zip);
        }
        return file;
    }
}
