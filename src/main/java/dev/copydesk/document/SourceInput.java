package dev.copydesk.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** An input of a load, understood: one file, or what a pattern matches below a folder, on disk or behind the network. */
sealed interface SourceInput {

    /** The input as it was given. */
    String text();

    /** An input on disk. */
    sealed interface OnDisk extends SourceInput {
        /** The folder whose manifest, and those below it, describe what is found. */
        Path folder();
    }

    /** A single file; a page or a manifest. */
    record Single(String text, Path file) implements OnDisk {
        @Override
        public Path folder() {
            Path parent = file.getParent();
            return parent == null ? file : parent;
        }
    }

    /** Everything below a folder that matches the pattern. */
    record Below(String text, Path folder, GlobPattern pattern) implements OnDisk {}

    /** A single file behind the network. */
    record RemoteSingle(String text, SourceLocation.Remote file) implements SourceInput {}

    /** Every object of S3 whose key begins as the folder's URL does and goes on in a way that matches the pattern. */
    record RemoteBelow(String text, String folder, GlobPattern pattern) implements SourceInput {}

    /**
     * Understands an input. A name that exists is taken as it is, even when it holds the characters of a glob.
     *
     * @throws UnusableInputException when it names nothing that can be read
     */
    static SourceInput of(String text) {
        if (text.isBlank()) {
            throw new UnusableInputException("PATH_INVALID", "an empty path was given");
        }
        if (SourceLocation.isRemote(text)) {
            return RemoteAddress.input(text);
        }
        Path path = path(text);
        if (Files.exists(path)) {
            return existing(text, absolute(path));
        }
        if (text.matches("[A-Za-z][A-Za-z0-9+.-]*://.*")) {
            throw new UnusableInputException("URL_INVALID", text + ": only https, http and s3 URLs are read");
        }
        if (GlobPattern.isGlob(text)) {
            return glob(text);
        }
        String what = Files.exists(path, LinkOption.NOFOLLOW_LINKS) ? "is a link to nothing" : "does not exist";
        throw new UnusableInputException("PATH_NOT_FOUND", text + " " + what);
    }

    private static SourceInput existing(String text, Path path) {
        if (Files.isDirectory(path)) {
            return new Below(text, path, GlobPattern.EVERYTHING);
        }
        if (!Files.isRegularFile(path)) {
            throw new UnusableInputException("NOT_A_FILE", text + " is neither a file nor a folder");
        }
        String name = String.valueOf(path.getFileName());
        if (PageName.of(path) == null && !name.equals(Manifest.FILE_NAME)) {
            throw new UnusableInputException(
                    "KIND_UNSUPPORTED", text + " is not a kind of file that is read (" + PageName.SUPPORTED + ")");
        }
        return new Single(text, path);
    }

    private static SourceInput glob(String text) {
        int split = folderLength(text);
        Path base = path(text.substring(0, split));
        if (!Files.isDirectory(base)) {
            throw new UnusableInputException("PATH_NOT_FOUND", text + ": there is no folder " + base);
        }
        return new Below(text, absolute(base), pattern(text, text.substring(split)));
    }

    /** How much of a glob stands before the segment with the first wildcard. */
    static int folderLength(String text) {
        int firstWildcard = 0;
        while (!GlobPattern.isGlob(text.substring(firstWildcard, firstWildcard + 1))) {
            firstWildcard++;
        }
        return text.lastIndexOf('/', firstWildcard) + 1;
    }

    /** The pattern of an input that ends in this glob. */
    static GlobPattern pattern(String text, String glob) {
        List<String> segments = Arrays.stream(glob.split("/"))
                .filter(segment -> !segment.isEmpty() && !segment.equals("."))
                .toList();
        if (segments.contains("..")) {
            throw new UnusableInputException("GLOB_INVALID", text + ": .. cannot follow a wildcard");
        }
        try {
            return new GlobPattern(segments);
        } catch (IllegalArgumentException e) {
            throw new UnusableInputException("GLOB_INVALID", text + ": " + firstLine(e));
        }
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new UnusableInputException("PATH_INVALID", "not a path: " + firstLine(e));
        }
    }

    /** Dropping {@code link/..} from a path may lead elsewhere than following it does. */
    private static Path absolute(Path path) {
        Path absolute = path.toAbsolutePath();
        Path normalised = absolute.normalize();
        try {
            boolean same = Files.exists(normalised) && Files.isSameFile(absolute, normalised);
            return same ? normalised : absolute.toRealPath();
        } catch (IOException e) {
            throw new UnusableInputException("PATH_NOT_FOUND", path + " cannot be looked at: " + e.getMessage());
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
