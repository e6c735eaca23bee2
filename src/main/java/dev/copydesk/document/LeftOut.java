package dev.copydesk.document;

import java.nio.file.Path;

/**
 * Something found under an input that is not read, and why.
 *
 * @param location where it lies; its name may hold control characters
 * @param reason why it is left out
 * @param detail for {@link Reason#OTHER_KIND} the extension in lower case without its dot ({@code pdf}, {@code tar.gz},
 *     empty for none), which is safe to print and to count by; else what is wrong, for people
 */
public record LeftOut(SourceLocation location, Reason reason, String detail) {

    /** Why something is left out. */
    public enum Reason {
        /** A regular file of a kind that is not read. */
        OTHER_KIND,
        /** Its name begins with a dot. */
        HIDDEN,
        /** A link back to a folder that it lies in. */
        SYMLINK_LOOP,
        /** A link whose target does not exist or cannot be reached. */
        BROKEN_LINK,
        /** Neither a folder nor a regular file: a pipe, a socket, a device. */
        NOT_REGULAR,
        /** A folder that cannot be listed, or not to its end. */
        UNLISTABLE,
        /** Something that cannot be looked at, or that was gone again. */
        INACCESSIBLE,
        /** The same file was found before, in this or an earlier input. */
        FOUND_BEFORE,
        /** A manifest beside remote files; manifests are read on disk only. */
        REMOTE_MANIFEST
    }

    /** What is left out on disk. */
    LeftOut(Path path, Reason reason, String detail) {
        this(new SourceLocation.Disk(path), reason, detail);
    }
}
