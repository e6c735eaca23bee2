package dev.copydesk.warehouse.embedded;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The embedded server cannot be used. The message says what failed, where, and what to do about it; {@link #code()} is
 * stable and meant for scripts.
 */
public final class EmbeddedPostgresException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What went wrong; the names are part of the contract with scripts and never change. */
    public enum Code {
        /** No PostgreSQL binaries for this operating system or processor. */
        EMBEDDED_PLATFORM_UNSUPPORTED,
        /** No home folder is known, or its path cannot be used. */
        EMBEDDED_HOME_UNUSABLE,
        /** The home folder cannot be created or written to. */
        EMBEDDED_HOME_NOT_WRITABLE,
        /** The server's folder was made by another user. */
        EMBEDDED_HOME_OF_OTHER_USER,
        /** Running as root where no means of giving root up works; PostgreSQL refuses to run as root. */
        EMBEDDED_ROOT_NOT_DROPPABLE,
        /** The binaries could not be unpacked. */
        EMBEDDED_UNPACK_FAILED,
        /** A new data folder could not be made. */
        EMBEDDED_INITDB_FAILED,
        /** The server did not start. */
        EMBEDDED_START_FAILED,
        /** The server is up and does not let us in. */
        EMBEDDED_CONNECTION_REFUSED,
        /** The server did not stop. */
        EMBEDDED_STOP_FAILED,
        /** A file of the server's folder could not be read or written. */
        EMBEDDED_IO_FAILED,
        /** The waiting thread was interrupted. */
        EMBEDDED_INTERRUPTED
    }

    private final Code code;

    EmbeddedPostgresException(Code code, String message) {
        this(code, message, null);
    }

    EmbeddedPostgresException(Code code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }

    /** What went wrong with a file, in words: the JDK's message is often the bare path. */
    static String reason(IOException e) {
        if (e instanceof FileSystemException file && file.getReason() == null) {
            return file.getClass().getSimpleName().replace("Exception", "") + " " + file.getFile();
        }
        return String.valueOf(e.getMessage());
    }

    static EmbeddedPostgresException noAccess(AccessDeniedException e) {
        return new EmbeddedPostgresException(
                Code.EMBEDDED_HOME_NOT_WRITABLE,
                "user '" + System.getProperty("user.name") + "' has no access to " + e.getFile()
                        + owner(Path.of(e.getFile()))
                        + ": name a writable folder with COPYDESK_HOME, or your own server with SPRING_DATASOURCE_URL",
                e);
    }

    /** Whose it is, or whose the nearest folder above it that we may ask about. */
    private static String owner(Path path) {
        for (Path folder = path.toAbsolutePath(); folder != null; folder = folder.getParent()) {
            try {
                return ", as " + folder + " belongs to '"
                        + Files.getOwner(folder).getName() + "'";
            } catch (IOException e) {
                // Closed to us or not there: the folder above says more.
            }
        }
        return "";
    }
}
