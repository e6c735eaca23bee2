package dev.copydesk.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** An input of a load, understood: one file, or what a pattern matches below a folder. */
sealed interface SourceInput {

    /** The input as it was given. */
    String text();

    /** The folder whose manifest, and those below it, describe what is found. */
    Path folder();

    /** A single file; a page or a manifest. */
    record Single(String text, Path file) implements SourceInput {
        @Override
        public Path folder() {
            Path parent = file.getParent();
            return parent == null ? file : parent;
        }
    }

    /** Everything below a folder that matches the pattern. */
    record Below(String text, Path folder, GlobPattern pattern) implements SourceInput {}

    /**
     * Understands an input. A name that exists is taken as it is, even when it holds the characters of a glob.
     *
     * @throws UnusableInputException when it names nothing that can be read
     */
    static SourceInput of(String text) {
        if (text.isBlank()) {
            throw new UnusableInputException("PATH_INVALID", "an empty path was given");
        }
        Path path = path(text);
        if (Files.exists(path)) {
            return existing(text, absolute(path));
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
        int firstWildcard = 0;
        while (!GlobPattern.isGlob(text.substring(firstWildcard, firstWildcard + 1))) {
            firstWildcard++;
        }
        int split = text.lastIndexOf('/', firstWildcard) + 1;
        Path base = path(text.substring(0, split));
        if (!Files.isDirectory(base)) {
            throw new UnusableInputException("PATH_NOT_FOUND", text + ": there is no folder " + base);
        }
        List<String> segments = Arrays.stream(text.substring(split).split("/"))
                .filter(segment -> !segment.isEmpty() && !segment.equals("."))
                .toList();
        if (segments.contains("..")) {
            throw new UnusableInputException("GLOB_INVALID", text + ": .. cannot follow a wildcard");
        }
        try {
            return new Below(text, absolute(base), new GlobPattern(segments));
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
