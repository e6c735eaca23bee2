package dev.copydesk.document;

import dev.copydesk.document.FolderEntries.Entry;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Walks a folder depth first, links followed, and holds no more than the folders that lie between its start and the
 * place at hand.
 */
final class FolderWalk {

    private record Level(Path folder, Object key, long state, boolean manifestSeen, FolderEntries entries) {}

    private final Path base;
    private final GlobPattern pattern;
    private final boolean sorted;
    private final SourceVisitor visitor;
    private final Deque<Level> levels = new ArrayDeque<>();

    private FolderWalk(SourceInput.Below input, boolean sorted, SourceVisitor visitor) {
        this.base = input.folder();
        this.pattern = input.pattern();
        this.sorted = sorted;
        this.visitor = visitor;
    }

    static void walk(SourceInput.Below input, boolean sorted, SourceVisitor visitor) {
        new FolderWalk(input, sorted, visitor).run();
    }

    private void run() {
        try {
            Entry start = Entry.of(base);
            if (start.failure() == null && start.attributes() != null) {
                enter(base, start.attributes(), pattern.start());
            } else {
                leaveOut(base, LeftOut.Reason.INACCESSIBLE, reason(start.failure()));
            }
            while (!levels.isEmpty()) {
                Level level = levels.element();
                Entry entry = next(level);
                if (entry == null) {
                    close(levels.remove());
                } else {
                    see(level, entry);
                }
            }
        } finally {
            levels.forEach(this::close);
        }
    }

    private @Nullable Entry next(Level level) {
        try {
            return level.entries.next();
        } catch (IOException e) {
            leaveOut(level.folder, LeftOut.Reason.UNLISTABLE, reason(e));
            return null;
        }
    }

    private void see(Level level, Entry entry) {
        Path path = entry.path();
        Path name = path.getFileName();
        long state = pattern.step(level.state, name, false);
        if (state == 0) {
            if (pattern.step(level.state, name, true) != 0) {
                leaveOut(path, LeftOut.Reason.HIDDEN, "its name begins with a dot");
            }
            return;
        }
        BasicFileAttributes attributes = entry.attributes();
        boolean asked = pattern.isMatch(state);
        if (attributes != null && entry.failure() == null && attributes.isDirectory()) {
            enter(path, attributes, state);
        } else if (!asked) {
            return; // a folder was needed here
        } else if (attributes == null || entry.failure() != null) {
            boolean link = attributes != null && attributes.isSymbolicLink();
            leaveOut(
                    path,
                    link ? LeftOut.Reason.BROKEN_LINK : LeftOut.Reason.INACCESSIBLE,
                    link ? "its target cannot be reached" : reason(entry.failure()));
        } else if (!attributes.isRegularFile()) {
            leaveOut(path, LeftOut.Reason.NOT_REGULAR, "it is neither a file nor a folder");
        } else if (!name.toString().equals(Manifest.FILE_NAME)) {
            file(path, attributes);
        } else if (!level.manifestSeen) {
            visitor.manifest(path);
        }
    }

    private void file(Path path, BasicFileAttributes attributes) {
        SourceFile file = SourceTree.sourceFile(path, attributes);
        if (file == null) {
            String name = path.getFileName().toString();
            leaveOut(path, LeftOut.Reason.OTHER_KIND, PageName.extension(name));
        } else {
            visitor.file(file, base.relativize(path).toString());
        }
    }

    private void enter(Path folder, BasicFileAttributes attributes, long state) {
        Object key = key(folder, attributes);
        if (levels.stream().anyMatch(above -> above.key.equals(key))) {
            leaveOut(folder, LeftOut.Reason.SYMLINK_LOOP, "it leads back to a folder that it lies in");
            return;
        }
        try {
            FolderEntries entries = sorted ? FolderEntries.sorted(folder) : FolderEntries.unsorted(folder);
            Path manifest = folder.resolve(Manifest.FILE_NAME);
            boolean described = Files.isRegularFile(manifest);
            levels.push(new Level(folder, key, state, described, entries));
            if (described) {
                visitor.manifest(manifest);
            }
        } catch (IOException e) {
            leaveOut(folder, LeftOut.Reason.UNLISTABLE, reason(e));
        }
    }

    /** What tells one folder on disk from another, however it was reached. */
    private static Object key(Path folder, BasicFileAttributes attributes) {
        Object key = attributes.fileKey();
        try {
            return key != null ? key : folder.toRealPath();
        } catch (IOException e) {
            return folder; // listing it fails next, and says why
        }
    }

    private void close(Level level) {
        try {
            level.entries.close();
        } catch (IOException e) {
            leaveOut(level.folder, LeftOut.Reason.UNLISTABLE, reason(e));
        }
    }

    private void leaveOut(Path path, LeftOut.Reason reason, String detail) {
        visitor.leftOut(new LeftOut(path, reason, detail));
    }

    static String reason(@Nullable IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException) {
            return "it is no longer there";
        }
        return e == null ? "it cannot be looked at" : String.valueOf(e.getMessage());
    }
}
