package dev.copydesk.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/** Hands on every file on disk once, however often it is reached, with what the manifests know of it. */
final class OncePerFile implements SourceVisitor {

    private final SourceVisitor next;
    private final Set<Object> seen;
    private final ManifestLookup manifests;

    OncePerFile(SourceVisitor next, Set<Object> seen, ManifestLookup manifests) {
        this.next = next;
        this.seen = seen;
        this.manifests = manifests;
    }

    @Override
    public void file(SourceFile file, String name) {
        if (seen.add(key(file.path()))) {
            next.file(manifests.described(file), name);
        } else {
            next.leftOut(new LeftOut(file.path(), LeftOut.Reason.FOUND_BEFORE, "the same file was found before"));
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

    private static Object key(Path file) {
        try {
            Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            return key != null ? key : file.toRealPath();
        } catch (IOException e) {
            return file; // its reader will say that it is gone
        }
    }
}
