package dev.copydesk.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.copydesk.document.ArchivePosition;
import dev.copydesk.document.ArchiveReader;
import dev.copydesk.document.ArchiveRecord;
import dev.copydesk.document.Manifest;
import dev.copydesk.document.ManifestLine;
import dev.copydesk.document.PageFileReader;
import dev.copydesk.document.Reading;
import dev.copydesk.document.SourceAccess;
import dev.copydesk.document.SourceFile;
import dev.copydesk.document.SourceFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A file of arbitrary bytes, and what reading it must keep to. */
final class FuzzedFile {

    /** Bytes of a document; less than a load takes, so that inputs pass it too. */
    static final int MOST_BYTES = 1 << 16;

    /** Positions of an archive from which the rest is read once more. */
    private static final int MOST_POSITIONS = 4;

    private static final Path FOLDER = folder();

    private final Path path;
    private final SourceFile file;

    private FuzzedFile(Path path, SourceFile file) {
        this.path = path;
        this.file = file;
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("copydesk-fuzz");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FuzzedFile of(String name, SourceFormat format, byte[] content) {
        try {
            Path path = Files.write(FOLDER.resolve(name), content);
            path.toFile().deleteOnExit();
            boolean packed = name.endsWith(".gz");
            return new FuzzedFile(
                    path, new SourceFile(path, format, packed, content.length, Instant.EPOCH, null, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One reading, whatever it is. */
    void holdsOnePage() {
        List<Reading> readings = new ArrayList<>();
        new PageFileReader(MOST_BYTES, SourceAccess.DISK).read(file, readings::add);
        assertThat(readings).hasSize(1);
        assertThat(readings.get(0).offset()).isZero();
        isSound(readings.get(0));
    }

    /** Each line that is not blank is told of once, in order, and leads nowhere but below the manifest. */
    void isAManifest(byte[] content) {
        List<ManifestLine> lines = new ArrayList<>();
        Manifest.read(path, lines::add);
        assertThat(lines.stream().map(ManifestLine::number).toList()).isEqualTo(linesThatAreNotBlank(content));
        for (ManifestLine line : lines) {
            if (line instanceof ManifestLine.Entry entry) {
                assertThat(entry.file()).isAbsolute().isNormalized();
                assertThat(entry.file().startsWith(FOLDER)).isTrue();
                assertThat(entry.file()).isNotEqualTo(FOLDER);
                SoundArticle.holdsWebAddress(entry.url());
                SoundArticle.holdsInstant(entry.capturedAt());
            } else if (line instanceof ManifestLine.Invalid invalid) {
                SoundArticle.holdsLine(invalid.message());
            }
        }
    }

    private static List<Long> linesThatAreNotBlank(byte[] content) {
        List<Long> numbers = new ArrayList<>();
        long number = 1;
        boolean blank = true;
        int start = content.length >= 3 && content[0] == -17 && content[1] == -69 && content[2] == -65 ? 3 : 0;
        for (int i = start; i <= content.length; i++) {
            boolean end = i == content.length || content[i] == '\n';
            if (end && !blank) {
                numbers.add(number);
            }
            blank = end || (blank && (content[i] == ' ' || content[i] == '\t' || content[i] == '\r'));
            number += end ? 1 : 0;
        }
        return numbers;
    }

    /** As {@link #isAnArchive}, with so many records. */
    void isAnArchiveOf(int records) {
        assertThat(isAnArchive(true)).hasSize(records);
    }

    /**
     * Records in rising order, each sound; from a position between two of them reading goes on
     * with those that follow.
     *
     * @param something whether there must be a record, or a code in its place
     */
    List<Long> isAnArchive(boolean something) {
        List<ArchivePosition> positions = new ArrayList<>();
        List<Long> offsets = offsets(ArchivePosition.START, positions, true);
        if (something) {
            assertThat(offsets).isNotEmpty();
        }
        assertThat(offsets).isSorted().doesNotHaveDuplicates();
        for (int i = 0; i < Math.min(positions.size() - 1, MOST_POSITIONS); i++) {
            assertThat(offsets(positions.get(i), new ArrayList<>(), false))
                    .as("from %s", positions.get(i))
                    .isEqualTo(offsets.subList(i + 1, offsets.size()));
        }
        return offsets;
    }

    private List<Long> offsets(ArchivePosition from, List<ArchivePosition> positions, boolean look) {
        List<Long> offsets = new ArrayList<>();
        try (ArchiveReader reader = ArchiveReader.open(file, from, MOST_BYTES, SourceAccess.DISK)) {
            ArchiveRecord record;
            while ((record = reader.next()) != null) {
                offsets.add(record.offset());
                positions.add(reader.position());
                if (look) {
                    Reading reading = record.reading();
                    assertThat(reading.offset()).isEqualTo(record.offset());
                    isSound(reading);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return offsets;
    }

    private void isSound(Reading reading) {
        if (reading instanceof Reading.Read read) {
            assertThat(read.document().payload().length).isLessThanOrEqualTo(MOST_BYTES);
            SoundArticle.holdsText(read.document().text());
            SoundArticle.holdsInstant(read.document().capturedAt());
            SoundArticle.holdsLine(read.document().url());
            SoundArticle.holdsLine(read.document().contentType());
            SoundArticle.holdsLine(read.document().recordDigest());
        } else if (reading instanceof Reading.Unreadable unreadable) {
            assertThat(unreadable.code()).matches("[A-Z_]+").isNotEqualTo("FILE_UNREADABLE");
            SoundArticle.holdsLine(unreadable.message());
        } else if (reading instanceof Reading.NoPage none) {
            assertThat(none.reason()).matches("[A-Z_]+[0-9]*");
        } else if (reading instanceof Reading.Revisit revisit) {
            SoundArticle.holdsInstant(revisit.capturedAt());
            SoundArticle.holdsInstant(revisit.originalDate());
            SoundArticle.holdsLine(revisit.url());
            SoundArticle.holdsLine(revisit.originalUrl());
            SoundArticle.holdsLine(revisit.recordDigest());
        }
    }
}
