package dev.copydesk.warehouse.embedded;

import dev.copydesk.warehouse.embedded.EmbeddedPostgresException.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder {@code postgres} in the home folder and the names of what lies in it. Only its owner may enter it, so
 * everything below it is private too.
 */
record ServerFolder(Path root) {

    static ServerFolder of(Path home) {
        return new ServerFolder(home.toAbsolutePath().normalize().resolve("postgres"));
    }

    /** Makes the folder where it is missing and refuses one that this user cannot work in. */
    static ServerFolder prepare(Path home) throws IOException {
        ServerFolder folder = of(home);
        folder.refusePathsThatPostgresCannotQuote();
        Files.createDirectories(
                folder.root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        folder.refuseFolderOfAnotherUser();
        if (!Files.isWritable(folder.root)) {
            throw new EmbeddedPostgresException(
                    Code.EMBEDDED_HOME_NOT_WRITABLE,
                    "cannot write to " + folder.root + ": name a writable folder with COPYDESK_HOME, or your own server"
                            + " with SPRING_DATASOURCE_URL");
        }
        // The real path, because a running server is recognised by the path it was started with.
        return new ServerFolder(folder.root.toRealPath());
    }

    Path data() {
        return root.resolve("data");
    }

    Path password() {
        return root.resolve("password");
    }

    Path log() {
        return root.resolve("server.log");
    }

    /** Held while the server is started or stopped. */
    Path startLock() {
        return root.resolve("start.lock");
    }

    /** Held, shared, by every process that uses the server. */
    Path usersLock() {
        return root.resolve("users.lock");
    }

    /** Exists while the server is to stay up when nobody uses it. */
    Path stayUpMarker() {
        return root.resolve("stay-up");
    }

    boolean staysUp() {
        return Files.exists(stayUpMarker());
    }

    /** initdb and pg_ctl hand paths to a shell within double quotes and escape nothing. */
    private void refusePathsThatPostgresCannotQuote() {
        String path = root.toString();
        if (path.chars().anyMatch(c -> "\"$`\\".indexOf(c) >= 0 || Character.isISOControl(c))) {
            throw new EmbeddedPostgresException(
                    Code.EMBEDDED_HOME_UNUSABLE,
                    "PostgreSQL cannot work in a folder with a quote, $, ` or \\ in its path: " + path
                            + " - name another folder with COPYDESK_HOME");
        }
    }

    private void refuseFolderOfAnotherUser() throws IOException {
        int owner = (Integer) Files.getAttribute(root, "unix:uid");
        if (!ServerUser.mayUseFolderOf(owner)) {
            throw new EmbeddedPostgresException(
                    Code.EMBEDDED_HOME_OF_OTHER_USER,
                    "%s belongs to user '%s', and this is user '%s': run as '%s', or name another folder with COPYDESK_HOME"
                            .formatted(
                                    root,
                                    Files.getOwner(root).getName(),
                                    System.getProperty("user.name"),
                                    Files.getOwner(root).getName()));
        }
    }
}
