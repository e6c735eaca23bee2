package dev.copydesk.warehouse.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The superuser's password: 144 random bits, kept in a file that only its owner may read. */
final class ServerPassword {

    private static final int BYTES = 18;

    private ServerPassword() {}

    /** The password in the folder's file, which is made first where there is none. */
    static String of(ServerFolder folder, ServerUser user) throws IOException {
        if (!Files.exists(folder.password())) {
            create(folder.password());
        }
        // initdb reads the file too.
        user.takeOver(folder.password());
        return Files.readString(folder.password()).strip();
    }

    private static void create(Path file) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        Path side = file.resolveSibling("password.new");
        Files.deleteIfExists(side);
        Files.createFile(side, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(side, Base64.getUrlEncoder().encodeToString(random));
        Files.move(side, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
