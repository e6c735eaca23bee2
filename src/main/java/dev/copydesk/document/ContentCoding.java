package dev.copydesk.document;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;
import org.jspecify.annotations.Nullable;

/** How a response may be packed (RFC 9110, section 8.4.1; RFC 7932 for {@code br}, RFC 9659 for {@code zstd}). */
enum ContentCoding {
    IDENTITY,
    GZIP,
    DEFLATE,
    BR,
    ZSTD;

    /** The window that decoders of zstd on the web must have, 8 MiB (RFC 9659, section 3); a larger one takes memory. */
    private static final int ZSTD_WINDOW_LOG = 23;

    /**
     * What came of unpacking.
     *
     * @param bytes unpacked bytes, one more than allowed when there are too many; up to the damage when damaged
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Unpacked(byte[] bytes, boolean damaged) {}

    /** The coding of this name, in lower case; null when it is unknown. */
    static @Nullable ContentCoding of(String name) {
        return switch (name) {
            case "", "identity", "none" -> IDENTITY;
            case "gzip", "x-gzip" -> GZIP;
            case "deflate" -> DEFLATE;
            case "br" -> BR;
            case "zstd" -> ZSTD;
            default -> null;
        };
    }

    Unpacked unpack(byte[] packed, int most) {
        ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
        try (InputStream in = stream(packed)) {
            byte[] buffer = new byte[16 * 1024];
            int count;
            while (unpacked.size() <= most
                    && (count = in.read(buffer, 0, Math.min(buffer.length, most + 1 - unpacked.size()))) >= 0) {
                unpacked.write(buffer, 0, count);
            }
            return new Unpacked(unpacked.toByteArray(), false);
        } catch (IOException | RuntimeException e) { // brotli's decoder throws some of the latter
            return new Unpacked(unpacked.toByteArray(), true);
        }
    }

    private InputStream stream(byte[] packed) throws IOException {
        InputStream in = new ByteArrayInputStream(packed);
        return switch (this) {
            case IDENTITY -> in;
            case GZIP -> new GzipMembers(in);
            case DEFLATE -> new InflaterInputStream(new BufferedInputStream(in), new Inflater(!hasZlibHeader(packed)));
            case BR -> new BrotliInputStream(in);
            case ZSTD -> new ZstdInputStreamNoFinalizer(in).setLongMax(ZSTD_WINDOW_LOG);
        };
    }

    /** Servers send deflate with the header of zlib (RFC 1950), as they should, or without. */
    private static boolean hasZlibHeader(byte[] packed) {
        return packed.length >= 2
                && (packed[0] & 0xf) == 8
                && (((packed[0] & 0xff) << 8) | (packed[1] & 0xff)) % 31 == 0;
    }
}
