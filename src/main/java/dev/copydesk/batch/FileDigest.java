package dev.copydesk.batch;

import dev.copydesk.document.PayloadDigest;
import dev.copydesk.document.RemoteAccessException;
import dev.copydesk.document.SourceAccess;
import dev.copydesk.document.SourceLocation;
import dev.copydesk.warehouse.LedgerFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** SHA-256 of a file as stored, by which the ledger tells its versions apart. */
final class FileDigest {

    private FileDigest() {}

    /**
     * Whether the file is there and still the one that the ledger tells of.
     *
     * @throws RemoteAccessException when its server cannot be asked
     */
    static boolean matches(LedgerFile file, SourceAccess access) {
        if (file.digest() == null) {
            return false;
        }
        if (file.file().location() instanceof SourceLocation.Remote remote) {
            return matches(remote, file.digest(), access);
        }
        return matches((SourceLocation.Disk) file.file().location(), file.digest());
    }

    /** Whether the file is there and has this content. */
    static boolean matches(SourceLocation.Disk location, String digest) {
        Path path = location.path();
        try {
            return Files.isRegularFile(path) && of(path).equals(digest);
        } catch (IOException e) {
            return false; // what cannot be read any more is as good as gone
        }
    }

    private static boolean matches(SourceLocation.Remote location, String version, SourceAccess access) {
        try {
            return access.remote().find(location).version().equals(version);
        } catch (RemoteAccessException e) {
            if (e.code().equals(RemoteAccessException.NOT_FOUND)) {
                return false;
            }
            throw e;
        }
    }

    /** In lower-case hexadecimal digits; reads the whole file. */
    static String of(Path path) throws IOException {
        MessageDigest digest = PayloadDigest.sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
            byte[] buffer = new byte[1 << 16];
            while (in.read(buffer) >= 0) {
                // reading is what feeds the digest
            }
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}
