package dev.copydesk.document;

import java.nio.file.Path;
import java.util.stream.Stream;

/** Where a source file lies. The text of it is what the ledger knows the file by. */
public sealed interface SourceLocation {

    /**
     * On disk.
     *
     * @param path absolute and normalised
     */
    record Disk(Path path) implements SourceLocation {
        @Override
        public String name() {
            return String.valueOf(path.getFileName());
        }

        @Override
        public String toString() {
            return path.toString();
        }
    }

    /**
     * Behind the network.
     *
     * @param url {@code https://}, {@code http://} or {@code s3://}, without credentials
     */
    record Remote(String url) implements SourceLocation {
        @Override
        public String name() {
            int query = isS3() ? -1 : url.indexOf('?');
            String path = query < 0 ? url : url.substring(0, query);
            return path.substring(path.lastIndexOf('/') + 1);
        }

        /** Whether it is an object of S3, else it is a file of a web server. */
        public boolean isS3() {
            return url.startsWith("s3:");
        }

        @Override
        public String toString() {
            return url;
        }
    }

    /** The last part of it, which tells what kind of file it is. */
    String name();

    /** The location that has this text. */
    static SourceLocation of(String text) {
        return isRemote(text) ? new Remote(text) : new Disk(Path.of(text));
    }

    /** Whether an input, or the text of a location, is meant for the network. */
    static boolean isRemote(String text) {
        return Stream.of("https://", "http://", "s3://")
                .anyMatch(scheme -> text.regionMatches(true, 0, scheme, 0, scheme.length()));
    }
}
