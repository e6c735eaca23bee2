package dev.copydesk.document;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A glob over the path below a folder, matched one name at a time so that folders which cannot lead to a match are
 * never listed. A segment {@code **} stands for any number of folders, none included; within a segment the syntax is
 * that of {@link java.nio.file.FileSystem#getPathMatcher}. Whatever lies in a folder that matches is matched too, as
 * when a shell expands the glob.
 *
 * <p>A state is a set of bits: bit <i>n</i> is set when the names so far match the first <i>n</i> segments.
 */
final class GlobPattern {

    /** Matches everything. */
    static final GlobPattern EVERYTHING = new GlobPattern(List.of());

    private static final int MOST_SEGMENTS = 62;

    private final List<Segment> segments;

    /**
     * Compiles the segments, none of which is empty.
     *
     * @throws IllegalArgumentException when one is no glob
     */
    GlobPattern(List<String> segments) {
        if (segments.size() > MOST_SEGMENTS) {
            throw new IllegalArgumentException("a glob has at most " + MOST_SEGMENTS + " segments");
        }
        this.segments = segments.stream().map(Segment::of).toList();
    }

    static boolean isGlob(String text) {
        return text.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
    }

    long start() {
        return withSkippedFolders(1);
    }

    /**
     * The state after one more name, 0 when nothing below can match.
     *
     * @param hiddenToo whether wildcards match a leading dot; a segment that itself begins with a dot always does
     */
    long step(long state, Path name, boolean hiddenToo) {
        boolean wild = hiddenToo || !name.toString().startsWith(".");
        long next = isMatch(state) && wild ? 1L << segments.size() : 0;
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            if ((state >> i & 1) == 0 || !(wild || segment.text.startsWith("."))) {
                continue;
            }
            if (segment.matcher == null) {
                next |= 1L << i;
            } else if (segment.matcher.matches(name)) {
                next |= 1L << (i + 1);
            }
        }
        return withSkippedFolders(next);
    }

    boolean isMatch(long state) {
        return (state >> segments.size() & 1) == 1;
    }

    private long withSkippedFolders(long state) {
        long all = state;
        for (int i = 0; i < segments.size(); i++) {
            if ((all >> i & 1) == 1 && segments.get(i).matcher == null) {
                all |= 1L << (i + 1);
            }
        }
        return all;
    }

    /** One segment; no matcher means {@code **}. */
    private record Segment(String text, @Nullable PathMatcher matcher) {

        static Segment of(String text) {
            return new Segment(
                    text, text.equals("**") ? null : FileSystems.getDefault().getPathMatcher("glob:" + text));
        }
    }
}
