package dev.copydesk.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import com.github.luben.zstd.Zstd;
import dev.copydesk.WarcBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A way to pack records as an archive. */
public enum ArchivePacking {
    PLAIN,
    /** Each record as a gzip member. */
    GZIP,
    /** All records as one gzip member. */
    GZIP_WHOLE,
    /** Each record as a frame. */
    ZSTD,
    /** All records as one frame. */
    ZSTD_WHOLE;

    private static final String BEGIN = "WARC/1.";

    /** The packing that an input's first byte names. */
    static ArchivePacking of(byte[] input) {
        return values()[input.length == 0 ? 0 : (input[0] & 0xff) % values().length];
    }

    /** The bytes packed, cut where a record seems to begin. */
    byte[] pack(byte[] bytes) {
        WarcBuilder records = new WarcBuilder();
        String text = new String(bytes, ISO_8859_1);
        int start = 0;
        while (start < text.length()) {
            int next = text.indexOf(BEGIN, start + 1);
            int end = next < 0 ? text.length() : next;
            records.raw(text.substring(start, end).getBytes(ISO_8859_1));
            start = end;
        }
        return pack(records);
    }

    /** The records packed. */
    public byte[] pack(WarcBuilder records) {
        return switch (this) {
            case PLAIN -> records.plain();
            case GZIP -> records.gzip();
            case GZIP_WHOLE -> WarcBuilder.gzip(records.plain());
            case ZSTD -> records.zstd();
            case ZSTD_WHOLE -> Zstd.compress(records.plain());
        };
    }

    /** A WACZ file that holds this archive under this name, stored as it is. */
    public static byte[] wacz(String name, byte[] archive) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CRC32 checksum = new CRC32();
        checksum.update(archive);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(archive.length);
        entry.setCrc(checksum.getValue());
        entry.setTime(0);
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(entry);
            zip.write(archive);
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("datapackage.json"));
            zip.write("{}".getBytes(US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
