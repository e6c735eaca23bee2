package dev.copydesk.document;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Kinds of files that are not text, told by their first bytes (the formats' own specifications). */
enum BinaryKind {
    PNG("a PNG image", "89504e470d0a1a0a"),
    JPEG("a JPEG image", "ffd8ff"),
    GIF("a GIF image", "474946383961"),
    GIF_87("a GIF image", "474946383761"),
    WEBP("a WebP image", "52494646........57454250"),
    TIFF("a TIFF image", "49492a00"),
    TIFF_BIG_ENDIAN("a TIFF image", "4d4d002a"),
    ICON("an icon", "00000100"),
    PDF("a PDF document", "255044462d"),
    OFFICE("an old Office document", "d0cf11e0a1b11ae1"),
    ZIP("a ZIP archive", "504b0304"),
    EMPTY_ZIP("a ZIP archive", "504b0506"),
    RAR("a RAR archive", "526172211a07"),
    SEVEN_ZIP("a 7z archive", "377abcaf271c"),
    GZIP("gzip inside gzip inside gzip", "1f8b08"),
    ZSTD("Zstandard data", "28b52ffd"),
    XZ("xz data", "fd377a585a00"),
    BZIP2("bzip2 data", "425a68..314159265359"),
    ELF("an ELF program", "7f454c46"),
    JAVA_CLASS("a Java class", "cafebabe"),
    WASM("a WebAssembly program", "0061736d"),
    SQLITE("an SQLite database", "53514c69746520666f726d6174203300"),
    WOFF("a font", "774f4646"),
    WOFF2("a font", "774f4632"),
    OPEN_TYPE("a font", "4f54544f00"),
    MP4("an MP4 video", "000000..66747970"),
    MATROSKA("a Matroska video", "1a45dfa3"),
    OGG("an Ogg recording", "4f67675300"),
    MP3("an MP3 recording", "494433..00");

    private final String description;
    /** In hexadecimal; dots stand for any byte. */
    private final String signature;

    BinaryKind(String description, String signature) {
        this.description = description;
        this.signature = signature;
    }

    /** The kind, as a noun with its article. */
    String description() {
        return description;
    }

    /** The kind whose signature these bytes begin with, or null. */
    static @Nullable BinaryKind of(byte[] bytes) {
        for (BinaryKind kind : values()) {
            if (kind.begins(bytes)) {
                return kind;
            }
        }
        return null;
    }

    private boolean begins(byte[] bytes) {
        if (bytes.length < signature.length() / 2) {
            return false;
        }
        for (int i = 0; i < signature.length(); i += 2) {
            boolean any = signature.charAt(i) == '.';
            if (!any && (byte) HexFormat.fromHexDigits(signature, i, i + 2) != bytes[i / 2]) {
                return false;
            }
        }
        return true;
    }
}
