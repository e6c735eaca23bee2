package dev.copydesk.document;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.function.Consumer;
import java.util.zip.ZipException;

/**
 * Reads files that hold one page, plain or gzipped; whether a file is gzipped is told by its content, whatever its name
 * says, and a page packed twice is unpacked twice. Hands over exactly one reading, at offset 0. What it cannot read has
 * one of the codes
 *
 * <ul>
 *   <li>{@code FILE_UNREADABLE}: no permission, gone, not a regular file, a failing disk;
 *   <li>{@code SOURCE_CHANGED}: its server has another version now;
 *   <li>{@code TOO_LARGE}: more bytes than allowed once unpacked, of which no more are ever unpacked;
 *   <li>{@code GZIP_DAMAGED}: cut, damaged, or followed by something else;
 *   <li>{@code NOT_GZIP}: named {@code .gz} but neither gzip nor text;
 *   <li>{@code EMPTY}: nothing but blanks and NUL bytes;
 *   <li>{@code NOT_TEXT}: an image, an archive, a program;
 *   <li>{@code ARCHIVE_MISNAMED}: a WARC file under the name of a page.
 * </ul>
 */
public final class PageFileReader implements DocumentReader {

    /** 20 MiB. */
    public static final int DEFAULT_MAX_BYTES = 20 * 1024 * 1024;

    private static final int MOST_LAYERS = 2;

    private final int maxBytes;
    private final SourceAccess access;

    /** A reader that takes pages on disk of up to {@link #DEFAULT_MAX_BYTES}. */
    public PageFileReader() {
        this(DEFAULT_MAX_BYTES, SourceAccess.DISK);
    }

    /**
     * A reader that takes pages of up to so many bytes.
     *
     * @param maxBytes the largest unpacked size that is read; positive
     */
    public PageFileReader(int maxBytes, SourceAccess access) {
        if (maxBytes < 1 || maxBytes > Integer.MAX_VALUE - 64) {
            throw new IllegalArgumentException("a page cannot be limited to " + maxBytes + " bytes");
        }
        this.maxBytes = maxBytes;
        this.access = access;
    }

    @Override
    public void read(SourceFile file, Consumer<Reading> documents) {
        documents.accept(read(file));
    }

    private Reading read(SourceFile file) {
        try {
            try (BufferedInputStream stored = new BufferedInputStream(Channels.newInputStream(access.open(file)))) {
                return read(file, stored);
            }
        } catch (ZipException e) {
            return unreadable("GZIP_DAMAGED", "is a damaged gzip file: " + e.getMessage());
        } catch (IOException e) {
            return SourceAccess.unreadable(0, e);
        }
    }

    private Reading read(SourceFile file, BufferedInputStream stored) throws IOException {
        BufferedInputStream in = stored;
        int layers = 0;
        while (layers < MOST_LAYERS && beginsAsGzip(in)) {
            in = new BufferedInputStream(new GzipMembers(in));
            layers++;
        }
        byte[] payload;
        try (InputStream innermost = in) {
            payload = innermost.readNBytes(maxBytes + 1);
        }
        if (payload.length > maxBytes) {
            return PagePayload.tooLarge(0, maxBytes, layers > 0);
        }
        boolean plain = file.gzipped() && layers == 0 && !PayloadSniffer.isBlank(payload);
        String other = plain ? PayloadSniffer.notText(payload) : null;
        if (other != null) {
            return unreadable("NOT_GZIP", "is named .gz but is " + other);
        }
        if (RecordInput.glance(new ByteArrayInputStream(payload)).atRecord()) {
            return unreadable("ARCHIVE_MISNAMED", "is a WARC archive; give it a name that ends in .warc or .warc.gz");
        }
        return PagePayload.reading(
                0,
                payload,
                RawDocument.named(file),
                format -> new RawDocument(0, format, payload, file.url(), file.capturedAt()));
    }

    private static boolean beginsAsGzip(BufferedInputStream in) throws IOException {
        in.mark(3);
        byte[] start = new byte[3];
        int length = in.readNBytes(start, 0, 3);
        in.reset();
        return GzipMembers.isMagic(start, length);
    }

    private static Reading unreadable(String code, String message) {
        return new Reading.Unreadable(0, code, message);
    }
}
