package dev.copydesk.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hands on every file once, however often it is reached, with what the manifests know of it. */
final class OncePerFile implements SourceVisitor {

    private final SourceVisitor next;
    private final Set<Object> seen;
    private final @Nullable ManifestLookup manifests;

    /** {@code manifests} are those that may describe the files, or null. */
    OncePerFile(SourceVisitor next, Set<Object> seen, @Nullable ManifestLookup manifests) {
        this.next = next;
        this.seen = seen;
        this.manifests = manifests;
    }

    @Override
    public void file(SourceFile file, String name) {
        if (seen.add(key(file.location()))) {
            next.file(manifests == null ? file : manifests.described(file), name);
        } else {
            next.leftOut(new LeftOut(file.location(), LeftOut.Reason.FOUND_BEFORE, "the same file was found before"));
        }
    }

    @Override
    public void manifest(Path manifest) {
        next.manifest(manifest);
    }

    @Override
    public void leftOut(LeftOut leftOut) {
        next.leftOut(leftOut);
    }

    private static Object key(SourceLocation location) {
        if (!(location instanceof SourceLocation.Disk disk)) {
            return location;
        }
        try {
            Object key =
                    Files.readAttributes(disk.path(), BasicFileAttributes.class).fileKey();
            return key != null ? key : disk.path().toRealPath();
        } catch (IOException e) {
            return location; // its reader will say that it is gone
        }
    }
}
