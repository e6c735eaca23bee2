package dev.copydesk.document;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of an archive one after the other, in memory that does not grow with it, from any {@link
 * ArchivePosition} on. A record that is damaged is handed over as one that cannot be read, and the next sound one follows.
 * For one thread; the records are for any. What cannot be read has one of the codes of {@link RecordContent}, or
 *
 * <ul>
 *   <li>{@code FILE_UNREADABLE}: as for pages; it stands for all the rest of the file;
 *   <li>{@code SOURCE_CHANGED}: its server has another version now; it stands for all the rest of the file;
 *   <li>{@code EMPTY}: a file without a byte;
 *   <li>{@code NOT_A_RECORD}: no WARC record begins where one should, or its header is damaged;
 *   <li>{@code GZIP_DAMAGED}, {@code ZSTD_DAMAGED}: a piece that cannot be unpacked;
 *   <li>{@code PACKED_TOO_TIGHT}: more records than bytes packed as one, and the pieces that their offsets reach into;
 *   <li>{@code NOT_WACZ}: named {@code .wacz} and no ZIP file that can be read;
 *   <li>{@code WACZ_WITHOUT_ARCHIVE}: a WACZ file without WARC files;
 *   <li>{@code WACZ_ENTRY_REFUSED}: a WARC file in it that is packed once more, or has a name that leads elsewhere;
 *   <li>{@code LENGTHS_WRONG}: too many records of wrong length that were packed as one.
 * </ul>
 */
public final class ArchiveReader implements Closeable {

    private final @Nullable SeekableByteChannel channel;
    private @Nullable RecordFraming records;
    private @Nullable ArchiveRecord failure;
    private ArchivePosition position;

    private ArchiveReader(
            @Nullable SeekableByteChannel channel,
            @Nullable RecordFraming records,
            ArchivePosition position,
            @Nullable ArchiveRecord failure) {
        this.channel = channel;
        this.records = records;
        this.position = position;
        this.failure = failure;
    }

    /**
     * Opens an archive; one that cannot be opened holds one record that says so.
     *
     * @param maxBytes largest document that is read, unpacked
     * @throws RemoteAccessException as reading does, when it cannot be got at
     */
    public static ArchiveReader open(SourceFile file, ArchivePosition from, int maxBytes, SourceAccess access) {
        SeekableByteChannel channel = null;
        try {
            channel = access.open(file);
            if (channel.size() == 0) {
                return failed(channel, from, "EMPTY", "is empty");
            }
            RecordLimits limits = new RecordLimits(maxBytes);
            RecordFraming records = file.format() == SourceFormat.WACZ
                    ? WaczFraming.open(channel, from, limits)
                    : RecordFraming.of(null, new StoredBytes(channel, 0, channel.size()), from, limits);
            return records == null
                    ? failed(
                            channel,
                            from,
                            "NOT_WACZ",
                            "is no ZIP file, or a damaged one, or its directory is too large")
                    : new ArchiveReader(channel, records, from, null);
        } catch (IOException e) {
            return new ArchiveReader(channel, null, from, record(SourceAccess.unreadable(from.offset(), e)));
        }
    }

    /** The next record; null at the end. */
    public @Nullable ArchiveRecord next() {
        if (records == null) {
            ArchiveRecord last = failure;
            failure = null;
            return last;
        }
        try {
            ArchiveRecord record = records.next();
            position = records.position();
            return record;
        } catch (IOException e) {
            records = null;
            return record(SourceAccess.unreadable(position.offset(), e));
        }
    }

    /** Where to go on to get the records that were not handed over yet. */
    public ArchivePosition position() {
        return position;
    }

    private static ArchiveReader failed(
            @Nullable SeekableByteChannel channel, ArchivePosition from, String code, String message) {
        return new ArchiveReader(channel, null, from, record(new Reading.Unreadable(from.offset(), code, message)));
    }

    private static ArchiveRecord record(Reading.Unreadable reading) {
        return new ArchiveRecord(null, reading.offset(), 0, () -> reading);
    }

    @Override
    public void close() throws IOException {
        if (records != null) {
            records.close();
        }
        if (channel != null) {
            channel.close();
        }
    }
}
