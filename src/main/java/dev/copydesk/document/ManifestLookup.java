package dev.copydesk.document;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What manifests say of single files, for files that are asked for folder by folder: the manifests of the folders
 * between the input and the file are held, the nearest one first.
 */
final class ManifestLookup {

    private record Described(Path folder, Map<Path, ManifestLine.Entry> entries) {}

    private final Path top;
    private final Consumer<ManifestLine.Invalid> problems;
    private final Deque<Described> nearest = new ArrayDeque<>();

    /** A lookup that considers manifests in this folder and below. */
    ManifestLookup(Path top, Consumer<ManifestLine.Invalid> problems) {
        this.top = top;
        this.problems = problems;
    }

    /** The file with the URL and capture time that the nearest manifest naming it gives, or as it is. */
    SourceFile described(SourceFile file) {
        if (!(file.location() instanceof SourceLocation.Disk disk)) {
            return file;
        }
        Path parent = disk.path().getParent();
        if (parent == null || !parent.startsWith(top)) {
            return file;
        }
        hold(parent);
        for (Described manifest : nearest) {
            ManifestLine.Entry entry = manifest.entries.get(disk.path());
            if (entry != null) {
                return file.described(entry.url(), entry.capturedAt());
            }
        }
        return file;
    }

    private void hold(Path folder) {
        while (!nearest.isEmpty() && !folder.startsWith(nearest.element().folder)) {
            nearest.remove();
        }
        while (nearest.isEmpty() || !nearest.element().folder.equals(folder)) {
            Path next = nearest.isEmpty() ? top : childTowards(folder, nearest.element().folder);
            nearest.push(new Described(next, entries(next)));
        }
    }

    private static Path childTowards(Path folder, Path above) {
        return above.resolve(folder.getName(above.getNameCount()));
    }

    private Map<Path, ManifestLine.Entry> entries(Path folder) {
        Path manifest = folder.resolve(Manifest.FILE_NAME);
        if (!Files.isRegularFile(manifest)) {
            return Map.of();
        }
        Map<Path, ManifestLine.Entry> entries = new HashMap<>();
        Manifest.read(manifest, line -> {
            if (line instanceof ManifestLine.Entry entry) {
                entries.put(entry.file(), entry);
            } else if (line instanceof ManifestLine.Invalid invalid) {
                problems.accept(invalid);
            }
        });
        return entries;
    }
}
