package dev.copydesk.document;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The records of the WARC files in the folder {@code archive} of a WACZ file (WACZ 1.1.1, section 5.2.1), one file after the
 * other as they stand in the ZIP file. They are stored, not packed once more, so that records have an offset in the WACZ
 * file itself. Indexes, lists of pages and the like are not looked at.
 */
final class WaczFraming extends RecordFraming {

    /** Bytes of a ZIP file's directory, which is held in memory at several times that. */
    private static final long MOST_DIRECTORY = 16L << 20;

    private final SeekableByteChannel channel;
    private final ZipFile zip;
    private final Deque<ZipArchiveEntry> entries = new ArrayDeque<>();
    private final ArchivePosition from;
    private @Nullable RecordFraming current;
    private ArchivePosition position;
    private boolean anyArchive;

    private WaczFraming(SeekableByteChannel channel, ZipFile zip, ArchivePosition from, RecordLimits limits) {
        super(null, limits);
        this.channel = channel;
        this.zip = zip;
        this.from = from;
        this.position = from;
        Collections.list(zip.getEntriesInPhysicalOrder()).forEach(entries::add);
    }

    /** The records from this position on; null when the file is no ZIP file or its directory is too large. */
    static @Nullable WaczFraming open(SeekableByteChannel channel, ArchivePosition from, RecordLimits limits)
            throws IOException {
        try {
            if (ZipDirectory.size(channel) > MOST_DIRECTORY) {
                return null;
            }
            ZipFile zip = ZipFile.builder()
                    .setSeekableByteChannel(channel)
                    .setIgnoreLocalFileHeader(true)
                    .get();
            return new WaczFraming(channel, zip, from, limits);
        } catch (RemoteAccessException | SourceChangedException | NoSuchFileException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // the library throws some of the latter for damaged directories
            return null;
        }
    }

    @Override
    ArchivePosition position() {
        return position;
    }

    @Override
    @Nullable
    ArchiveRecord next() throws IOException {
        while (true) {
            if (current == null) {
                ZipArchiveEntry entry = entries.poll();
                if (entry == null) {
                    return end();
                }
                ArchiveRecord refused = open(entry);
                if (refused != null) {
                    return refused;
                }
            } else {
                ArchiveRecord record = current.next();
                position = current.position();
                if (record != null) {
                    return record;
                }
                current.close();
                current = null;
            }
        }
    }

    /** A WACZ file without archives is said to be one, or nothing would tell that it was read. */
    private @Nullable ArchiveRecord end() {
        boolean silent = anyArchive || !from.equals(ArchivePosition.START);
        anyArchive = true;
        return silent ? null : damaged(from, "WACZ_WITHOUT_ARCHIVE", "holds no WARC file in its folder archive/");
    }

    /** Opens the entry if it holds records from the position on; what stands in its place when it may not be read. */
    private @Nullable ArchiveRecord open(ZipArchiveEntry entry) throws IOException {
        String name = entry.getName();
        long start = dataStart(entry);
        if (start < 0 || entry.isDirectory() || !isWarc(name)) {
            return null;
        }
        anyArchive = true;
        long end = Math.min(channel.size(), start + entry.getCompressedSize());
        if (from.piece() >= end) {
            return null;
        }
        ArchivePosition begin = from.piece() >= start ? from : new ArchivePosition(start, 0);
        String refusal = refusal(entry);
        if (refusal == null) {
            current = RecordFraming.of(name, new StoredBytes(channel, start, end), begin, limits);
            return null;
        }
        position = new ArchivePosition(end, 0);
        return damaged(begin, "WACZ_ENTRY_REFUSED", refusal + ": " + name);
    }

    private static @Nullable String refusal(ZipArchiveEntry entry) {
        String name = entry.getName();
        if (!name.startsWith("archive/") || name.contains("..") || name.contains("\\") || name.contains("//")) {
            return "holds an archive whose name leads out of its folder";
        }
        return entry.getMethod() == ZipEntry.STORED
                ? null
                : "holds an archive that is packed once more, which WACZ forbids; unpack it and load that";
    }

    private static boolean isWarc(String name) {
        PageName page = PageName.of(name);
        return name.replace('\\', '/').contains("archive/") && page != null && page.format() == SourceFormat.WARC;
    }

    /** Where the entry's bytes start; -1 when no entry stands where the directory has it. */
    private long dataStart(ZipArchiveEntry entry) throws IOException {
        return ZipDirectory.dataStart(channel, entry.getLocalHeaderOffset());
    }

    @Override
    void close() throws IOException {
        if (current != null) {
            current.close();
        }
        zip.close();
    }
}
