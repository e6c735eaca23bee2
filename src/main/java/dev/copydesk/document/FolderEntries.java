package dev.copydesk.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entries of one folder: as the file system gives them, or sorted, which holds the folder's entries in memory. */
final class FolderEntries implements Closeable {

    /**
     * An entry, links followed.
     *
     * @param failure why it cannot be looked at; then the attributes are the link's own, or null
     */
    record Entry(
            Path path,
            @Nullable BasicFileAttributes attributes,
            @Nullable IOException failure) {

        static Entry of(Path path) {
            try {
                return new Entry(path, Files.readAttributes(path, BasicFileAttributes.class), null);
            } catch (IOException followed) {
                return new Entry(path, ownAttributes(path), followed);
            }
        }

        boolean isFolder() {
            return attributes != null && attributes.isDirectory();
        }

        private static @Nullable BasicFileAttributes ownAttributes(Path path) {
            try {
                return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            } catch (IOException gone) {
                return null; // the failure to follow it says why
            }
        }
    }

    private final @Nullable DirectoryStream<Path> stream;
    private final Iterator<Path> unsorted;
    private final Iterator<Entry> sorted;

    private FolderEntries(@Nullable DirectoryStream<Path> stream, Iterator<Path> unsorted, Iterator<Entry> sorted) {
        this.stream = stream;
        this.unsorted = unsorted;
        this.sorted = sorted;
    }

    @SuppressWarnings("StreamResourceLeak") // closed with these entries
    static FolderEntries unsorted(Path folder) throws IOException {
        DirectoryStream<Path> stream = Files.newDirectoryStream(folder);
        return new FolderEntries(stream, stream.iterator(), Collections.emptyIterator());
    }

    /** Sorted by the code points of the paths below them, which is the order of their UTF-8 bytes. */
    static FolderEntries sorted(Path folder) throws IOException {
        record Keyed(String key, Entry entry) {}
        List<Keyed> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (Path path : stream) {
                Entry entry = Entry.of(path);
                String name = path.getFileName() + (entry.isFolder() ? "/" : "");
                entries.add(new Keyed(new String(name.getBytes(UTF_8), ISO_8859_1), entry));
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        entries.sort(Comparator.comparing(Keyed::key));
        return new FolderEntries(
                null,
                Collections.emptyIterator(),
                entries.stream().map(Keyed::entry).iterator());
    }

    /** The next entry, or null after the last. */
    @Nullable
    Entry next() throws IOException {
        try {
            if (sorted.hasNext()) {
                return sorted.next();
            }
            return unsorted.hasNext() ? Entry.of(unsorted.next()) : null;
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        if (stream != null) {
            stream.close();
        }
    }
}
