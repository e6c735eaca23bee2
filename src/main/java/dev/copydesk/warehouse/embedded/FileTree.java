package dev.copydesk.warehouse.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Removes folders with all that is in them. */
final class FileTree {

    private FileTree() {}

    static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(folder)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }

    /** Removes what earlier, killed runs left in {@code parent} under names that start with {@code prefix}. */
    static void deleteLeftovers(Path parent, String prefix) throws IOException {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(parent, prefix + "*")) {
            for (Path leftover : leftovers) {
                deleteUnlessInUse(leftover);
            }
        }
    }

    private static void deleteUnlessInUse(Path leftover) throws IOException {
        try {
            delete(leftover);
        } catch (DirectoryNotEmptyException | NoSuchFileException | UncheckedIOException e) {
            // A program that outlived its killed parent still works in there; the next start removes the folder.
        }
    }
}
